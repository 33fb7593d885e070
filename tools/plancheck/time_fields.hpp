// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libparse/task_list.hpp"

namespace plancheck {

/// What is wrong with the fields of a time by docs/output.md ("Time"): a sentence, or empty where nothing is.
/// \param may_be_undated  the notice has no date of issue: 今年内 has neither start nor end then
[[nodiscard]] std::string find_field_problem(const libparse::Time& time, bool may_be_undated = false);

/// True for `--02-29` (a day that some year has) and `---31` (a day that some month has).
[[nodiscard]] bool is_day_of_recurrence(const std::string& by);

}  // namespace plancheck
