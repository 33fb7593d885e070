// SPDX-License-Identifier: MIT
#include "planconv/calendar.hpp"

#include <doctest/doctest.h>
#include <libical/ical.h>

#include <memory>

#include "../../io/full_list.hpp"
#include "planconv/unicode.hpp"

using namespace planconv;
using libparse::Time;
using libparse::TimeType;

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

libparse::TaskList make_list(std::vector<Time> times) {
  libparse::TaskList list;
  list.document.source.sha256 = std::string(64, 'a');
  list.document.title = "实施方案";
  list.document.issued_on = "2024-04-03";
  list.document.year = 2024;
  libparse::Task task;
  task.id = "2.1";
  task.title = "推进改造";
  task.text = "推进改造，建设小区; 道路。";
  task.path = {"二、重点任务"};
  task.responsibilities = {{libparse::Role::lead, "住建局", "县住建局"},
                           {libparse::Role::cooperate, "各乡镇", "各乡镇"}};
  task.times = std::move(times);
  list.tasks = {task};
  return list;
}

Time make_time(TimeType type, const std::string& start, const std::string& end, const std::string& every = {},
               const std::string& by = {}) {
  Time time;
  time.type = type;
  time.text = "时限";
  time.start = start;
  time.end = end;
  time.every = every;
  time.by = by;
  return time;
}

