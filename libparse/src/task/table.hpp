// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "extract/responsibility.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::task {

/// A cell that says who or when.
struct TableCell {
  extract::ColumnLabel column;
  text::Range range;
};

/// A row of a task table that became text: one assignment.
struct TableRow {
  text::Range task;              ///< the task cell, with a target column right behind it
  std::vector<TableCell> cells;  ///< units and times
};

/// A task table (任务分工表) flattened to lines: a cell a line, or a row a line with tabs or runs of spaces.
struct Table {
  std::size_t first = 0;  ///< first and last paragraph, indices into the list given
  std::size_t last = 0;
  std::vector<TableRow> rows;
};

/// Finds tables by their heading line or lines: at least three column headings, one of them of tasks and one of units
/// or times.
class TableReader {
 public:
  TableReader(const rules::Pack& pack, const extract::ResponsibilityReader& responsibilities)
      : headers_(pack.lexicon("table-header")), responsibilities_(responsibilities) {}

  [[nodiscard]] std::vector<Table> read(std::string_view text, const std::vector<text::Range>& paragraphs) const;

 private:
  enum class Kind : std::uint8_t { none, serial, task, target, other, column };
  struct Column {
    Kind kind = Kind::none;
    extract::ColumnLabel label;
  };
  [[nodiscard]] Column column_of(std::string_view heading) const;
  [[nodiscard]] static bool is_header(const std::vector<Column>& columns);
  [[nodiscard]] static TableRow row_of(const std::vector<Column>& columns, const std::vector<text::Range>& cells);
  [[nodiscard]] bool read_cell_lines(std::string_view text, const std::vector<text::Range>& paragraphs, std::size_t at,
                                     Table& table) const;
  [[nodiscard]] bool read_row_lines(std::string_view text, const std::vector<text::Range>& paragraphs, std::size_t at,
                                    Table& table) const;

  const rules::Lexicon& headers_;
  const extract::ResponsibilityReader& responsibilities_;
};

}  // namespace libparse::task
