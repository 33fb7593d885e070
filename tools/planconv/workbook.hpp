// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/columns.hpp"
#include "planconv/words.hpp"

namespace planconv {

/// A workbook (Office Open XML, ISO/IEC 29500) in the form of a 任务清单: a sheet of tasks, one of units with their
/// tasks, one of targets. The header of each stays in sight and has filters; pages are landscape A4, as wide as the
/// table, with the header on each.
///
/// Shape:  the same bytes for the same lists: the date of creation is that of issue, or 2000-01-01.
/// Errors: throws libparse::Error{unwritable} for a cell of more than 32767 UTF-16 units, more than spreadsheets
///         take, naming task and column.
[[nodiscard]] std::string write_workbook(const std::vector<libparse::TaskList>& lists,
                                         const std::vector<Column>& columns, const Words& words);

}  // namespace planconv
