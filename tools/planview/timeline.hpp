// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libparse/task_list.hpp"

/// Where the dates of a task list stand on a line of time, without saying how that is drawn.
namespace planview {

/// An ISO 8601 calendar date as a day; empty for what is none.
[[nodiscard]] std::optional<std::chrono::sys_days> find_day(const std::string& date);

/// One dated time of a task.
struct TimelineRow {
  const libparse::Task* task = nullptr;
  const libparse::Time* time = nullptr;
  std::optional<std::chrono::sys_days> start;  ///< one of the two is there at least
  std::optional<std::chrono::sys_days> end;
};

/// A month with the number of deadlines that end in it (deadlines and ends of periods).
struct TimelineMonth {
  std::chrono::year_month month{};
  std::size_t deadlines = 0;
};

struct Timeline {
  std::vector<TimelineRow> phases;    ///< of tasks of the kind phase; by start
  std::vector<TimelineRow> tasks;     ///< all others; by end, then start, then text order
  std::vector<TimelineMonth> months;  ///< from the first to the last that a row touches, without gaps
  std::size_t recurring = 0;          ///< tasks with a recurrence and no date
  std::size_t undated = 0;            ///< tasks with neither
  int months_per_tick = 1;            ///< 1, 3, 6, 12, 24 …: at most 13 ticks
};

/// \param list  must outlive the result
[[nodiscard]] Timeline lay_out_timeline(const libparse::TaskList& list);

}  // namespace planview
