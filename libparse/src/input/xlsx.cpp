// SPDX-License-Identifier: MIT
#include <algorithm>

#include "input/grid_writer.hpp"
#include "input/source_text.hpp"
#include "libparse/error.hpp"
#include "libparse/workbook.hpp"

namespace libparse::input {

namespace {

constexpr std::size_t kMostColumns = 1024;

/// Writes one sheet: single cells above the table (its title) and below it (notes) as lines, the rows between as a
/// grid. Rows and columns without text are left out of the grid, so that its size follows what it holds.
class SheetWriter {
 public:
  SheetWriter(const Sheet& sheet, const Limits& limits, SourceText& out) : sheet_(sheet), limits_(limits), out_(out) {
    for (const SheetRow& row : sheet.rows) {
      for (const SheetCell& cell : row.cells) columns_.push_back(cell.column);
    }
    std::sort(columns_.begin(), columns_.end());
    columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
  }

  void write() {
    const std::vector<SheetRow>& rows = sheet_.rows;
    std::size_t begin = 0;
    while (begin < rows.size() && rows[begin].cells.size() == 1) write_line(rows[begin++]);
    std::size_t end = rows.size();
    while (end > begin && is_note(rows[end - 1])) --end;
    // A long cell beside the last rows spans them: what looks like a note there is a row of the table.
    for (std::size_t i = begin; i < end; ++i) {
      for (const SheetCell& cell : rows[i].cells) {
        while (end < rows.size() && rows[end].number < rows[i].number + cell.row_span) ++end;
      }
    }
    if (begin < end) write_grid(begin, end);
    for (std::size_t i = end; i < rows.size(); ++i) write_line(rows[i]);
  }

 private:
  [[nodiscard]] bool is_note(const SheetRow& row) const {
    return row.cells.size() == 1 && row.cells[0].column == columns_.front();
  }
  [[nodiscard]] std::string place(std::size_t row, std::size_t column) const {
    return sheet_.name + "!" + cell_name(row, column);
  }

  void write_line(const SheetRow& row) {
    const SheetCell& cell = row.cells[0];
    for (std::size_t begin = 0; begin < cell.text.size();) {
      const std::size_t end = std::min(cell.text.find('\n', begin), cell.text.size());
      append_line(out_, std::string_view(cell.text).substr(begin, end - begin), 0, place(row.number, cell.column));
      begin = end + 1;
    }
  }

  /// How many of the rows `from` to `end` (indices) lie above row number `limit` of the sheet.
  [[nodiscard]] std::size_t rows_before(std::size_t from, std::size_t end, std::size_t limit) const {
    const auto at = [&](std::size_t index) { return sheet_.rows.begin() + static_cast<std::ptrdiff_t>(index); };
    const auto before = [](const SheetRow& row, std::size_t number) { return row.number < number; };
    return static_cast<std::size_t>(std::lower_bound(at(from), at(end), limit, before) - at(from));
  }
  /// How many columns with text there are from `first` on, up to the column `limit` of the sheet.
  [[nodiscard]] std::size_t columns_before(std::size_t first, std::size_t limit) const {
    const auto begin = columns_.begin() + static_cast<std::ptrdiff_t>(first);
    return static_cast<std::size_t>(std::lower_bound(begin, columns_.end(), limit) - begin);
  }

  void write_grid(std::size_t begin, std::size_t end) {
    if (columns_.size() > kMostColumns) {
      throw Error(ErrorCode::damaged, "sheet '" + sheet_.name + "' has more than " + std::to_string(kMostColumns) +
                                          " columns with text, which is no table of tasks");
    }
    std::vector<CellText> cells;
    std::vector<std::size_t> taken(columns_.size(), 0);  // by column: the row behind the merged cell that covers it
    const std::size_t most = limits_.expanded_bytes / (sizeof(CellText) + sizeof(Cell));
    for (std::size_t i = begin; i < end; ++i) {
      const SheetRow& row = sheet_.rows[i];
      std::size_t next = 0;  // the first cell of the row that is not written yet
      for (std::size_t column = 0; column < columns_.size(); ++column) {
        while (next < row.cells.size() && row.cells[next].column < columns_[column]) ++next;
        if (taken[column] > i) continue;
        CellText text{i - begin, column, 1, 1, {}, 0, {}};
        if (next < row.cells.size() && row.cells[next].column == columns_[column]) {
          const SheetCell& cell = row.cells[next];
          text.row_span =
              cell.row_span == 1 ? 1 : std::max<std::size_t>(rows_before(i, end, row.number + cell.row_span), 1);
          text.column_span = std::max<std::size_t>(columns_before(column, cell.column + cell.column_span), 1);
          text.name = place(row.number, cell.column);
          text.text = cell.text;
          std::replace(text.text.begin(), text.text.end(), '\n', kParagraphEnd);
          const auto first = taken.begin() + static_cast<std::ptrdiff_t>(column);
          std::fill(first, first + static_cast<std::ptrdiff_t>(text.column_span), i + text.row_span);
        }
        cells.push_back(std::move(text));
        if (cells.size() > most) {
          throw Error(ErrorCode::limit, "sheet '" + sheet_.name + "' has more than " + std::to_string(most) +
                                            " cells; --max-expanded-bytes allows more");
        }
      }
    }
    append_grid(out_, end - begin, columns_.size(), cells);
  }

  const Sheet& sheet_;
  const Limits& limits_;
  SourceText& out_;
  std::vector<std::size_t> columns_;  ///< those with text, from left to right
};

}  // namespace

SourceText read_xlsx(std::string_view bytes, const InputOptions& options, Diagnostics& diagnostics) {
  const Workbook book = read_workbook(bytes, options.limits, diagnostics);
  SourceText source;
  source.media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  source.encoding = "UTF-8";
  source.whole_paragraphs = true;
  for (const Sheet& sheet : book.sheets) SheetWriter(sheet, options.limits, source).write();
  return source;
}

}  // namespace libparse::input
