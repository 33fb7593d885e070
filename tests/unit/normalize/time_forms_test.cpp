// SPDX-License-Identifier: MIT
#include "normalize/time_forms.hpp"

#include <doctest/doctest.h>

using libparse::Time;
using libparse::TimeType;
using libparse::normalize::edtf_of;
using libparse::normalize::rrule_of;

namespace {

Time recurrence(std::string every, std::string by = "", std::string end = "") {
  Time time;
  time.type = TimeType::recurrence;
  time.every = std::move(every);
  time.by = std::move(by);
  time.end = std::move(end);
  return time;
}

Time days(TimeType type, std::string start, std::string end) {
  Time time;
  time.type = type;
  time.start = std::move(start);
  time.end = std::move(end);
  return time;
}

}  // namespace

TEST_CASE("days are intervals of ISO 8601-2, an unknown end is open") {
  CHECK(edtf_of(days(TimeType::deadline, "", "2020-12-31")) == "../2020-12-31");
  CHECK(edtf_of(days(TimeType::period, "2020-08-01", "2022-12-31")) == "2020-08-01/2022-12-31");
  CHECK(edtf_of(days(TimeType::start, "2020-05-01", "")) == "2020-05-01/..");
  CHECK(edtf_of(days(TimeType::period, "2020-05-01", "")) == "2020-05-01/..");
  CHECK(edtf_of(days(TimeType::ongoing, "", "")).empty());
}

TEST_CASE("recurrences are rules of RFC 5545") {
  CHECK(rrule_of(recurrence("P1M")) == "FREQ=MONTHLY");
  CHECK(rrule_of(recurrence("P3M")) == "FREQ=MONTHLY;INTERVAL=3");
  CHECK(rrule_of(recurrence("P1Y", "--12-25")) == "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25");
  CHECK(rrule_of(recurrence("P1M", "---08")) == "FREQ=MONTHLY;BYMONTHDAY=8");
  CHECK(rrule_of(recurrence("P15D")) == "FREQ=DAILY;INTERVAL=15");
  CHECK(rrule_of(recurrence("P1W", "", "2025-06-30")) == "FREQ=WEEKLY;UNTIL=20250630");
}

TEST_CASE("a day that not every month has is the last one that the month has") {
  CHECK(rrule_of(recurrence("P1M", "---31")) == "FREQ=MONTHLY;BYMONTHDAY=-1");
  CHECK(rrule_of(recurrence("P1M", "---30")) == "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1");
  CHECK(rrule_of(recurrence("P1Y", "--02-29")) == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
  CHECK(rrule_of(recurrence("P1Y", "--12-31")) == "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31");
  CHECK(rrule_of(recurrence("P1Y", "--06-30")) == "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30");
}

TEST_CASE("what is no duration of one unit, or does not recur, has no rule") {
  CHECK(rrule_of(recurrence("")).empty());
  CHECK(rrule_of(recurrence("P1Y6M")).empty());
  CHECK(rrule_of(recurrence("P0M")).empty());
  CHECK(rrule_of(recurrence("PT30M")).empty());
  CHECK(rrule_of(days(TimeType::deadline, "", "2020-12-31")).empty());
}
