// SPDX-License-Identifier: MIT
#pragma once

#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "task/notice_view.hpp"

namespace libparse::review {

/// Looks over a finished task list and the text it was read from, as an editor would, and adds to `list.diagnostics`
/// what is odd in the notice. Nothing else of the list is changed.
///
/// Shape:  new diagnostics stand behind those of the stages, in text order; those without a place first. Linear in
///         the text.
/// Errors: none. What cannot be told for certain is not reported.
void review_notice(const task::NoticeView& view, const rules::Pack& pack, TaskList& list);

}  // namespace libparse::review
