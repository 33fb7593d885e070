// SPDX-License-Identifier: MIT
#include <string>
#include <string_view>

#include "review/notice.hpp"

namespace libparse::review {
namespace {

/// A plan that is issued late in its own period looks back on days of it, and so do its phases: only days before the
/// plan began, or of a notice that is no plan of a period, are odd.
bool is_before_issue(const Notice& notice, const Task& task, const Time& time) {
  const Document& document = notice.list.document;
  if (task.kind == TaskKind::phase || document.issued_on.empty() || time.end.empty()) return false;
  if (time.type != TimeType::deadline && time.type != TimeType::period) return false;
  if (time.end >= document.issued_on) return false;
  const std::string_view text = notice.view.text();
  const std::size_t behind = notice.view.layout.text.offset_of(time.span.end);
  if (notice.words.past_event.prefix(text.substr(behind))) return false;  // 2020年5月29日以前出生的: no deadline
  return !document.period || document.period->start.empty() || time.end < document.period->start;
}

/// Aims may lie far behind a plan (到2035年); its work may not.
bool is_outside_period(const Notice& notice, const Task& task, const Time& time) {
  const Document& document = notice.list.document;
  if (!document.period || document.period->start.empty() || document.period->end.empty()) return false;
  if (task.kind != TaskKind::task) return false;
  switch (time.type) {
    case TimeType::deadline:
      return time.end > document.period->end;
    case TimeType::period:
      return time.start > document.period->end || (!time.start.empty() && time.end > document.period->end);
    default:
      return false;
  }
}

/// `---31`, `--02-30`: the day of a recurrence that some months or years do not have.
bool is_rare_day(const std::string& by) {
  if (by.starts_with("---")) return by.size() == 5 && by > "---28";
  return by.size() == 7 && by.starts_with("--02-") && by > "--02-28";
}

}  // namespace

void review_times(Notice& notice) {
  for (const Task& task : notice.list.tasks) {
    for (const Time& time : task.times) {
      if (is_before_issue(notice, task, time)) {
        notice.report(
            kDeadlineBeforeIssue, time.span,
            "'" + time.text + "' ends on " + time.end + ", before the date of issue, " + notice.list.document.issued_on,
            task.id);
      } else if (is_outside_period(notice, task, time)) {
        notice.report(
            kTimeOutsidePeriod, time.span,
            "'" + time.text + "' lies outside the plan's period, which ends on " + notice.list.document.period->end,
            task.id);
      }
      if (is_rare_day(time.by)) {
        notice.report(kRareDay, time.span, "'" + time.text + "' names a day that not every month or year has", task.id);
      }
    }
  }
}

}  // namespace libparse::review
