// SPDX-License-Identifier: MIT
#include "task/grid_table.hpp"

#include <algorithm>
#include <cstddef>

namespace libparse::task {
namespace {

using input::Cell;
using text::Range;

constexpr std::size_t kFewestColumns = 2;     // the work and who does it
constexpr std::size_t kMostColumns = 64;      // a sheet wider than that is no task table
constexpr std::size_t kMostHeadingRows = 12;  // title and notes above the headings

/// The cells of a grid by place, merged ones at every place they cover.
class Places {
 public:
  Places(std::string_view text, const input::Grid& grid)
      : text_(text), columns_(grid.columns), cells_(grid.rows * grid.columns, nullptr) {
    for (const Cell& cell : grid.cells) {
      const std::size_t row_end = std::min(grid.rows, cell.row + cell.row_span);
      const std::size_t column_end = std::min(grid.columns, cell.column + cell.column_span);
      for (std::size_t r = cell.row; r < row_end; ++r) {
        for (std::size_t c = cell.column; c < column_end; ++c) cells_[r * columns_ + c] = &cell;
      }
    }
  }

  /// Null where the grid has no cell.
  [[nodiscard]] const Cell* at(std::size_t row, std::size_t column) const { return cells_[row * columns_ + column]; }
  [[nodiscard]] std::string_view words(std::size_t row, std::size_t column) const {
    const Cell* cell = at(row, column);
    return cell == nullptr ? std::string_view{} : text_.substr(cell->range.begin, cell->range.size());
  }
  /// The cell where it begins in this row and says something.
  [[nodiscard]] const Cell* own(std::size_t row, std::size_t column) const {
    const Cell* cell = at(row, column);
    return cell != nullptr && cell->row == row && cell->column == column && !cell->range.empty() ? cell : nullptr;
  }
  [[nodiscard]] std::size_t columns() const { return columns_; }

 private:
  std::string_view text_;
  std::size_t columns_;
  std::vector<const Cell*> cells_;
};

struct Heading {
  std::size_t first = 0;  ///< its rows
  std::size_t last = 0;
  std::vector<Column> columns;
};

std::optional<Heading> heading_at(const Places& places, const ColumnReader& reader, std::size_t row, std::size_t rows) {
  Heading heading{row, row, {}};
  bool spans = false;
  for (std::size_t c = 0; c < places.columns(); ++c) {
    heading.columns.push_back(reader.read(places.words(row, c)));
    const Cell* cell = places.own(row, c);
    spans = spans || (cell != nullptr && cell->column_span > 1 && cell->column_span < places.columns());
  }
  if (spans && row + 1 < rows) {  // headings in two rows
    std::vector<Column> lower;
    for (std::size_t c = 0; c < places.columns(); ++c) {
      const bool same = places.at(row, c) == places.at(row + 1, c) || places.words(row + 1, c).empty();
      lower.push_back(same ? heading.columns[c] : reader.read(places.words(row, c), places.words(row + 1, c)));
    }
    const auto known = [](const std::vector<Column>& columns) {
      return std::count_if(columns.begin(), columns.end(),
                           [](const Column& c) { return c.kind != ColumnKind::unknown; });
    };
    bool new_words = false;  // the second row has headings of its own
    for (std::size_t c = 0; c < places.columns(); ++c) {
      new_words =
          new_words || (places.own(row + 1, c) != nullptr &&
                        reader.read(places.words(row, c), places.words(row + 1, c)).kind != ColumnKind::unknown &&
                        places.own(row, c) != places.own(row + 1, c) && places.at(row, c)->column_span > 1);
    }
    if (new_words && known(lower) >= known(heading.columns)) {
      heading.columns = std::move(lower);
      heading.last = row + 1;
    }
  }
  if (!ColumnReader::is_header(heading.columns, kFewestColumns)) return std::nullopt;
  return heading;
}

bool is_repeated(const Places& places, const Heading& heading, std::size_t row, std::size_t of) {
  for (std::size_t c = 0; c < places.columns(); ++c) {
    if (places.words(row, c) != places.words(of, c)) return false;
  }
  return row > heading.last;
}

/// A line across the table that heads the rows below it: 一、水污染防治.
std::optional<Range> headline(const Places& places, std::size_t row) {
  std::optional<Range> only;
  for (std::size_t c = 0; c < places.columns(); ++c) {
    const Cell* cell = places.own(row, c);
    if (cell == nullptr) {
      if (places.at(row, c) != nullptr && !places.words(row, c).empty() && places.at(row, c)->row != row)
        return std::nullopt;  // a merged cell from above: a row like others
      continue;
    }
    if (only || (c > 0 && cell->column_span == 1)) return std::nullopt;
    only = cell->range;
  }
  return only;
}

class RowReader {
 public:
  RowReader(const Places& places, const Heading& heading, Table& table)
      : places_(places), heading_(heading), table_(table) {}

