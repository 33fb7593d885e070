// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>

#include "input/html_blocks.hpp"
#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr std::size_t kMostColumns = 1000;  // HTML, 4.9.11: colspan is clamped to 1000
constexpr std::size_t kMostRowSpan = 65534;
constexpr std::size_t kFewParagraphs = 8;

std::size_t span_of(std::string_view value, std::size_t most) {
  std::size_t n = 1;
  std::from_chars(value.data(), value.data() + value.size(), n);
  return std::clamp<std::size_t>(n, 1, most);
}

/// Calls `visit` for the elements of one tag inside `top` that belong to no table further inside.
template <class Visit>
void for_each_own(const HtmlTree& tree, std::size_t top, const Visit& visit) {
  for (std::size_t i = top + 1; i < tree.nodes[top].end;) {
    const HtmlTree::Node& node = tree.nodes[i];
    if (node.hidden || node.tag == "table") {
      i = node.end;
      continue;
    }
    visit(i, node);
    ++i;
  }
}

}  // namespace

HtmlTable place_cells(const HtmlTree& tree, std::size_t table) {
  HtmlTable out;
  std::vector<std::size_t> taken;  // for each column, how many rows from the current one on a cell above reaches
  std::size_t column = 0;
  bool in_row = false;
  const auto end_row = [&] {
    if (!in_row) return;
    for (std::size_t& rows : taken) rows -= rows > 0 ? 1U : 0U;
    ++out.rows;
  };
  for_each_own(tree, table, [&](std::size_t i, const HtmlTree::Node& node) {
    if (node.tag == "tr") {
      end_row();
      in_row = true;
      column = 0;
    } else if (in_row && (node.tag == "td" || node.tag == "th")) {
      while (column < taken.size() && taken[column] > 0) ++column;
      if (column >= kMostColumns) return;
      CellText cell;
      cell.row = out.rows;
      cell.column = column;
      cell.column_span = span_of(tree.attribute(node, "colspan"), kMostColumns - column);
      const std::string_view rows = tree.attribute(node, "rowspan");
      cell.row_span = rows == "0" ? kMostRowSpan : span_of(rows, kMostRowSpan);
      taken.resize(std::max(taken.size(), column + cell.column_span), 0);
      for (std::size_t c = column; c < column + cell.column_span; ++c) {
        if (c > column && taken[c] > 0) {  // it would lie over a cell from above
          cell.column_span = c - column;
          break;
        }
        taken[c] = cell.row_span;
      }
      column += cell.column_span;
      out.cells.push_back(std::move(cell));
      out.nodes.push_back(i);
    }
  });
  end_row();
  out.columns = taken.size();
  for (CellText& cell : out.cells) cell.row_span = std::min(cell.row_span, out.rows - cell.row);
  return out;
}

bool is_data_table(const HtmlTree& tree, std::size_t table, const std::vector<std::size_t>& characters) {
  const auto size = [&](std::size_t i) { return characters[tree.nodes[i].end] - characters[i]; };
  const std::string_view role = tree.attribute(tree.nodes[table], "role");
  if (role == "presentation" || role == "none") return false;
  const std::size_t all = size(table);
  for (std::size_t i = table + 1; i < tree.nodes[table].end; ++i) {
    if (tree.nodes[i].tag == "table" && size(i) * 5 >= all) return false;
  }
  const HtmlTable placed = place_cells(tree, table);
  if (placed.rows < 2 || placed.columns < 2) return false;
  std::size_t filled_rows = 0, filled = 0, row = 0, largest = 0;
  for (std::size_t n = 0; n < placed.cells.size(); ++n) {
    if (placed.cells[n].row != row) filled_rows += filled >= 2, filled = 0, row = placed.cells[n].row;
    filled += size(placed.nodes[n]) > 0;
    if (largest == 0 || size(placed.nodes[n]) > size(largest)) largest = placed.nodes[n];
  }
  filled_rows += filled >= 2;
  if (filled_rows < 2) return false;
  std::size_t paragraphs = 0;
  for (std::size_t i = largest + 1; i < tree.nodes[largest].end; ++i) {
    paragraphs += tree.nodes[i].tag == "p" || tree.nodes[i].tag == "br" || tree.nodes[i].tag == "div";
  }
  return size(largest) * 5 <= all * 3 || paragraphs < kFewParagraphs;
}

std::vector<std::size_t> count_characters(const HtmlTree& tree) {
  std::vector<std::size_t> out{0};
  out.reserve(tree.nodes.size() + 1);
  for (const HtmlTree::Node& node : tree.nodes) {
    std::size_t n = 0;
    if (node.is_text()) {
      const std::string_view text = tree.text(node);
      for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
        const char32_t c = text::char_at(text, at);
        n += c > ' ' && c != 0xA0 && c != 0x3000;
      }
    }
    out.push_back(out.back() + n);
  }
  return out;
}

}  // namespace libparse::input
