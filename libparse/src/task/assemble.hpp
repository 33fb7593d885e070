// SPDX-License-Identifier: MIT
#pragma once

#include "extract/responsibility.hpp"
#include "extract/target.hpp"
#include "extract/time.hpp"
#include "frame/frame.hpp"
#include "layout/layout.hpp"
#include "libparse/parse.hpp"
#include "libparse/task_list.hpp"
#include "outline/outline.hpp"
#include "task/kind.hpp"
#include "task/pieces.hpp"
#include "task/table.hpp"
#include "text/document_text.hpp"

namespace libparse::task {

/// Everything that reads mentions, made once per rule pack.
struct Readers {
  extract::ResponsibilityReader responsibilities;
  extract::TimeReader times;
  extract::TargetReader targets;
  PieceCutter pieces;
  KindReader kinds;
  TableReader tables;
  const rules::Lexicon& closing_start;
  const rules::Lexicon& record_labels;
  const rules::Lexicon& fact_labels;
  explicit Readers(const rules::Pack& pack)
      : responsibilities(pack),
        times(pack),
        targets(pack),
        pieces(pack),
        kinds(pack),
        tables(pack, responsibilities),
        closing_start(pack.lexicon("closing-start")),
        record_labels(pack.lexicon("record-label")),
        fact_labels(pack.lexicon("fact-label")) {}
};

/// Turns outline and mentions into sections and tasks of `list`, in text order.
///
/// Shape: `list.document` is filled already (its year resolves yearless dates); sections, tasks and the sections of
///        attachments are added.
void assemble(const layout::Layout& layout, const frame::Frame& frame, const outline::Outline& outline,
              const text::DocumentText& source, const Readers& readers, TaskList& list);

}  // namespace libparse::task
