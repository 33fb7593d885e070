// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libparse/task_list.hpp"
#include "planview/options.hpp"

/// The charts of a task list as SVG, for the page (which adds what happens on a click) and for reports.
///
/// What belongs to a task is a group with `data-task` = its id; words that follow the language have `data-word`.
namespace planview {

/// \param alone  with the XML declaration and a style sheet, as a file of its own
[[nodiscard]] std::string draw_timeline(const libparse::TaskList& list, Language language, bool alone);

/// Units as rows, tasks as columns, a mark for each role.
[[nodiscard]] std::string draw_matrix(const libparse::TaskList& list, Language language, bool alone);

}  // namespace planview
