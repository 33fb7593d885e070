// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "libparse/task_list.hpp"

/// Who has which part in what: the units of a task list against its tasks, without saying how that is drawn.
namespace planview {

struct MatrixCell {
  std::size_t column = 0;
  libparse::Role role = libparse::Role::responsible;  ///< the first in the order of `Role` where it has several
};

struct MatrixRow {
  std::string unit;  ///< canonical name, else the name
  bool group = false;
  std::vector<MatrixCell> cells;       ///< by column, one a column
  std::array<std::size_t, 6> roles{};  ///< cells of each role
};

/// Neighbouring columns under one top-level section.
struct MatrixBand {
  std::string title;
  std::size_t begin = 0;  ///< columns, half-open
  std::size_t end = 0;
};

struct Matrix {
  std::vector<const libparse::Task*> columns;  ///< tasks with a unit, in text order
  std::vector<MatrixRow> rows;                 ///< the busiest first, then by first mention
  std::vector<MatrixBand> bands;
};

/// \param list  must outlive the result
[[nodiscard]] Matrix lay_out_matrix(const libparse::TaskList& list);

}  // namespace planview
