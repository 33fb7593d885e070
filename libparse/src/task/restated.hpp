// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libparse/task_list.hpp"

namespace libparse::task {

/// Links rows of task tables with the tasks that the narrative states in the same words: what the row adds (units,
/// times) goes to the narrative's task, which then says where it is restated.
///
/// A row is the same assignment where its normalised body is that of exactly one task of the narrative, or that task's
/// title; bodies of less than eight characters are too short to tell. Both in doubt stay two tasks.
/// \param from_table  for each task, whether a row of a table gave it
/// \return for each task, whether it was linked to another and is no task of its own any more
/// Shape: linear.
[[nodiscard]] std::vector<bool> link_restated(std::vector<Task>& tasks, const std::vector<bool>& from_table);

}  // namespace libparse::task
