// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libparse/error.hpp"
#include "libparse/task_list.hpp"
#include "planconv/columns.hpp"
#include "planconv/table.hpp"

namespace planconv {

/// A table of tasks as it was read: rows of cells under headers that planconv knows.
struct TaskTable {
  std::string path;   ///< of the file, for messages and as the source of a list without base
  std::string title;  ///< first cell above the header, if any
  std::vector<Column> columns;
  std::vector<TableRow> rows;  ///< below the header; rows without any text are left out
};

/// What is wrong with a table, one error a cell, each with `path:row` and the header in its message.
using Problems = std::vector<libparse::Error>;

/// Finds the header: the first row whose cells are headers in Chinese or English or names of columns. Columns are known
/// by their headers, so that they may have been moved.
///
/// Errors: throws libparse::Error{format} where there is no header, a header that is not known or one that stands
///         twice.
[[nodiscard]] TaskTable find_table(const std::vector<TableRow>& rows, const std::string& path);

/// How messages name a column of `table`: its header's word and, behind it, the name.
[[nodiscard]] std::string shown_column(Column column);

}  // namespace planconv
