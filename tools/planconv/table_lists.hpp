// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/task_table.hpp"

namespace planconv {

/// The lists of `base` with the rows of `table` laid over them, see RowEditor. A row belongs to the task with its id
/// (and file, where `base` holds several lists). Tasks without a row are gone, with the diagnostics about them; rows
/// with another id, or none, are new tasks behind the task of the row above them. Tasks keep the order of the base, so
/// that a table may have been sorted.
///
/// Errors: adds to `problems` each cell that cannot be read, ids that stand twice, files that the base does not have.
[[nodiscard]] std::vector<libparse::TaskList> apply_table(const TaskTable& table, std::vector<libparse::TaskList> base,
                                                          Problems& problems);

/// A list made of a table alone. \param bytes  of the file; its source is what the list names
[[nodiscard]] libparse::TaskList make_list(const TaskTable& table, std::string_view bytes,
                                           const std::string& media_type, Problems& problems);

}  // namespace planconv
