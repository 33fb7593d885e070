// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "libparse/task_list.hpp"
#include "normalize/working_days.hpp"
#include "rules/pack.hpp"

namespace libparse::normalize {

/// Gives the times of a task list their last day where it can be known, and their standard forms. Made once per rule
/// pack; const and thread-safe.
class TimeCompleter {
 public:
  explicit TimeCompleter(const rules::Pack& pack)
      : anchors_(pack.family("anchor")), working_day_(pack.lexicon("working-day")), working_days_(pack) {}

  /// Sets `end` and `basis` of relative times whose anchor is dated, and `edtf` and `rrule` of all.
  ///
  /// The anchor is dated where it is the issue of this very document (`issue date`), where a heading of the document
  /// names the event and has one time (`dated event`), or, for a time without an anchor, by `as_of` (`as-of date`).
  /// The day of the anchor itself does not count (Civil Code, article 201). Years without a calendar of working days:
  /// diagnostic `working-days-unknown`, no value.
  /// \param as_of  ISO 8601 date; may be empty
  void complete(TaskList& list, std::string_view as_of) const;

 private:
  struct Anchor {
    std::chrono::year_month_day day{};
    std::string basis;
  };
  /// The one day of each heading that has one time; nothing where headings of that name disagree.
  using DatedHeadings = std::unordered_map<std::string, std::optional<std::chrono::year_month_day>>;
  [[nodiscard]] static DatedHeadings dated_headings(const std::vector<Task>& tasks);
  /// \param headings  made when the first event is asked for
  [[nodiscard]] std::optional<Anchor> anchor_of(const Time& time, const TaskList& list, std::string_view as_of,
                                                std::optional<DatedHeadings>& headings) const;
  void resolve(Time& time, const Anchor& anchor, const std::string& task, Diagnostics& diagnostics) const;

  const rules::RuleSet& anchors_;
  const rules::Lexicon& working_day_;
  WorkingDays working_days_;
};

}  // namespace libparse::normalize
