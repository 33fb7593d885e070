// SPDX-License-Identifier: MIT
#include "planview/timeline.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "common/dates.hpp"

namespace planview {
namespace {

namespace chrono = std::chrono;
using chrono::sys_days;

constexpr std::size_t kMostMonths = 1200;  // a date that is further away is an error of the notice and is not drawn
constexpr int kMostTicks = 13;

sys_days last_day(const TimelineRow& row) { return row.end ? *row.end : *row.start; }
sys_days first_day(const TimelineRow& row) { return row.start ? *row.start : *row.end; }

chrono::year_month month_of(sys_days day) {
  const chrono::year_month_day date(day);
  return date.year() / date.month();
}

// A date that the task states twice is one row.
void add_rows(const libparse::Task& task, std::vector<TimelineRow>& rows) {
  std::set<std::pair<std::optional<sys_days>, std::optional<sys_days>>> known;
  for (const libparse::Time& time : task.times) {
    const TimelineRow row{&task, &time, find_day(time.start), find_day(time.end)};
    if (!row.start && !row.end) continue;
    if (row.start && row.end && *row.start > *row.end) continue;
    if (known.emplace(row.start, row.end).second) rows.push_back(row);
  }
}

void fill_months(Timeline& timeline) {
  std::vector<const TimelineRow*> rows;
  for (const TimelineRow& row : timeline.phases) rows.push_back(&row);
  for (const TimelineRow& row : timeline.tasks) rows.push_back(&row);
  if (rows.empty()) return;
  chrono::year_month first = month_of(first_day(*rows.front()));
  chrono::year_month last = first;
  for (const TimelineRow* row : rows) {
    first = std::min(first, month_of(first_day(*row)));
    last = std::max(last, month_of(last_day(*row)));
  }
  for (chrono::year_month month = first; month <= last && timeline.months.size() < kMostMonths;
       month += chrono::months(1)) {
    timeline.months.push_back({month, 0});
  }
  for (const TimelineRow* row : rows) {
    if (!row->end) continue;
    const auto index = static_cast<std::size_t>((month_of(*row->end) - first).count());
    if (index < timeline.months.size()) ++timeline.months[index].deadlines;
  }
}

int choose_tick(std::size_t months) {
  for (const int step : {1, 3, 6, 12, 24, 60}) {
    if (static_cast<int>(months) <= step * kMostTicks) return step;
  }
  return 120;
}

}  // namespace

std::optional<sys_days> find_day(const std::string& date) {
  if (!tools::is_date(date)) return std::nullopt;
  return sys_days(chrono::year(std::stoi(date.substr(0, 4))) / std::stoi(date.substr(5, 2)) /
                  std::stoi(date.substr(8, 2)));
}

Timeline lay_out_timeline(const libparse::TaskList& list) {
  Timeline timeline;
  for (const libparse::Task& task : list.tasks) {
    std::vector<TimelineRow> rows;
    add_rows(task, rows);
    if (rows.empty()) {
      const bool recurs = std::any_of(task.times.begin(), task.times.end(), [](const libparse::Time& time) {
        return time.type == libparse::TimeType::recurrence;
      });
      ++(recurs ? timeline.recurring : timeline.undated);
    }
    auto& all = task.kind == libparse::TaskKind::phase ? timeline.phases : timeline.tasks;
    all.insert(all.end(), rows.begin(), rows.end());
  }
  std::stable_sort(timeline.phases.begin(), timeline.phases.end(), [](const TimelineRow& a, const TimelineRow& b) {
    return std::tuple(first_day(a), last_day(a)) < std::tuple(first_day(b), last_day(b));
  });
  std::stable_sort(timeline.tasks.begin(), timeline.tasks.end(), [](const TimelineRow& a, const TimelineRow& b) {
    return std::tuple(last_day(a), first_day(a)) < std::tuple(last_day(b), first_day(b));
  });
  fill_months(timeline);
  timeline.months_per_tick = choose_tick(timeline.months.size());
  return timeline;
}

}  // namespace planview
