// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/columns.hpp"
#include "planconv/words.hpp"

/// What stands in the cells of a task table. A cell that holds several values has `、` between units and `；` between
/// times and targets.
namespace planconv {

inline constexpr std::string_view kPathSeparator = " / ";

/// `text` without white space around it.
[[nodiscard]] std::string trimmed(std::string_view text);

/// `县住建局`, or `县住建局〔电力安全〕` where the text limits the assignment.
[[nodiscard]] std::string write_unit(const libparse::Responsibility& unit);

/// The words of a target, with its indicator in front where they do not have it.
[[nodiscard]] std::string write_target(const libparse::Target& target);

/// The last day by which anything in the task is due: ISO 8601, empty where no time has an end.
[[nodiscard]] std::string find_due(const libparse::Task& task);

/// The cell of `task` in `column`. \param number  of the row, from 1
[[nodiscard]] std::string write_cell(Column column, const libparse::TaskList& list, const libparse::Task& task,
                                     std::size_t number, const Words& words);

/// The units of a cell: parts between 、 ， , ； ; and line feeds that stand outside brackets, without blanks around
/// them; empty parts are left out.
[[nodiscard]] std::vector<std::string> split_units(std::string_view cell);

/// The times or targets of a cell: parts between ； ; and line feeds, as above.
[[nodiscard]] std::vector<std::string> split_values(std::string_view cell);

}  // namespace planconv
