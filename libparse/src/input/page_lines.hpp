// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "input/page_layout.hpp"

namespace libparse::input {

/// A stretch of a line without a wide gap: a whole line of prose, or what stands in one column.
struct Segment {
  Box box;
  std::vector<Glyph> glyphs;  ///< from left to right
};

/// Segments whose characters stand on one line, from left to right.
using SegmentLine = std::vector<Segment>;

/// Puts glyphs on lines from top to bottom. Glyphs printed twice at one place (imitated bold) are taken once, and
/// raised marks of footnotes are left out.
std::vector<SegmentLine> find_lines(std::vector<Glyph> glyphs);

/// The text of segments that stand side by side. Han characters are closed up; a gap that is a space by its width
/// stays one: between Latin words, and where Han text is set apart. Letter-spaced text (实 施 方 案) is closed.
TextLine make_line(const SegmentLine& segments, bool alone);

/// Parts a line into what is left of `x` and what is right of it.
void split_line(const SegmentLine& line, double x, SegmentLine& left, SegmentLine& right);

/// Joins the text of the next line of a paragraph to `text`: with a space between two Latin words only;
/// a number that was broken becomes one again.
void append_line(std::string& text, const std::string& next);

/// The first and last character; 0 for empty text.
char32_t first_character(const std::string& valid_text);
char32_t last_character(const std::string& valid_text);

}  // namespace libparse::input
