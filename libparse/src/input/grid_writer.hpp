// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "input/source_text.hpp"

namespace libparse::input {

/// A cell of a table with its text. Line feeds are line breaks, `\x1E` is the end of a paragraph inside the cell.
struct CellText {
  std::size_t row = 0;  ///< from 0
  std::size_t column = 0;
  std::size_t row_span = 1;
  std::size_t column_span = 1;
  std::string text;
  std::size_t paragraph = 0;  ///< of its first line
  std::string name;           ///< place, such as `Sheet1!B7`
};

constexpr char kParagraphEnd = '\x1E';

/// The letters of a column, counted from 0: A, B … Z, AA.
[[nodiscard]] std::string column_letters(std::size_t column);
/// `B7` for row 6, column 1.
[[nodiscard]] std::string cell_name(std::size_t row, std::size_t column);

/// Text of a cell on one line: a paragraph ends in a space, a line break is one too unless it parts two Han
/// characters, where people break lines to make them fit; tabs and runs of spaces are one space.
[[nodiscard]] std::string one_line(std::string_view text);

/// Appends a line with its place. White space at its end is left out, and so is a line of nothing else.
void append_line(SourceText& out, std::string_view text, std::size_t paragraph, const std::string& cell);

/// Appends a table as lines and as a Grid. `cells` are in reading order and do not overlap; rows in which no cell
/// begins with text give no line.
void append_grid(SourceText& out, std::size_t rows, std::size_t columns, const std::vector<CellText>& cells);

}  // namespace libparse::input
