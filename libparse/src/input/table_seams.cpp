// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "input/page_lines.hpp"
#include "input/page_tables.hpp"

namespace libparse::input {
namespace {

constexpr std::size_t kMostHeaderRows = 4;
constexpr std::size_t kNone = SIZE_MAX;

using Row = std::vector<const TableCell*>;  ///< the cells that begin in a row

/// The first rows, as many as a header may have.
std::vector<Row> first_rows(const PageTable& table) {
  std::vector<Row> rows(std::min(table.rows, kMostHeaderRows));
  for (const TableCell& cell : table.cells) {
    if (cell.row >= rows.size()) break;
    rows[cell.row].push_back(&cell);
  }
  return rows;
}

bool same_row(const Row& a, const Row& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const TableCell* x, const TableCell* y) {
           return x->column == y->column && x->column_span == y->column_span && x->text == y->text;
         });
}

/// How many rows at the top of `next` repeat the top of `table`.
std::size_t repeated_header(const PageTable& table, const PageTable& next) {
  const std::vector<Row> rows = first_rows(table);
  const std::vector<Row> more = first_rows(next);
  const auto has_text = [](const Row& row) {
    return std::any_of(row.begin(), row.end(), [](const TableCell* cell) { return !cell->text.empty(); });
  };
  std::size_t header = 0;
  while (header < rows.size() && header < more.size() && has_text(rows[header]) && same_row(rows[header], more[header]))
    ++header;
  return header;
}

/// Index of the cell that covers each column in the last row.
std::vector<std::size_t> foot_of(const PageTable& table) {
  std::vector<std::size_t> foot(table.columns(), kNone);
  std::size_t missing = foot.size();
  for (std::size_t i = table.cells.size(); i-- > 0 && missing > 0;) {
    const TableCell& cell = table.cells[i];
    if (cell.row + cell.row_span != table.rows) continue;
    for (std::size_t c = cell.column; c < cell.column + cell.column_span; ++c) foot[c] = i, --missing;
  }
  return foot;
}

/// How the first row behind a page break follows on the last one before it.
struct Seam {
  std::size_t leading = 0;  ///< empty columns on the left that go on with merged cells above them
  bool cut = false;         ///< the break went through a row: every cell goes on
};

Seam find_seam(const PageTable& table, const std::vector<std::size_t>& foot, const std::vector<TableCell>& cells) {
  Seam seam;
  for (const TableCell& cell : cells) {
    if (cell.row > 0 || !cell.text.empty() || cell.column != seam.leading) break;
    const std::size_t above = foot[cell.column];
    if (above == kNone || table.cells[above].column != cell.column ||
        table.cells[above].column_span != cell.column_span)
      break;
    seam.leading += cell.column_span;
  }
  if (seam.leading == 0) return seam;
  seam.cut = true;
  for (const TableCell& cell : cells) {
    if (cell.row > 0 || cell.text.empty()) continue;
    const std::size_t above = foot[cell.column];
    if (above == kNone || table.cells[above].ended || table.cells[above].column != cell.column) seam.cut = false;
  }
  return seam;
}

/// An empty cell at the top of a page that goes on with the one above the break: one of the two spans rows, so that the
/// column has merged cells, and words of a merged cell are not set again on the next page.
bool goes_on_merged(const TableCell& above, const TableCell& cell) {
  return cell.text.empty() && above.column == cell.column && above.column_span == cell.column_span &&
         (above.row_span > 1 || cell.row_span > 1);
}

}  // namespace

bool same_columns(const PageTable& table, const PageTable& next) {
  if (table.borders.size() != next.borders.size()) return false;
  // The table may stand further to one side on the next page; its columns keep their widths.
  for (std::size_t i = 1; i < table.borders.size(); ++i) {
    const double width = table.borders[i] - table.borders[i - 1];
    const double other = next.borders[i] - next.borders[i - 1];
    if (std::abs(width - other) > 4 + 0.02 * width) return false;
  }
  return true;
}

void append_table(PageTable& table, PageTable next) {
  const std::size_t header = repeated_header(table, next);
  if (header == next.rows) return;
  std::vector<TableCell> cells;
  for (TableCell& cell : next.cells) {
    if (cell.row < header) continue;
    cell.row -= header;
    cells.push_back(std::move(cell));
  }
  const std::vector<std::size_t> foot = foot_of(table);
  const Seam seam = find_seam(table, foot, cells);
  const std::size_t shift = seam.cut ? table.rows - 1 : table.rows;
  for (TableCell& cell : cells) {
    if (cell.row == 0 && foot[cell.column] != kNone) {
      TableCell& above = table.cells[foot[cell.column]];
      if (seam.cut || cell.column < seam.leading ? above.column == cell.column : goes_on_merged(above, cell)) {
        append_line(above.text, cell.text);
        above.ended = cell.ended;
        above.row_span += cell.row_span - (seam.cut ? 1 : 0);
        continue;
      }
    }
    cell.row += shift;
    table.cells.push_back(std::move(cell));
  }
  table.rows = shift + next.rows - header;
}

}  // namespace libparse::input
