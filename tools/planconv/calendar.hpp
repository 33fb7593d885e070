// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/words.hpp"

namespace planconv {

/// A calendar (iCalendar, RFC 5545) of to-dos: one VTODO for each dated or repeated time of a task, or one without
/// dates for a task that has no such time.
///
/// Dates are days without a time zone (VALUE=DATE). A deadline is DUE, a period DTSTART and DUE, a start DTSTART. A
/// recurrence is DTSTART and RRULE, from `rrule` or else from `every` and `by`; its first day is on or after the
/// time's own start, else the plan's period's, else the date of issue, else the first of the document's year. Where
/// none of these is known the to-do says the time in words only.
///
/// Shape:  UID is made of the notice's SHA-256, the task's id and the number of its time, so that a new export replaces
///         the to-dos of the old one. DTSTAMP is the date of issue, or 2000-01-01: never the clock. Lines end in CR LF
///         and are folded at 75 octets, not inside a character.
[[nodiscard]] std::string write_calendar(const std::vector<libparse::TaskList>& lists, const Words& words);

/// The RFC 5545 rule of a recurrence, such as `FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5`; empty where `time.every` is no
/// number of days, weeks, months or years.
[[nodiscard]] std::string find_rule(const libparse::Time& time);

}  // namespace planconv
