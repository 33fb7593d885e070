// SPDX-License-Identifier: MIT
#include "input/page_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr double kSegmentGap = 1.5;  ///< em; no justification stretches a gap so far
constexpr double kSpaceGap = 0.8;    ///< em; between Han characters: a space of the author
constexpr double kWordGap = 0.15;    ///< em; between Latin letters
constexpr std::size_t kLongestSpacedText = 24;

/// Letters and digits of Latin script: words of these are parted by spaces.
bool is_word_character(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F);
}

bool is_mark_character(char32_t c) {
  return (c >= '0' && c <= '9') || c == '*' || c == '[' || c == ']' || (c >= 0x2460 && c <= 0x2473) || c == 0xB9 ||
         c == 0xB2 || c == 0xB3 || c == 0x3014 || c == 0x3015;
}

/// Size and font of most of the glyphs.
struct Majority {
  double size = 0;
  std::uint32_t style = 0;
};

Majority majority(const SegmentLine& segments) {
  std::map<std::pair<long, std::uint32_t>, std::size_t> counts;
  for (const Segment& segment : segments)
    for (const Glyph& glyph : segment.glyphs) ++counts[{std::lround(glyph.size * 4), glyph.style}];
  Majority most;
  std::size_t best = 0;
  for (const auto& [key, count] : counts) {
    if (count <= best) continue;
    best = count;
    most = {static_cast<double>(key.first) / 4, key.second};
  }
  return most;
}

/// A glyph printed again over the one before it, a little to the side.
bool is_overprint(const Glyph& before, const Glyph& glyph) {
  return before.character == glyph.character && std::abs(before.box.x0 - glyph.box.x0) < 0.2 * glyph.size &&
         std::abs(before.box.y0 - glyph.box.y0) < 0.2 * glyph.size;
}

/// Removes raised marks of footnotes: digits and signs in small type above the line that follow Han text.
void drop_note_marks(std::vector<Glyph>& line) {
  double largest = 0;
  for (const Glyph& glyph : line) largest = std::max(largest, glyph.size);
  double bottom = 0;
  std::size_t counted = 0;
  for (const Glyph& glyph : line)
    if (glyph.size > 0.8 * largest) bottom += glyph.box.y1, ++counted;
  if (counted == 0) return;
  bottom /= static_cast<double>(counted);
  std::vector<Glyph> kept;
  kept.reserve(line.size());
  bool in_mark = false;
  for (const Glyph& glyph : line) {
    const bool raised = glyph.size < 0.75 * largest && glyph.box.y1 < bottom - 0.2 * largest;
    const bool follows_han = !kept.empty() && !is_word_character(kept.back().character);
    in_mark = raised && is_mark_character(glyph.character) && (in_mark || follows_han);
    if (!in_mark) kept.push_back(glyph);
  }
  line = std::move(kept);
}

SegmentLine cut_segments(std::vector<Glyph> line) {
  std::sort(line.begin(), line.end(), [](const Glyph& a, const Glyph& b) { return a.box.x0 < b.box.x0; });
  drop_note_marks(line);
  SegmentLine segments;
  for (Glyph& glyph : line) {
    if (!segments.empty()) {
      Segment& last = segments.back();
      if (is_overprint(last.glyphs.back(), glyph)) continue;
      if (glyph.box.x0 - last.box.x1 < kSegmentGap * std::max(glyph.size, last.glyphs.back().size)) {
        last.box.include(glyph.box);
        last.glyphs.push_back(glyph);
        continue;
      }
    }
    segments.push_back({glyph.box, {glyph}});
  }
  return segments;
}

