// SPDX-License-Identifier: MIT
#pragma once

#include "libparse/task_list.hpp"
#include "planconv/cell_reader.hpp"
#include "planconv/task_table.hpp"

namespace planconv {

/// Lays the rows of a table over the tasks of one list.
class RowEditor {
 public:
  /// `list` and `table` must outlive the editor.
  RowEditor(const TaskTable& table, const libparse::TaskList& list)
      : table_(table), list_(list), reader_(list.document) {}

  /// `task` with the cells of `row` that differ from what planconv writes for it; the others keep their values. For a
  /// task that is new, every cell differs that is not empty. Of a changed task the fingerprint is made anew and the
  /// explanation, which speaks of the old words, is gone.
  [[nodiscard]] libparse::Task edit(const libparse::Task& task, const TableRow& row, Problems& problems) const;

  /// The text of the cell of `row` in `column`, without blanks around it; empty where the table does not have it.
  [[nodiscard]] std::string cell(const TableRow& row, Column column) const;

 private:
  void set(libparse::Task& task, Column column, const std::string& cell) const;
  void set_units(libparse::Task& task, libparse::Role role, const std::string& cell) const;
  void set_times(libparse::Task& task, const std::string& cell) const;
  void set_due(libparse::Task& task, const std::string& cell) const;

  const TaskTable& table_;
  const libparse::TaskList& list_;
  CellReader reader_;
};

}  // namespace planconv
