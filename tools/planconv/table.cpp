// SPDX-License-Identifier: MIT
#include "planconv/table.hpp"

#include "planconv/cells.hpp"

namespace planconv {

std::vector<std::string> write_header(const std::vector<Column>& columns, const Words& words) {
  std::vector<std::string> header;
  for (const Column column : columns) {
    header.push_back(words["column." + std::string(kColumnNames[static_cast<std::size_t>(column)])]);
  }
  return header;
}

std::vector<std::vector<std::string>> write_rows(const std::vector<libparse::TaskList>& lists,
                                                 const std::vector<Column>& columns, const Words& words) {
  std::vector<std::vector<std::string>> rows;
  for (const libparse::TaskList& list : lists) {
    for (const libparse::Task& task : list.tasks) {
      std::vector<std::string> cells;
      cells.reserve(columns.size());
      for (const Column column : columns) cells.push_back(write_cell(column, list, task, rows.size() + 1, words));
      rows.push_back(std::move(cells));
    }
  }
  return rows;
}

}  // namespace planconv