/// Whether single Han characters stand apart at even distances, as in a spaced title. Two alone do not show a
/// distance; they count where nothing else stands in the line.
bool is_letter_spaced(const std::vector<const Glyph*>& glyphs, bool alone) {
  if (glyphs.size() < (alone ? 2U : 3U) || glyphs.size() > kLongestSpacedText) return false;
  double narrowest = 1e9;
  double widest = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (!text::is_han(glyphs[i]->character)) return false;
    if (i == 0) continue;
    const double gap = (glyphs[i]->box.x0 - glyphs[i - 1]->box.x1) / glyphs[i]->size;
    narrowest = std::min(narrowest, gap);
    widest = std::max(widest, gap);
  }
  return narrowest > 0.2 && widest < 6 && widest < 1.4 * narrowest + 0.3;
}

}  // namespace

std::vector<SegmentLine> find_lines(std::vector<Glyph> glyphs) {
  std::sort(glyphs.begin(), glyphs.end(), [](const Glyph& a, const Glyph& b) {
    const double ya = a.box.center_y();
    const double yb = b.box.center_y();
    return ya != yb ? ya < yb : a.box.x0 < b.box.x0;
  });
  std::vector<SegmentLine> lines;
  std::vector<Glyph> line;
  double center = 0;  // mean of the line's glyphs
  double size = 0;    // of the largest
  const auto finish = [&] {
    if (line.empty()) return;
    SegmentLine segments = cut_segments(std::move(line));
    if (!segments.empty()) lines.push_back(std::move(segments));
    line.clear();
  };
  for (const Glyph& glyph : glyphs) {
    const double y = glyph.box.center_y();
    if (line.empty() || y - center > 0.5 * std::max(size, glyph.size)) {
      finish();
      center = y, size = glyph.size;
    } else {
      center += (y - center) / static_cast<double>(line.size() + 1);
      size = std::max(size, glyph.size);
    }
    line.push_back(glyph);
  }
  finish();
  return lines;
}

TextLine make_line(const SegmentLine& segments, bool alone) {
  TextLine made;
  if (segments.empty()) return made;
  const Majority most = majority(segments);
  made.size = most.size;
  made.style = most.style;
  made.box = segments.front().box;
  std::vector<const Glyph*> glyphs;
  for (const Segment& segment : segments) {
    made.box.include(segment.box);
    for (const Glyph& glyph : segment.glyphs) glyphs.push_back(&glyph);
  }
  const bool spaced = is_letter_spaced(glyphs, alone);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (i > 0 && !spaced) {
      const Glyph& before = *glyphs[i - 1];
      const double gap = (glyphs[i]->box.x0 - before.box.x1) / std::min(before.size, glyphs[i]->size);
      const bool words = is_word_character(before.character) && is_word_character(glyphs[i]->character);
      if (gap > (words ? kWordGap : kSpaceGap)) made.text += ' ';
    }
    text::append(made.text, glyphs[i]->character);
  }
  return made;
}

void split_line(const SegmentLine& line, double x, SegmentLine& left, SegmentLine& right) {
  for (const Segment& segment : line) {
    if (segment.box.x1 <= x || segment.box.x0 >= x) {
      (segment.box.x0 >= x ? right : left).push_back(segment);
      continue;
    }
    for (const Glyph& glyph : segment.glyphs) {
      SegmentLine& side = glyph.box.center_x() < x ? left : right;
      if (side.empty() || glyph.box.x0 - side.back().box.x1 > kSegmentGap * glyph.size) side.push_back({glyph.box, {}});
      side.back().box.include(glyph.box);
      side.back().glyphs.push_back(glyph);
    }
  }
}

void append_line(std::string& text, const std::string& next) {
  const auto is_digit = [](char32_t c) { return c >= '0' && c <= '9'; };
  const char32_t last = last_character(text);
  const char32_t first = first_character(next);
  const bool number = is_digit(last) && is_digit(first);  // some typesetters break numbers
  if (!number && is_word_character(last) && is_word_character(first)) text += ' ';
  text += next;
}

char32_t first_character(const std::string& valid_text) {
  return valid_text.empty() ? 0 : text::char_at(valid_text, 0);
}

char32_t last_character(const std::string& valid_text) {
  return valid_text.empty() ? 0 : text::char_at(valid_text, text::previous(valid_text, valid_text.size()));
}

}  // namespace libparse::input
