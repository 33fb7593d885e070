// SPDX-License-Identifier: MIT
#pragma once

#include "libparse/task_list.hpp"
#include "planconv/options.hpp"

namespace planconv {

/// Drops the tasks that `--kind` and `--unit` do not ask for. A unit is looked for in all its names.
void keep_wanted_tasks(libparse::TaskList& list, const Options& options);

}  // namespace planconv
