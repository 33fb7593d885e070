// SPDX-License-Identifier: MIT
#pragma once

#include "extract/reference.hpp"
#include "libparse/task_list.hpp"
#include "task/notice_view.hpp"

namespace libparse::task {

/// Fills `references` of the document and of its tasks: the documents that letter and body name, each once where it is
/// named first. The notice itself, its attachments and attached texts are none.
void add_references(const NoticeView& view, const extract::ReferenceReader& reader, TaskList& list);

}  // namespace libparse::task
