// SPDX-License-Identifier: MIT
#include "planconv/columns.hpp"

#include <algorithm>

namespace planconv {
namespace {

bool has_role(const std::vector<libparse::TaskList>& lists, libparse::Role role) {
  for (const libparse::TaskList& list : lists) {
    for (const libparse::Task& task : list.tasks) {
      const bool found = std::any_of(task.responsibilities.begin(), task.responsibilities.end(),
                                     [role](const libparse::Responsibility& unit) { return unit.role == role; });
      if (found) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Column> choose_columns(const std::vector<libparse::TaskList>& lists, bool leave_out_empty) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < kColumnNames.size(); ++i) {
    const auto column = static_cast<Column>(i);
    if (column == Column::file && lists.size() < 2) continue;
    const auto role = role_of(column);
    if (leave_out_empty && role && *role >= libparse::Role::participate && !has_role(lists, *role)) continue;
    columns.push_back(column);
  }
  return columns;
}

}  // namespace planconv
