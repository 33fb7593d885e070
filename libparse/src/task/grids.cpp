// SPDX-License-Identifier: MIT
#include "task/grids.hpp"

#include <algorithm>

namespace libparse::task {
namespace {

using text::Range;

constexpr std::size_t kLongestData = 400;       // bytes of a cell; longer ones are paragraphs, not data
constexpr std::size_t kMostPlaces = 4'000'000;  // rows × columns; a larger table is a mistake of its container

/// Rows of three cells or more are data, however long the cells; below that, long cells are paragraphs set side by
/// side.
bool sets_out_a_page(const input::Grid& grid) {
  if (grid.columns < 2) return true;
  if (std::none_of(grid.cells.begin(), grid.cells.end(),
                   [](const input::Cell& c) { return c.range.size() > kLongestData; })) {
    return false;
  }
  std::vector<std::size_t> filled(grid.rows, 0);
  for (const input::Cell& cell : grid.cells) {
    if (cell.range.empty()) continue;
    for (std::size_t r = cell.row; r < std::min(grid.rows, cell.row + cell.row_span); ++r) ++filled[r];
  }
  const auto wide = std::count_if(filled.begin(), filled.end(), [](std::size_t cells) { return cells >= 3; });
  return grid.columns < 3 || static_cast<std::size_t>(wide) * 2 < grid.rows;
}

Range trimmed(std::string_view text, Range r) {
  const auto is_blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\t' || text[at] == '\n'; };
  while (!r.empty() && is_blank(r.begin)) ++r.begin;
  while (!r.empty() && is_blank(r.end - 1)) --r.end;
  return r;
}

}  // namespace

std::vector<GridInText> read_grids(const layout::Layout& layout, const text::DocumentText& source,
                                   const std::vector<input::Grid>& grids, const GridTableReader& reader,
                                   Diagnostics& diagnostics) {
  const std::string_view text = layout.text.view();
  const auto work_range = [&](Range r) {
    const auto offset = [&](std::size_t byte) { return layout.text.offset_of(source.character_of(byte)); };
    return r.empty() ? Range{} : trimmed(text, {offset(r.begin), offset(r.end)});
  };
  std::vector<GridInText> found;
  for (const input::Grid& grid : grids) {
    GridInText here{work_range(grid.range), std::nullopt};
    if (here.range.empty()) continue;
    if (grid.columns != 0 && grid.rows <= kMostPlaces / grid.columns) {
      input::Grid placed = grid;
      for (input::Cell& cell : placed.cells) cell.range = work_range(cell.range);
      here.table = reader.read(text, placed);
    }
    if (!here.table && sets_out_a_page(grid)) continue;
    if (!here.table) {
      diagnostics.push_back(
          {"table-not-read", Severity::info,
           "no heading row says which column holds the work and which the units; the table is left out",
           layout.text.source_span(here.range), ""});
    }
    found.push_back(std::move(here));
  }
  return found;
}

std::vector<Table> find_tables(std::string_view text, const outline::Node& node, const std::vector<GridInText>& grids,
                               const TableReader& flattened) {
  if (grids.empty()) return flattened.read(text, node.paragraphs);
  std::vector<Table> tables;
  const auto grid_of = [&](Range paragraph) {
    const auto behind = std::upper_bound(grids.begin(), grids.end(), paragraph.begin,
                                         [](std::size_t at, const GridInText& g) { return at < g.range.begin; });
    return behind != grids.begin() && (behind - 1)->range.contains(paragraph) ? &*(behind - 1) : nullptr;
  };
  for (std::size_t p = 0; p < node.paragraphs.size();) {
    const GridInText* grid = grid_of(node.paragraphs[p]);
    std::size_t end = p + 1;
    while (end < node.paragraphs.size() && grid_of(node.paragraphs[end]) == grid) ++end;
    if (grid != nullptr) {
      tables.push_back(grid->table.value_or(Table{}));
      tables.back().first = p;
      tables.back().last = end - 1;
    } else {
      const std::vector<Range> lines(node.paragraphs.begin() + static_cast<std::ptrdiff_t>(p),
                                     node.paragraphs.begin() + static_cast<std::ptrdiff_t>(end));
      for (Table& table : flattened.read(text, lines)) {
        table.first += p;
        table.last += p;
        tables.push_back(std::move(table));
      }
    }
    p = end;
  }
  return tables;
}

}  // namespace libparse::task
