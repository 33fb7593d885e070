// SPDX-License-Identifier: MIT
#include "plancheck/quote.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plancheck {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t size_of_character(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

char32_t decode(std::string_view character) {
  auto value = static_cast<char32_t>(static_cast<unsigned char>(character[0]));
  if (character.size() > 1) value &= 0x7FU >> character.size();
  for (const char c : character.substr(1)) value = value << 6U | (static_cast<unsigned char>(c) & 0x3FU);
  return value;
}

// White space (Unicode White_Space), control and format characters, and the asterisk of Markdown's **bold**, which
// pages that were turned into text carry inside words.
bool is_layout(char32_t c) {
  constexpr std::array<std::pair<char32_t, char32_t>, 13> kRanges = {{{0, 0x20},
                                                                      {'*', '*'},
                                                                      {0x7F, 0xA0},
                                                                      {0xAD, 0xAD},
                                                                      {0x1680, 0x1680},
                                                                      {0x180E, 0x180E},
                                                                      {0x2000, 0x200F},
                                                                      {0x2028, 0x202F},
                                                                      {0x205F, 0x2064},
                                                                      {0x2066, 0x206F},
                                                                      {0x3000, 0x3000},
                                                                      {0xFE00, 0xFE0F},
                                                                      {0xFEFF, 0xFEFF}}};
  return std::any_of(kRanges.begin(), kRanges.end(),
                     [c](const auto& range) { return range.first <= c && c <= range.second; });
}

std::string without_layout(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  while (!text.empty()) {
    const std::string_view character = text.substr(0, size_of_character(text[0]));
    if (!is_layout(decode(character))) kept += character;
    text.remove_prefix(character.size());
  }
  return kept;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find_first_of("\r\n", 0);
    lines.push_back(text.substr(0, end));
    if (end != std::string_view::npos) text.remove_prefix(end + 1);
  }
  return lines;
}

// A page number on a line of its own: few characters, a digit among them.
bool is_page_number(std::string_view line) {
  constexpr std::size_t kLongest = 12;
  const auto characters = std::count_if(line.begin(), line.end(), begins_character);
  return static_cast<std::size_t>(characters) <= kLongest && line.find_first_of("0123456789") != std::string_view::npos;
}

std::string without_page_numbers(std::string_view slice) {
  const std::vector<std::string_view> lines = lines_of(slice);
  std::string kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_inside = i > 0 && i + 1 < lines.size();
    if (!is_inside || !is_page_number(lines[i])) kept += without_layout(lines[i]);
  }
  return kept;
}

// `text` without one of the brackets that stand around titles and document numbers at its begin.
std::string_view without_bracket(std::string_view text) {
  for (const std::string_view bracket : {"《", "》", "（", "）", "(", ")", "〈", "〉", "<", ">"}) {
    if (text.starts_with(bracket)) return text.substr(bracket.size());
  }
  return text;
}

// Moves `text` behind `part`, which may stand behind brackets.
bool take_part(std::string_view& text, std::string_view part) {
  while (!text.starts_with(part)) {
    const std::string_view rest = without_bracket(text);
    if (rest.size() == text.size()) return false;
    text = rest;
  }
  text.remove_prefix(part.size());
  return true;
}

// `parts` stand in `text` in this order, the first at its begin and the last at its end.
bool holds_parts(std::string_view text, const std::vector<std::string>& parts) {
  if (parts.empty() || !text.starts_with(parts.front())) return false;
  text.remove_prefix(parts.front().size());
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const bool is_last = i + 1 == parts.size();
    const std::size_t at = is_last && text.ends_with(parts[i]) ? text.size() - parts[i].size() : text.find(parts[i]);
    if (at == std::string_view::npos) return false;
    text.remove_prefix(at + parts[i].size());
  }
  return text.empty();
}

}  // namespace

QuotedText::QuotedText(std::string_view utf8) : utf8_(utf8) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    if (begins_character(utf8[at]) && characters++ % kStep == 0) marks_.push_back(at);
  }
}

std::size_t QuotedText::byte_of(std::size_t character) const {
  if (character / kStep >= marks_.size()) return utf8_.size();
  std::size_t at = marks_[character / kStep];
  for (std::size_t n = character % kStep; n > 0 && at < utf8_.size(); --n) at += size_of_character(utf8_[at]);
  return std::min(at, utf8_.size());
}

std::string_view QuotedText::slice(libparse::Span span) const {
  const std::size_t begin = byte_of(span.begin);
  return utf8_.substr(begin, std::max(byte_of(span.end), begin) - begin);
}

bool is_quote(std::string_view quote, std::string_view slice, Gaps gaps) {
  std::vector<std::string> parts;
  if (gaps == Gaps::clauses) {
    for (const std::string_view line : lines_of(quote)) parts.push_back(without_layout(line));
  } else {
    parts.push_back(without_layout(quote));
  }
  const std::string text = without_layout(slice);
  return holds_parts(text, parts) || holds_parts(without_page_numbers(slice), parts);
}

bool is_reference(std::string_view title, std::string_view number, std::string_view slice) {
  const std::string text = without_layout(slice);
  std::string_view rest = text;
  if (!take_part(rest, without_layout(title)) || !take_part(rest, without_layout(number))) return false;
  while (without_bracket(rest).size() < rest.size()) rest = without_bracket(rest);
  return rest.empty();
}

}  // namespace plancheck
