// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "extract/responsibility.hpp"
#include "rules/pack.hpp"
#include "task/table_columns.hpp"
#include "text/work_text.hpp"

namespace libparse::task {

/// A cell that says who or when.
struct TableCell {
  extract::ColumnLabel column;
  text::Range range;
};

/// A row of a task table that became text: one assignment.
struct TableRow {
  text::Range task;                ///< the task cell, with a target column right behind it
  text::Range target;              ///< a target column elsewhere
  text::Range nature;              ///< whether its targets bind: 约束性
  std::vector<TableCell> cells;    ///< units and times
  std::vector<text::Range> above;  ///< what the row shares with its neighbours: categories, a task of several rows
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
      : columns_(pack, responsibilities) {}

  [[nodiscard]] std::vector<Table> read(std::string_view text, const std::vector<text::Range>& paragraphs) const;

 private:
  [[nodiscard]] static TableRow row_of(const std::vector<Column>& columns, const std::vector<text::Range>& cells);
  [[nodiscard]] bool read_cell_lines(std::string_view text, const std::vector<text::Range>& paragraphs, std::size_t at,
                                     Table& table) const;
  [[nodiscard]] bool read_row_lines(std::string_view text, const std::vector<text::Range>& paragraphs, std::size_t at,
                                    Table& table) const;

  const ColumnReader columns_;
};

}  // namespace libparse::task
