// SPDX-License-Identifier: MIT
#include "planview/matrix.hpp"

#include <algorithm>
#include <unordered_map>

namespace planview {
namespace {

const std::string& name_of_unit(const libparse::Responsibility& unit) {
  if (!unit.canonical.empty()) return unit.canonical;
  return unit.name.empty() ? unit.organization : unit.name;
}

void add_cell(MatrixRow& row, std::size_t column, libparse::Role role) {
  if (row.cells.empty() || row.cells.back().column != column) {
    row.cells.push_back({column, role});
  } else {
    row.cells.back().role = std::min(row.cells.back().role, role);
  }
}

}  // namespace

Matrix lay_out_matrix(const libparse::TaskList& list) {
  Matrix matrix;
  std::unordered_map<std::string, std::size_t> index;
  for (const libparse::Task& task : list.tasks) {
    if (task.responsibilities.empty()) continue;
    const std::size_t column = matrix.columns.size();
    matrix.columns.push_back(&task);
    for (const libparse::Responsibility& unit : task.responsibilities) {
      const auto [at, is_new] = index.emplace(name_of_unit(unit), matrix.rows.size());
      if (is_new) matrix.rows.push_back({at->first, unit.group, {}, {}});
      add_cell(matrix.rows[at->second], column, unit.role);
    }
    const std::string band = task.path.empty() ? std::string() : task.path.front();
    if (matrix.bands.empty() || matrix.bands.back().title != band) matrix.bands.push_back({band, column, column});
    matrix.bands.back().end = column + 1;
  }
  for (MatrixRow& row : matrix.rows) {
    for (const MatrixCell& cell : row.cells) ++row.roles[static_cast<std::size_t>(cell.role)];
  }
  std::stable_sort(matrix.rows.begin(), matrix.rows.end(),
                   [](const MatrixRow& a, const MatrixRow& b) { return a.cells.size() > b.cells.size(); });
  return matrix;
}

}  // namespace planview
