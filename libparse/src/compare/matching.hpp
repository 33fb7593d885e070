// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libparse/compare.hpp"

namespace libparse::compare {

/// What matching looks at in a task.
struct MatchedText {
  std::string body;   ///< normalised
  std::string title;  ///< normalised
  std::string place;  ///< key of the section around it
};

/// Puts every task of both lists into one group: see TaskDifference. First tasks with equal bodies, then those that
/// have most in common, then the parts of split and merged ones.
///
/// Shape: groups without changes, in no particular order; members ascending.
[[nodiscard]] std::vector<TaskDifference> match(const std::vector<MatchedText>& before,
                                                const std::vector<MatchedText>& after, ComparisonMode mode);

}  // namespace libparse::compare
