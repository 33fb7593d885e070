// SPDX-License-Identifier: MIT
#include "frame/line.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

Furniture furniture_of(const rules::RuleMatch& match) {
  const std::string_view where = match.rule->property("where");
  if (where == "anywhere") return Furniture::anywhere;
  if (where == "rest") return Furniture::rest;
  return where == "edge" ? Furniture::edge : Furniture::none;
}

/// A Markdown rule (---) that was joined with the line below it is no part of that line.
std::size_t behind_rule(std::string_view text, text::Range range) {
  std::size_t at = range.begin;
  while (at < range.end && text[at] == '-') ++at;
  if (at - range.begin < 3) return range.begin;
  while (at < range.end && (text[at] == ' ' || text[at] == '#')) ++at;
  return at < range.end ? at : range.begin;
}

}  // namespace

std::string without_spaces(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t at = 0; at < s.size(); ++at) {
    const std::size_t solid = at;
    while (at < s.size() && !is_blank(s[at])) ++at;
    out.append(s, solid, at - solid);
  }
  return out;
}

text::Range spread(std::string_view text, std::size_t base, text::Range r) {
  text::Range out{base + text.size(), base + text.size()};
  std::size_t solid = 0;  // bytes of the text without spaces up to here
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_blank(text[at])) continue;
    if (solid == r.begin) out.begin = base + at;
    if (++solid == r.end) {
      out.end = base + at + 1;
      break;
    }
  }
  out.begin = std::min(out.begin, out.end);
  return out;
}

std::string title_key(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::char_at(s, at);
    const bool ascii = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (ascii || text::is_han(c)) out.append(s.substr(at, text::next(s, at) - at));
  }
  return out;
}

bool ends_like_sentence(std::string_view bare) {
  if (bare.empty()) return false;
  const char32_t last = text::char_at(bare, text::previous(bare, bare.size()));
  return std::u32string_view(U"。;:,、!?").find(last) != std::u32string_view::npos;
}

std::vector<Line> read_lines(const layout::Layout& layout, const Words& words) {
  std::vector<Line> lines;
  lines.reserve(layout.paragraphs.size());
  const std::string_view text = layout.text.view();
  for (text::Range range : layout.paragraphs) {
    Line line;
    range.begin = behind_rule(text, range);
    line.range = range;
    std::size_t end = std::min(range.end, range.begin + kBareBytes);
    while (end < range.end && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    line.whole = end == range.end;
    line.bare = without_spaces(text.substr(range.begin, end - range.begin));
    line.characters = text::count(line.bare);
    line.label = words.labels.read(text, range.begin);
    if (!line.label && range.size() <= kLineBytes) {
      if (const auto match = words.furniture.match_whole(text, range)) line.furniture = furniture_of(*match);
    }
    if (range.size() <= (line.label ? kLabelledBytes : kLineBytes)) {
      line.part = words.frame.match_whole(line.bare, {0, line.bare.size()});
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace libparse::frame
