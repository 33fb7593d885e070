// SPDX-License-Identifier: MIT
#include <charconv>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "c_handles.hpp"
#include "libparse.h"
#include "libparse/error.hpp"
#include "libparse/mentions.hpp"
#include "libparse/parse.hpp"
#include "libparse/rule_pack.hpp"
#include "text/utf8.hpp"

// What of libparse.h makes things; c_api_values.cpp looks at them.

namespace {

using libparse::c::guarded;
using libparse::c::missing;
using libparse::c::view;

constexpr std::size_t kStep = 128;  ///< code points between two marks

/// A day that exists, written 2025-12-31.
bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t size, unsigned& out) {
    const char* end = text.data() + at + size;
    const auto [stop, failure] = std::from_chars(text.data() + at, end, out);
    return failure == std::errc() && stop == end;
  };
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (!number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return false;
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                     std::chrono::day(day))
      .ok();
}

libparse_status set_text(libparse_options* options, const char* value, std::string& member) noexcept {
  if (options == nullptr || value == nullptr) return LIBPARSE_ARGUMENT;
  return guarded(nullptr, [&] { member = value; });
}

std::vector<std::size_t> marks_of(std::string_view text) {
  std::vector<std::size_t> marks;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at = libparse::text::next(text, at)) {
    if (count++ % kStep == 0) marks.push_back(at);
  }
  return marks;
}

/// Byte offset of a code point that is not behind the end of the text.
std::size_t offset_of(const libparse_notice& notice, std::size_t code_point) {
  const std::string_view text = notice.result.text;
  if (code_point / kStep >= notice.marks.size()) return text.size();
  std::size_t at = notice.marks[code_point / kStep];
  for (std::size_t i = code_point % kStep; i > 0 && at < text.size(); --i) at = libparse::text::next(text, at);
  return at;
}

}  // namespace

