// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "libparse/compare.hpp"

namespace libparse::compare {

/// Compares the quantities of tasks that belong together: adds target_*. Equal ones first, then those with the same
/// indicator, then those with the same unit and a similar one.
///
/// In a cascade, counts and amounts of the lower plan are its share of the superior's, so only percentages and bare
/// ratios are called tightened or loosened.
void compare_targets(const std::vector<const Task*>& before, const std::vector<const Task*>& after, ComparisonMode mode,
                     std::vector<Difference>& changes);

/// What becomes of `a` when it turns into `b`, or nothing where both ask for the same. More is tighter, but for a bound
/// from above (le, lt), where less is. For a change (`direction`: 下降10%以上) more change is tighter.
[[nodiscard]] std::optional<Change> compare_bounds(const Target& a, const Target& b);

}  // namespace libparse::compare
