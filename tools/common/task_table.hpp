// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>

#include "libparse/task_list.hpp"

namespace tools {

/// Writes a task list as a table for people: the document's title, number, issuers and date, then one row per task
/// with units by role, times, targets and the start of the text. Cells wrap; a full-width character counts as two
/// columns. The form may change between versions; programs read JSON.
/// \param width  columns to fill; less than 72 is taken for 72
void write_task_table(const libparse::TaskList& list, std::ostream& out, std::size_t width);

}  // namespace tools
