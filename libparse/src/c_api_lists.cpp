// SPDX-License-Identifier: MIT
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "c_handles.hpp"
#include "libparse/compare.hpp"
#include "libparse/io.hpp"
#include "libparse/names.hpp"

// What of libparse.h reads task lists again and compares them.

namespace {

using libparse::c::give;
using libparse::c::guarded;
using libparse::c::missing;
using libparse::c::view;

std::optional<libparse::Format> format_of(libparse_format format) {
  switch (format) {
    case LIBPARSE_JSON:
      return libparse::Format::json;
    case LIBPARSE_YAML:
      return libparse::Format::yaml;
    case LIBPARSE_NDJSON:
      return libparse::Format::ndjson;
  }
  return std::nullopt;
}

/// What plandiff tells of where nobody asks for changes by name.
std::vector<libparse::Change> told_changes(libparse::ComparisonMode mode) {
  std::vector<libparse::Change> told;
  for (std::size_t i = 0; i < libparse::kNames<libparse::Change>.size(); ++i) {
    const auto change = static_cast<libparse::Change>(i);
    if (libparse::is_told(change, mode)) told.push_back(change);
  }
  return told;
}

}  // namespace

extern "C" {

libparse_status libparse_lists_read(const void* bytes, size_t size, libparse_format format, const char* path,
                                    libparse_lists** lists, libparse_error** error) {
  if (lists != nullptr) *lists = nullptr;
  if (lists == nullptr || (bytes == nullptr && size != 0)) return missing(error);
  const std::optional<libparse::Format> known = format_of(format);
  if (!known) return give(error, LIBPARSE_ARGUMENT, "there is no such format");
  return guarded(error, [&] {
    std::vector<libparse::TaskList> read =
        libparse::read_task_lists(view(bytes, size), *known, path != nullptr ? path : "");
    std::vector<libparse_notice> notices;
    notices.reserve(read.size());
    // What the file explains is written again.
    for (libparse::TaskList& list : read) notices.push_back({{std::move(list), ""}, /*explain=*/true, {}});
    *lists = new libparse_lists{std::move(notices)};
  });
}

size_t libparse_lists_count(const libparse_lists* lists) { return lists != nullptr ? lists->notices.size() : 0; }

const libparse_notice* libparse_lists_notice(const libparse_lists* lists, size_t index) {
  return index < libparse_lists_count(lists) ? &lists->notices[index] : nullptr;
}

void libparse_lists_free(libparse_lists* lists) { delete lists; }

libparse_status libparse_notice_write(const libparse_notice* notice, libparse_format format, libparse_buffer** output,
                                      libparse_error** error) {
  if (output != nullptr) *output = nullptr;
  if (notice == nullptr || output == nullptr) return missing(error);
  const std::optional<libparse::Format> known = format_of(format);
  if (!known) return give(error, LIBPARSE_ARGUMENT, "there is no such format");
  return guarded(error, [&] {
    std::ostringstream out;
    libparse::write_task_list(notice->result.list, *known, out, {.explain = notice->explain});
    *output = new libparse_buffer{std::move(out).str()};
  });
}

libparse_status libparse_compare(const libparse_notice* before, const libparse_notice* after,
                                 libparse_comparison comparison, const libparse_options* options,
                                 libparse_buffer** output, libparse_error** error) {
  if (output != nullptr) *output = nullptr;
  if (before == nullptr || after == nullptr || output == nullptr) return missing(error);
  if (comparison != LIBPARSE_VERSIONS && comparison != LIBPARSE_CASCADE)
    return give(error, LIBPARSE_ARGUMENT, "there is no such comparison");
  return guarded(error, [&] {
    const auto mode =
        comparison == LIBPARSE_CASCADE ? libparse::ComparisonMode::cascade : libparse::ComparisonMode::version;
    const libparse::RulePack& rules = options != nullptr ? options->pack() : libparse::RulePack::builtin();
    libparse::PlanDifference difference = libparse::compare_plans(before->result.list, after->result.list, mode, rules);
    libparse::keep_changes(difference, told_changes(mode));
    std::ostringstream out;
    libparse::write_json(difference, before->result.list, after->result.list, out);
    *output = new libparse_buffer{std::move(out).str()};
  });
}

const char* libparse_buffer_data(const libparse_buffer* buffer) { return buffer ? buffer->bytes.c_str() : ""; }
size_t libparse_buffer_size(const libparse_buffer* buffer) { return buffer ? buffer->bytes.size() : 0; }
void libparse_buffer_free(libparse_buffer* buffer) { delete buffer; }
}
