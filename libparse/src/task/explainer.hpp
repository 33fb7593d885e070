// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "extract/reference.hpp"
#include "extract/responsibility.hpp"
#include "extract/target.hpp"
#include "extract/time.hpp"
#include "layout/label.hpp"
#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "task/notice_view.hpp"
#include "task/pieces.hpp"
#include "task/readers.hpp"

namespace libparse::task {

/// What a task was read from; all refer to the work text.
struct Evidence {
  std::vector<const extract::Clause*> clauses;
  std::vector<extract::TimeMention> times;
  std::vector<extract::TargetMention> targets;
  std::vector<rules::Rejection> times_passed;
  std::vector<rules::Rejection> targets_passed;
};

/// Says why a task was read as it was (--explain): the words and rules behind its section, kind, roles, times and
/// targets, and what was passed over in its text. Made for one notice; const.
class Explainer {
 public:
  Explainer(const NoticeView& view, const Readers& readers, const rules::Pack& pack);

  /// \param section  node of the task
  /// \param decided_by  node whose title gave the task its kind; 0 where none did
  [[nodiscard]] Explanation explain(const Task& task, text::Range body, std::size_t section, std::size_t decided_by,
                                    const Evidence& evidence) const;
  /// Adds where units come from that stand above the task.
  void add_inherited(Task& task) const;

 private:
  void add_section(std::size_t section, Explanation& out) const;
  void add_kind(const Task& task, std::size_t decided_by, Explanation& out) const;
  void add_clause(const extract::Clause& clause, Explanation& out) const;
  void add_passed(const char* of, const std::vector<rules::Rejection>& rejections, Explanation& out) const;
  [[nodiscard]] std::string habit(std::string_view rule) const;

  const NoticeView& view_;
  const Readers& readers_;
  const rules::Pack& pack_;
  const rules::RuleSet& clause_rules_;
  layout::LabelReader labels_;
  const extract::ReferenceReader& references_;
};

}  // namespace libparse::task