std::string write(const libparse::TaskList& list) { return write_calendar({list}, Words(Language::zh)); }
std::string write(const Time& time) { return write(make_list({time})); }

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string unfolded(std::string text) {
  for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("libical reads what is written, with one to-do for each task") {
  const libparse::TaskList list = make_list({make_time(TimeType::deadline, "", "2024-09-30")});
  const Component calendar(icalparser_parse_string(write(list).c_str()), icalcomponent_free);
  REQUIRE(calendar);
  CHECK(icalcomponent_count_errors(calendar.get()) == 0);
  CHECK(icalcomponent_count_components(calendar.get(), ICAL_VTODO_COMPONENT) == 1);
  icalcomponent* todo = icalcomponent_get_first_component(calendar.get(), ICAL_VTODO_COMPONENT);
  CHECK(icalcomponent_get_summary(todo) == std::string("推进改造"));
  CHECK(icaltime_as_ical_string(icalcomponent_get_due(todo)) == std::string("20240930"));
  CHECK(
      std::string(icalcomponent_get_description(todo)).starts_with("推进改造，建设小区; 道路。\n牵头单位：县住建局\n"));
}

TEST_CASE("a deadline is due on its day, a period has a start, one day only a due date") {
  CHECK(contains(write(make_time(TimeType::deadline, "", "2024-09-30")), "\r\nDUE;VALUE=DATE:20240930\r\n"));
  const std::string period = write(make_time(TimeType::period, "2024-05-01", "2024-12-31"));
  CHECK(contains(period, "\r\nDTSTART;VALUE=DATE:20240501\r\nDUE;VALUE=DATE:20241231\r\n"));
  const std::string day = write(make_time(TimeType::period, "2024-05-01", "2024-05-01"));
  CHECK(contains(day, "DUE;VALUE=DATE:20240501"));
  CHECK_FALSE(contains(day, "DTSTART"));
  const std::string start = write(make_time(TimeType::start, "2024-05-01", ""));
  CHECK(contains(start, "DTSTART;VALUE=DATE:20240501"));
  CHECK_FALSE(contains(start, "DUE"));
}

TEST_CASE("a task without dates is one to-do without dates, one with several times has one for each") {
  CHECK_FALSE(contains(write(make_time(TimeType::ongoing, "", "")), "DUE"));
  const std::string several =
      write(make_list({make_time(TimeType::deadline, "", "2024-09-30"), make_time(TimeType::ongoing, "", ""),
                       make_time(TimeType::deadline, "", "2025-09-30")}));
  CHECK(contains(several, "UID:" + std::string(32, 'a') + "-2.1-t1@planparse\r\n"));
  CHECK(contains(several, "UID:" + std::string(32, 'a') + "-2.1-t3@planparse\r\n"));
  CHECK_FALSE(contains(several, "-2.1-t2@"));
  CHECK(contains(several, "SUMMARY:推进改造 (时限)\r\n"));
}

TEST_CASE("a recurrence has a rule, and begins on the first day of that rule") {
  const std::string yearly = write(make_time(TimeType::recurrence, "", "2026-12-31", "P1Y", "--12-25"));
  CHECK(contains(yearly, "DTSTART;VALUE=DATE:20241225\r\n"));
  CHECK(contains(yearly, "RRULE:FREQ=YEARLY;UNTIL=20261231;BYMONTHDAY=25;BYMONTH=12\r\n"));
  CHECK(contains(write(make_time(TimeType::recurrence, "", "", "P1M")),
                 "DTSTART;VALUE=DATE:20240403\r\nRRULE:FREQ=MONTHLY\r\n"));
  libparse::TaskList undated = make_list({make_time(TimeType::recurrence, "", "", "P1M")});
  undated.document.issued_on.clear();
  undated.document.year = 0;
  CHECK_FALSE(contains(write(undated), "RRULE"));
  CHECK(contains(write(undated), "X-PLANPARSE-EVERY;VALUE=TEXT:P1M"));
}

TEST_CASE("durations become rules, and rules of the list go first") {
  const auto rule = [](const char* every, const char* by) {
    return find_rule(make_time(TimeType::recurrence, "", "", every, by));
  };
  CHECK(rule("P1D", "") == "FREQ=DAILY");
  CHECK(rule("P14D", "") == "FREQ=WEEKLY;INTERVAL=2");
  CHECK(rule("P3M", "---05") == "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5");
  CHECK(rule("P1Y", "--02-28") == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28");
  CHECK(rule("P1M", "月底") == "FREQ=MONTHLY");
  for (const char* every : {"", "P", "PT1H", "P0M", "P1M1D", "monthly", "P-1M"}) CHECK(rule(every, "") == "");
  Time time = make_time(TimeType::recurrence, "", "", "P1M");
  time.rrule = "FREQ=MONTHLY;BYMONTHDAY=-1";
  CHECK(find_rule(time) == time.rrule);
}

TEST_CASE("lines have at most 75 octets, are folded between characters and end in CR LF") {
  libparse::TaskList list = make_list({make_time(TimeType::deadline, "", "2024-09-30")});
  for (int i = 0; i < 300; ++i) list.tasks[0].text += i % 7 == 0 ? "a" : i % 5 == 0 ? "𠮷" : "字";
  list.tasks[0].text += ",;\\\n\x01尾";
  const std::string text = write(list);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    CHECK(end - at <= 75);
    CHECK(is_utf8(std::string_view(text).substr(at, end - at)));
    at = end + 2;
  }
  CHECK(contains(unfolded(text), "\\,\\;\\\\\\n尾"));
  const Component calendar(icalparser_parse_string(text.c_str()), icalcomponent_free);
  CHECK(contains(icalcomponent_get_description(icalcomponent_get_inner(calendar.get())), ",;\\\n尾"));
}

TEST_CASE("a line of any length keeps its words and has no bare line break") {
  libparse::TaskList list = make_list({});
  for (std::size_t size = 1; size < 240; ++size) {
    CAPTURE(size);
    list.tasks[0].title = "字字字字字字字字字字字字字字字字字字字字" + std::string(size, 'x') + "字";
    const std::string text = write(list);
    CHECK(contains(unfolded(text), "\r\nSUMMARY:" + list.tasks[0].title + "\r\n"));
    for (std::size_t at = 0; (at = text.find_first_of("\r\n", at)) != std::string::npos; at += 2) {
      REQUIRE(text.compare(at, 2, "\r\n") == 0);
    }
    for (std::size_t at = 0; at < text.size(); at = text.find("\r\n", at) + 2) {
      REQUIRE(text.find("\r\n", at) - at <= 75);
    }
  }
}

TEST_CASE("units, kind and section are properties, and nothing is from the clock") {
  const std::string text = write(make_time(TimeType::deadline, "", "2024-09-30"));
  CHECK(contains(text, "X-PLANPARSE-LEAD;VALUE=TEXT:县住建局\r\n"));
  CHECK(contains(text, "X-PLANPARSE-COOPERATE;VALUE=TEXT:各乡镇\r\n"));
  CHECK(contains(text, "CATEGORIES:任务\r\nCATEGORIES:二、重点任务\r\n"));
  CHECK(contains(text, "DTSTAMP:20240403T000000Z\r\n"));
  libparse::TaskList undated = make_list({});
  undated.document.issued_on.clear();
  CHECK(contains(write(undated), "DTSTAMP:20000101T000000Z\r\n"));
}

TEST_CASE("the list of one notice twice gives each to-do once") {
  const libparse::TaskList list = make_list({});
  CHECK(write_calendar({list, list}, Words(Language::zh)) == write(list));
}