  void read(std::size_t row) {
    if (const auto line = headline(places_, row)) {
      headline_ = *line;
      return;
    }
    TableRow made;
    const bool has_task = read_task(row, made);
    read_slots(row, made);
    if (has_task) {
      if (!headline_.empty()) made.above.insert(made.above.begin(), headline_);
      table_.rows.push_back(std::move(made));
    } else if (!table_.rows.empty()) {  // further units of the row above
      auto& cells = table_.rows.back().cells;
      for (const TableCell& cell : made.cells) {
        const bool known =
            std::any_of(cells.begin(), cells.end(), [&](const TableCell& c) { return c.range == cell.range; });
        if (!known) cells.push_back(cell);
      }
    }
  }

 private:
  /// The body of the row: its own cells of work, one column next to the other. False where it has none.
  bool read_task(std::size_t row, TableRow& made) {
    std::size_t last = 0;
    const Cell* before = nullptr;
    for (std::size_t c = 0; c < places_.columns(); ++c) {
      const ColumnKind kind = heading_.columns[c].kind;
      const Cell* cell = places_.at(row, c);
      if (cell == nullptr || cell->range.empty() || cell == before) continue;
      before = cell;
      const bool is_own = cell->row == row;
      if (kind == ColumnKind::category || (kind == ColumnKind::task && !is_own)) {
        made.above.push_back(cell->range);
      } else if (is_own && kind == ColumnKind::task) {
        if (!made.task.empty() && last + 1 < c) continue;
        made.task = made.task.empty() ? cell->range : Range{made.task.begin, cell->range.end};
        last = c + cell->column_span - 1;
      } else if (kind == ColumnKind::nature) {
        made.nature = cell->range;
      } else if (is_own && kind == ColumnKind::target) {
        if (!made.task.empty() && last + 1 == c) {
          made.task.end = cell->range.end;
          last = c + cell->column_span - 1;
        } else if (made.target.empty()) {
          made.target = cell->range;
        }
      }
    }
    if (made.task.empty()) std::swap(made.task, made.target);
    return !made.task.empty();
  }

  void read_slots(std::size_t row, TableRow& made) const {
    const Cell* before = nullptr;
    for (std::size_t c = 0; c < places_.columns(); ++c) {
      const Column& column = heading_.columns[c];
      const Cell* cell = places_.at(row, c);
      if (column.kind != ColumnKind::slot || cell == nullptr || cell->range.empty() || cell == before) continue;
      before = cell;
      if (column.label.kind != extract::ColumnLabel::Kind::contact) made.cells.push_back({column.label, cell->range});
    }
  }

  const Places& places_;
  const Heading& heading_;
  Table& table_;
  Range headline_;
};

}  // namespace

std::optional<Table> GridTableReader::read(std::string_view text, const input::Grid& grid) const {
  if (grid.columns < kFewestColumns || grid.columns > kMostColumns || grid.rows < 2) return std::nullopt;
  const Places places(text, grid);
  std::optional<Heading> heading;
  for (std::size_t row = 0; !heading && row < std::min(grid.rows, kMostHeadingRows); ++row) {
    heading = heading_at(places, columns_, row, grid.rows);
  }
  if (!heading) return std::nullopt;
  Table table;
  RowReader rows(places, *heading, table);
  for (std::size_t row = heading->last + 1; row < grid.rows; ++row) {
    if (is_repeated(places, *heading, row, heading->first)) {
      row += heading->last - heading->first;
      continue;
    }
    rows.read(row);
  }
  if (table.rows.empty()) return std::nullopt;
  return table;
}

}  // namespace libparse::task
