// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/columns.hpp"
#include "planconv/words.hpp"

namespace planconv {

/// A row of a table as read: its cells, and the line or row that it stands on, from 1.
struct TableRow {
  std::size_t number = 0;
  std::vector<std::string> cells;
};

/// The headers of `columns`.
[[nodiscard]] std::vector<std::string> write_header(const std::vector<Column>& columns, const Words& words);

/// The cells of every task, one row a task, in order.
[[nodiscard]] std::vector<std::vector<std::string>> write_rows(const std::vector<libparse::TaskList>& lists,
                                                               const std::vector<Column>& columns, const Words& words);

}  // namespace planconv
