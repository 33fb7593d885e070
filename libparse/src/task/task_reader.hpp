// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libparse/task_list.hpp"
#include "task/explainer.hpp"
#include "task/notice_view.hpp"
#include "task/readers.hpp"

namespace libparse::task {

/// What the section above says about an assignment.
struct Setting {
  text::Range title;  ///< heading of its node, which may stand at the start of the body
  Nature nature = Nature::unknown;
  std::size_t node = 0;        ///< of the outline
  std::size_t decided_by = 0;  ///< node whose title says `nature`; 0: none does
  int year = 0;                ///< of the nearest dated heading (集中攻坚（2021年）); 0: the document's
};

/// Turns a piece of text and its clauses into a task: body, units, times, targets. Ids and paths are the assembler's.
class TaskReader {
 public:
  /// With an `explainer` (which may be null) each task says why it was read so.
  TaskReader(const NoticeView& view, const Readers& readers, const Document& document, const Explainer* explainer)
      : view_(view), readers_(readers), document_(document), explainer_(explainer) {}

  /// `clauses` are all clauses of the stretch that the piece was cut from: those inside sentences stay in the body.
  [[nodiscard]] Task read(const Piece& piece, const std::vector<extract::Clause>& clauses,
                          const Setting& setting) const;
  /// A row of a table.
  [[nodiscard]] Task read(const TableRow& row, const Setting& setting) const;

  /// `limit` is what the clause's label says of all its units (国有企业房屋 责任单位); empty where it says nothing.
  void add_units(const std::vector<extract::UnitMention>& units, bool inherited, Task& task,
                 text::Range limit = {}) const;

 private:
  void add_times(std::vector<extract::TimeMention> times, Task& task) const;
  void add_targets(const std::vector<extract::TargetMention>& targets, Task& task) const;
  /// Targets that no time of their own sentence governs go by the only one of the times from `begin` to `end` that can:
  /// that of a slot, or of the heading.
  static void set_governor(Task& task, std::size_t begin, std::size_t end);
  [[nodiscard]] extract::TimeContext context(const Setting& setting, bool slot) const;

  /// The stretches of a body in which times and targets are looked for. A heading and what follows are read apart, also
  /// where the mark between them was lost (主要目标 2022年……); a clause on the heading and paragraphs that state facts
  /// (问题表现：……) are left out.
  [[nodiscard]] std::vector<text::Range> parts_of(const Piece& piece, text::Range title) const;
  /// The body as text, without a clause that stands between its heading and the rest.
  [[nodiscard]] std::string body_text(const Piece& piece) const;
  /// The heading or first clause of a body, for lists: up to the first mark, cut at a fixed length.
  [[nodiscard]] std::string first_clause(text::Range body) const;

  const NoticeView& view_;
  const Readers& readers_;
  const Document& document_;
  const Explainer* explainer_;
};

}  // namespace libparse::task
