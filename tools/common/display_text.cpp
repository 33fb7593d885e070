// SPDX-License-Identifier: MIT
#include "common/display_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace tools {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 17> kWide = {{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0xA4C6},
                                          {0xA960, 0xA97C},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE10, 0xFE19},
                                          {0xFE30, 0xFE6B},
                                          {0xFF01, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1F64F},
                                          {0x1F680, 0x1F6FF},
                                          {0x1F900, 0x1F9FF},
                                          {0x20000, 0x2FFFD},
                                          {0x30000, 0x3FFFD}}};
constexpr std::array<Range, 6> kZero = {
    {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.last; });
}

std::size_t width_of(char32_t c) { return c < 0x300 ? 1 : is_in(kZero, c) ? 0 : is_in(kWide, c) ? 2 : 1; }

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Character {
  char32_t code = 0xFFFD;
  std::string_view bytes;
};

// Cuts the first character off `text`, which is not empty. A broken byte comes back as itself with U+FFFD as code.
Character take_character(std::string_view& text) {
  const auto lead = static_cast<std::uint8_t>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  Character c;
  const bool is_lead = lead < 0x80 || (lead >= 0xC2 && lead < 0xF5);
  bool whole = is_lead && text.size() >= length;
  char32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; whole && i < length; ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    whole = (byte & 0xC0) == 0x80;
    code = code << 6 | (byte & 0x3FU);
  }
  if (whole) c.code = code;
  c.bytes = text.substr(0, whole ? length : 1);
  text.remove_prefix(c.bytes.size());
  return c;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

bool is_closing(char32_t c) {
  return std::u32string_view(U",.;:!?)\u3001\u3002\u300B\u300D\u3011\uFF01\uFF09\uFF0C\uFF1A\uFF1B\uFF1F").find(c) !=
         std::u32string_view::npos;
}

// What wrap keeps together: a run of narrow letters, a single space, or a wide character with its opening bracket and
// the marks behind it.
std::string_view take_word(std::string_view& text) {
  std::string_view rest = text;
  std::size_t size = 0;
  while (!rest.empty()) {
    const Character c = take_character(rest);
    const bool is_alone = c.code == ' ' || width_of(c.code) == 2;
    if (is_alone && size > 0 && text[size - 1] != '(') break;
    size += c.bytes.size();
    if (is_alone) {
      while (c.code != ' ' && !rest.empty()) {
        const Character mark = take_character(rest);
        if (!is_closing(mark.code)) break;
        size += mark.bytes.size();
      }
      break;
    }
  }
  const std::string_view word = text.substr(0, size);
  text.remove_prefix(size);
  return word;
}

void wrap_line(std::string_view text, std::size_t width, std::vector<std::string>& lines) {
  std::string line;
  std::size_t used = 0;
  const auto flush = [&] {
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(std::exchange(line, {}));
    used = 0;
  };
  while (!text.empty()) {
    std::string_view word = take_word(text);
    if (used > 0 && used + display_width(word) > width) flush();
    if (used == 0 && word == " " && !lines.empty()) continue;
    while (!word.empty()) {
      const Character c = take_character(word);
      if (used + width_of(c.code) > width) flush();
      line += c.bytes;
      used += width_of(c.code);
    }
  }
  flush();
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += width_of(take_character(text).code);
  return width;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character c = take_character(text);
    out += is_control(c.code) || c.code == 0xFFFD ? kReplacement : c.bytes;
  }
  return out;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    wrap_line(printable(text.substr(0, end)), std::max<std::size_t>(width, 2), lines);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string clip(std::string_view text, std::size_t width) {
  std::string shown = printable(text);
  if (display_width(shown) <= width) return shown;
  std::string out;
  std::size_t used = 0;
  for (std::string_view rest = shown; !rest.empty();) {
    const Character c = take_character(rest);
    if (used + width_of(c.code) + 1 > width) break;
    out += c.bytes;
    used += width_of(c.code);
  }
  return out += "\xE2\x80\xA6";
}

}  // namespace tools
