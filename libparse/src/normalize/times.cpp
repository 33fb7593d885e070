// SPDX-License-Identifier: MIT
#include "normalize/times.hpp"

#include <charconv>

#include "extract/time_point.hpp"
#include "normalize/time_forms.hpp"

namespace libparse::normalize {
namespace {

using std::chrono::year_month_day;

std::optional<year_month_day> day_of(std::string_view iso) {
  int y = 0;
  unsigned m = 0, d = 0;
  if (iso.size() != 10) return std::nullopt;
  std::from_chars(iso.data(), iso.data() + 4, y);
  std::from_chars(iso.data() + 5, iso.data() + 7, m);
  std::from_chars(iso.data() + 8, iso.data() + 10, d);
  const year_month_day day{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
  return day.ok() ? std::optional(day) : std::nullopt;
}

/// `count` calendar units behind `day`; a month that is too short ends the term on its last day (Civil Code, 202).
std::optional<year_month_day> add(year_month_day day, int count, char unit) {
  using namespace std::chrono;
  switch (unit) {
    case 'D':
      return year_month_day{sys_days{day} + days{count}};
    case 'W':
      return year_month_day{sys_days{day} + days{7 * count}};
    case 'M':
      day += months{count};
      break;
    case 'Y':
      day += years{count};
      break;
    default:
      return std::nullopt;
  }
  return day.ok() ? day : year_month_day{day.year() / day.month() / last};
}

/// The heading without what encloses its words: a label is not part of a title, a date in brackets is.
std::string_view words_of(std::string_view title) {
  return title.substr(0, std::min(title.find('('), title.find("（")));
}

}  // namespace

TimeCompleter::DatedHeadings TimeCompleter::dated_headings(const std::vector<Task>& tasks) {
  DatedHeadings headings;
  for (const Task& task : tasks) {
    if (task.times.size() != 1) continue;
    const auto day = day_of(task.times[0].end);
    const auto [known, is_new] = headings.emplace(words_of(task.title), day);
    if (!is_new && known->second != day) known->second.reset();
  }
  return headings;
}

std::optional<TimeCompleter::Anchor> TimeCompleter::anchor_of(const Time& time, const TaskList& list,
                                                              std::string_view as_of,
                                                              std::optional<DatedHeadings>& headings) const {
  if (time.after.empty()) {
    const auto day = day_of(as_of);
    return day ? std::optional(Anchor{*day, "as-of date"}) : std::nullopt;
  }
  const auto match = anchors_.match_whole(time.after, {0, time.after.size()});
  if (!match) return std::nullopt;
  if (match->rule->property("kind") == "issue") {
    if (const auto issued = day_of(list.document.issued_on)) return Anchor{*issued, "issue date"};
    const auto day = day_of(as_of);
    return day ? std::optional(Anchor{*day, "as-of date"}) : std::nullopt;
  }
  if (!headings) headings = dated_headings(list.tasks);
  const auto found = headings->find(std::string(match->get("event", time.after)));
  if (found == headings->end() || !found->second) return std::nullopt;
  return Anchor{*found->second, "dated event"};
}

void TimeCompleter::resolve(Time& time, const Anchor& anchor, const std::string& task, Diagnostics& diagnostics) const {
  std::string_view within = time.within;
  int count = 0;
  if (within.size() < 3 || within[1] == 'T') return;  // hours: no date
  const auto [end, error] = std::from_chars(within.data() + 1, within.data() + within.size() - 1, count);
  if (error != std::errc{} || end != within.data() + within.size() - 1 || count <= 0 || count > 100'000) return;
  std::optional<year_month_day> day;
  if (working_day_.any_in(time.text)) {
    int missing = 0;
    day = working_days_.add(anchor.day, count, &missing);
    if (missing != 0) {
      diagnostics.push_back({"working-days-unknown", Severity::info,
                             "no calendar of working days for " + std::to_string(missing) + "; the term stays open",
                             time.span, task});
    }
  } else {
    day = add(anchor.day, count, within.back());
  }
  if (!day) return;
  time.end = extract::iso_date(*day);
  time.basis = anchor.basis;
}

void TimeCompleter::complete(TaskList& list, std::string_view as_of) const {
  std::optional<DatedHeadings> headings;
  for (Task& task : list.tasks) {
    for (Time& time : task.times) {
      if (time.type == TimeType::relative && time.end.empty()) {
        if (const auto anchor = anchor_of(time, list, as_of, headings))
          resolve(time, *anchor, task.id, list.diagnostics);
      }
      time.edtf = edtf_of(time);
      time.rrule = rrule_of(time);
    }
  }
}

}  // namespace libparse::normalize
