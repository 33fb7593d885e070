// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "input/grid_writer.hpp"
#include "input/html_tree.hpp"

namespace libparse::input {

/// How an element stands in the flow of the text.
enum class HtmlFlow { inside, block, hidden };
[[nodiscard]] HtmlFlow flow_of(std::string_view tag);

/// Why a line of a page ends.
enum class HtmlBreak { block, line_break };

struct HtmlLine {
  std::string text;  ///< white space collapsed; ideographic and no-break spaces kept
  HtmlBreak end = HtmlBreak::block;
  bool after_blank = false;  ///< an empty line made by breaks stands before it
  bool heading = false;      ///< in h1 … h6
  std::size_t node = 0;      ///< in which it starts
};

/// The lines of the nodes from `begin` to `end` (not included), those of elements that show no text and of `skipped`
/// nodes left out. Numbers of `<ol>` are written out. Tables are read as blocks, cell by cell.
[[nodiscard]] std::vector<HtmlLine> read_lines_of(const HtmlTree& tree, std::size_t begin, std::size_t end,
                                                  const std::vector<bool>& skipped);

/// A table with its cells placed (HTML, 4.9.12 "forming a table").
struct HtmlTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<CellText> cells;     ///< in reading order; `paragraph` and `name` are left to the caller
  std::vector<std::size_t> nodes;  ///< of each cell
};
/// Cells without their text. Spans are cut to the table.
[[nodiscard]] HtmlTable place_cells(const HtmlTree& tree, std::size_t table);

/// True where a table holds data; false where it only lays out the page: one column, one row, another table inside, or
/// one cell with nearly all of the text.
/// \param characters  sums of characters before each node (see count_characters)
[[nodiscard]] bool is_data_table(const HtmlTree& tree, std::size_t table, const std::vector<std::size_t>& characters);

/// `out[i]`: characters but white space in the text of the nodes before i; one more entry than nodes.
[[nodiscard]] std::vector<std::size_t> count_characters(const HtmlTree& tree);

}  // namespace libparse::input