extern "C" {

const char* libparse_version(void) { return libparse::version().data(); }

libparse_options* libparse_options_new(void) {
  libparse_options* made = nullptr;
  static_cast<void>(guarded(nullptr, [&] { made = new libparse_options; }));
  return made;
}

libparse_options* libparse_options_copy(const libparse_options* options) {
  libparse_options* made = nullptr;
  if (options != nullptr) static_cast<void>(guarded(nullptr, [&] { made = new libparse_options(*options); }));
  return made;
}

void libparse_options_free(libparse_options* options) { delete options; }

libparse_status libparse_options_set_path(libparse_options* options, const char* path) {
  return options == nullptr ? LIBPARSE_ARGUMENT : set_text(options, path, options->parse.path);
}

libparse_status libparse_options_set_as_of(libparse_options* options, const char* date) {
  if (options == nullptr || date == nullptr || (*date != '\0' && !is_date(date))) return LIBPARSE_ARGUMENT;
  return set_text(options, date, options->parse.as_of);
}

libparse_status libparse_options_set_year(libparse_options* options, int year) {
  if (options == nullptr || year < 0 || year > 9999) return LIBPARSE_ARGUMENT;
  options->parse.year = year;
  return LIBPARSE_OK;
}

libparse_status libparse_options_set_format(libparse_options* options, const char* format) {
  using libparse::InputFormat;
  static constexpr std::pair<std::string_view, InputFormat> kFormats[] = {
      {"auto", InputFormat::automatic}, {"text", InputFormat::text}, {"html", InputFormat::html},
      {"docx", InputFormat::docx},      {"xlsx", InputFormat::xlsx}, {"pdf", InputFormat::pdf},
      {"ofd", InputFormat::ofd}};
  if (options == nullptr || format == nullptr) return LIBPARSE_ARGUMENT;
  for (const auto& [word, value] : kFormats) {
    if (word != format) continue;
    options->parse.input.format = value;
    return LIBPARSE_OK;
  }
  return LIBPARSE_ARGUMENT;
}

libparse_status libparse_options_set_encoding(libparse_options* options, const char* label) {
  return options == nullptr ? LIBPARSE_ARGUMENT : set_text(options, label, options->parse.input.encoding);
}

libparse_status libparse_options_set_limit(libparse_options* options, libparse_limit limit, uint64_t value) {
  if (options == nullptr || value > std::numeric_limits<std::size_t>::max() / 2) return LIBPARSE_ARGUMENT;
  libparse::Limits& limits = options->parse.input.limits;
  const auto size = static_cast<std::size_t>(value);
  switch (limit) {
    case LIBPARSE_INPUT_BYTES:
      limits.input_bytes = size;
      return LIBPARSE_OK;
    case LIBPARSE_EXPANDED_BYTES:
      limits.expanded_bytes = size;
      return LIBPARSE_OK;
    case LIBPARSE_EXPANSION_RATIO:
      limits.expansion_ratio = size;
      return LIBPARSE_OK;
    case LIBPARSE_ARCHIVE_ENTRIES:
      limits.archive_entries = size;
      return LIBPARSE_OK;
    case LIBPARSE_XML_DEPTH:
      limits.xml_depth = size;
      return LIBPARSE_OK;
    case LIBPARSE_PAGES:
      limits.pages = size;
      return LIBPARSE_OK;
    case LIBPARSE_TIME_MS:
      if (value > 86'400'000) return LIBPARSE_ARGUMENT;  // a day; more could overflow the clock
      limits.time = std::chrono::milliseconds(value);
      return LIBPARSE_OK;
  }
  return LIBPARSE_ARGUMENT;
}

libparse_status libparse_options_set_explain(libparse_options* options, int explain) {
  if (options == nullptr) return LIBPARSE_ARGUMENT;
  options->parse.explain = explain != 0;
  return LIBPARSE_OK;
}

libparse_status libparse_options_add_rules(libparse_options* options, const char* folder, libparse_error** error) {
  if (options == nullptr || folder == nullptr) return missing(error);
  return guarded(error, [&] {
    std::vector<std::filesystem::path> folders = options->folders;
    folders.emplace_back(folder);
    options->rules = libparse::RulePack::load(folders);
    options->folders = std::move(folders);
  });
}

libparse_status libparse_parse(const void* bytes, size_t size, const libparse_options* options,
                               libparse_notice** notice, libparse_error** error) {
  if (notice != nullptr) *notice = nullptr;
  if (notice == nullptr || (bytes == nullptr && size != 0)) return missing(error);
  return guarded(error, [&] {
    const libparse_options defaults;
    const libparse_options& chosen = options != nullptr ? *options : defaults;
    libparse::ParseResult result = libparse::parse_notice(view(bytes, size), chosen.parse, chosen.pack());
    std::vector<std::size_t> marks = marks_of(result.text);
    *notice = new libparse_notice{std::move(result), chosen.parse.explain, std::move(marks)};
  });
}

void libparse_notice_free(libparse_notice* notice) { delete notice; }

const char* libparse_notice_text(const libparse_notice* notice, size_t* size) {
  if (size != nullptr) *size = notice != nullptr ? notice->result.text.size() : 0;
  return notice != nullptr ? notice->result.text.c_str() : "";
}

const char* libparse_notice_slice(const libparse_notice* notice, libparse_span span, size_t* size) {
  if (size != nullptr) *size = 0;
  if (notice == nullptr || span.begin > span.end) return nullptr;
  // A list that was read has no text, whatever it says of it.
  const std::size_t end = notice->marks.empty() ? 0 : notice->result.list.document.source.characters;
  if (span.end > end) return nullptr;
  const std::size_t begin = offset_of(*notice, span.begin);
  if (size != nullptr) *size = offset_of(*notice, span.end) - begin;
  return notice->result.text.c_str() + begin;
}

libparse_status libparse_find_mentions(const void* bytes, size_t size, const libparse_options* options,
                                       libparse_buffer** output, libparse_error** error) {
  if (output != nullptr) *output = nullptr;
  if (output == nullptr || (bytes == nullptr && size != 0)) return missing(error);
  return guarded(error, [&] {
    const libparse_options defaults;
    const libparse_options& chosen = options != nullptr ? *options : defaults;
    const libparse::MentionResult found = libparse::find_mentions(
        view(bytes, size),
        {.issued_on = chosen.parse.as_of, .year = chosen.parse.year, .only = {}, .input = chosen.parse.input},
        chosen.pack());
    std::ostringstream out;
    for (const libparse::Mention& mention : found.mentions) libparse::write_mention(mention, out);
    *output = new libparse_buffer{std::move(out).str()};
  });
}
}
