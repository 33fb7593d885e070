// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libparse/compare.hpp"

namespace libparse::compare {

/// Compares the times of tasks that belong together: adds deadline_*, period_changed, recurrence_changed and
/// time_changed. Equal values first, then those in front of the same words, then in reading order.
void compare_times(const std::vector<const Task*>& before, const std::vector<const Task*>& after,
                   std::vector<Difference>& changes);

}  // namespace libparse::compare
