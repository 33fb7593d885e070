// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libparse/compare.hpp"

namespace plandiff {

/// The words that --only and --ignore take beside the changes themselves, each for several of them.
inline constexpr std::string_view kGroupNames = "head, section, task, unit, deadline, time, target, weaker";

/// The changes that `word` stands for; none where it is no word of --only.
[[nodiscard]] std::vector<libparse::Change> changes_of(std::string_view word);

/// The changes to tell. Words must be known.
[[nodiscard]] std::vector<libparse::Change> wanted_changes(libparse::ComparisonMode mode,
                                                           const std::vector<std::string>& only,
                                                           const std::vector<std::string>& ignore);

}  // namespace plandiff
