// SPDX-License-Identifier: MIT
#pragma once

#include "libparse/task_list.hpp"
#include "task/explainer.hpp"
#include "task/notice_view.hpp"
#include "task/readers.hpp"

namespace libparse::task {

/// Turns outline and mentions into sections and tasks of `list`, in text order.
///
/// Shape: `list.document` is filled already (its year resolves yearless dates); sections, tasks and the sections of
///        attachments are added.
/// \param explainer  may be null; else each task says why it was read so
void assemble(const NoticeView& view, const Readers& readers, TaskList& list, const Explainer* explainer = nullptr);

}  // namespace libparse::task
