// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "input/page_content.hpp"

namespace libparse::input {

/// One line of text, of one column where the page has several.
struct TextLine {
  Box box;
  double size = 0;          ///< of most of its characters
  std::uint32_t style = 0;  ///< font of most of its characters
  std::string text;         ///< UTF-8 without leading and trailing space
  std::size_t column = 0;   ///< 0: over the whole width; 1, 2: left and right column of a part of the page
};

struct TableCell {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t row_span = 1;
  std::size_t column_span = 1;
  std::size_t page = 0;
  std::string text;
  bool ended = false;  ///< its last line stops short of the border, or with a full stop: nothing is to follow
};

struct PageTable {
  Box box;
  std::vector<double> borders;  ///< x of its column borders: `columns() + 1` of them
  std::size_t rows = 0;
  std::vector<TableCell> cells;  ///< by row, then column; a merged cell stands where it begins
  [[nodiscard]] std::size_t columns() const noexcept { return borders.empty() ? 0 : borders.size() - 1; }
};

/// A line or a table, in reading order.
struct Block {
  std::optional<PageTable> table;
  TextLine line;  ///< where there is no table
  [[nodiscard]] const Box& box() const noexcept { return table ? table->box : line.box; }
};

struct PageBlocks {
  std::size_t number = 0;
  double width = 0;
  double height = 0;
  std::vector<Block> blocks;
};

}  // namespace libparse::input
