// SPDX-License-Identifier: MIT
#include "plancheck/consistency.hpp"

#include <doctest/doctest.h>

#include "checked.hpp"
#include "plancheck/time_fields.hpp"

using namespace libparse;
using tests::check;
using tests::small_list;
using tests::told;

namespace {

// What is told of the small list after one change.
template <typename Change>
std::string told_after(const Change& change) {
  TaskList list = small_list();
  change(list);
  return told(check(list));
}

}  // namespace

TEST_CASE("a sound list gives no finding") { CHECK(told(check(small_list())) == ""); }

TEST_CASE("ids of sections and of tasks are unique") {
  CHECK(told_after([](TaskList& list) { list.tasks[1].id = "1.1"; }) == "check-id-repeated /tasks/1/id");
  CHECK(told_after([](TaskList& list) {
          list.sections[2].id = "1.1";
          list.tasks[1].section = "1.1";
          list.tasks[1].path.clear();
          list.document.attachments.clear();
        }) == "check-id-repeated /sections/2/id");
}

TEST_CASE("every id that is named is there") {
  CHECK(told_after([](TaskList& list) { list.tasks[1].section = "9"; }) == "check-link /tasks/1/section");
  CHECK(told_after([](TaskList& list) { list.document.attachments[0].section = "a9"; }) ==
        "check-link /document/attachments/0/section");
  CHECK(told_after([](TaskList& list) {
          list.diagnostics = {{.code = "numbering-gap", .message = "m", .task = "9"}};
        }) == "check-link /diagnostics/0/task");
}

TEST_CASE("a parent stands before its sections, and no section is its own parent") {
  CHECK(told_after([](TaskList& list) { list.sections[1].parent = "9"; }) == "check-link /sections/1/parent");
  CHECK(told_after([](TaskList& list) { list.sections[1].parent = "1.2"; }) == "check-link /sections/1/parent");
  CHECK(told_after([](TaskList& list) { list.sections[1].parent = "1.1"; }) == "check-link /sections/1/parent");
}

TEST_CASE("the depth of a section is one more than that of its parent") {
  CHECK(told_after([](TaskList& list) {
          list.sections[2].depth = 3;
          list.tasks[1].path = {"一、工作任务", "（一）清理河道", "（二）巡查排污口"};
        }) == "check-depth /sections/2/depth");
  CHECK(told_after([](TaskList& list) { list.sections[0].depth = 2; }).starts_with("check-depth /sections/0/depth"));
}

TEST_CASE("the path of a task has a step for each section around it") {
  CHECK(told_after([](TaskList& list) { list.tasks[0].path.pop_back(); }) == "check-path /tasks/0/path");
  CHECK(told_after([](TaskList& list) { list.tasks[0].path.clear(); }) == "");
  CHECK(told_after([](TaskList& list) { list.tasks[0].path.emplace_back("设施建设"); }) == "");  // a group in a table
  CHECK(told_after([](TaskList& list) { list.tasks[0].path[1] = "（一）清理沟渠"; }) == "check-path /tasks/0/path/1");
}

TEST_CASE("tasks, sections, times and targets stand in text order") {
  CHECK(told_after([](TaskList& list) { std::swap(list.tasks[0], list.tasks[1]); }) == "check-order /tasks/1/span");
  CHECK(told_after([](TaskList& list) { std::swap(list.sections[1], list.sections[2]); }) ==
        "check-order /sections/2/span");
  CHECK(told_after([](TaskList& list) {
          list.tasks[1].times.push_back(list.tasks[1].times[0]);
          list.tasks[1].times[1].span = {2, 4};
        }) == "check-order /tasks/1/times/1/span");
  CHECK(told_after([](TaskList& list) {
          Target earlier = list.tasks[0].targets[0];
          earlier.span.begin -= 1;
          list.tasks[0].targets.push_back(earlier);
        }) == "check-order /tasks/0/targets/1/span");
}

TEST_CASE("a task stands behind the heading of its section") {
  CHECK(told_after([](TaskList& list) {
          list.tasks[0].section = "1.2";
          list.tasks[0].path[1] = "（二）巡查排污口";
        }) == "check-order /tasks/0/span");
}

TEST_CASE("what an analyst wrote has no place, and is told but no fault") {
  CHECK(told_after([](TaskList& list) {
          list.tasks[0].times[0].span = {0, 0};
        }) == "check-by-hand /tasks/0/times/0/span");
  CHECK(told_after([](TaskList& list) {
          list.tasks[0].targets[0].span = {0, 0};
        }) == "check-by-hand /tasks/0/targets/0/span");
  CHECK(told_after([](TaskList& list) { list.tasks[1].span = {0, 0}; }) == "check-by-hand /tasks/1/span");
}

TEST_CASE("a span is not empty, not turned round and not behind the end") {
  CHECK(told_after([](TaskList& list) {
          list.tasks[0].times[0].span = {20, 20};
        }) == "check-span /tasks/0/times/0/span");
  CHECK(told_after([](TaskList& list) {
          list.tasks[0].responsibilities[0].span = {30, 20};
        }) == "check-span /tasks/0/responsibilities/0/span");
  CHECK(told_after([](TaskList& list) {
          list.tasks[0].references[0].span = Span{20, 2000};
        }) == "check-span /tasks/0/references/0/span");
  CHECK(told_after([](TaskList& list) {
          list.document.references[0].span = Span{2000, 2001};
        }) == "check-span /document/references/0/span");
  CHECK(told_after([](TaskList& list) { list.sections[0].span = {0, 0}; }) == "check-span /sections/0/span");
}

TEST_CASE("a diagnostic may point between two characters, but not behind the end") {
  const auto with_span = [](Span span) {
    return [span](TaskList& list) { list.diagnostics = {{.code = "numbering-gap", .message = "m", .span = span}}; };
  };
  CHECK(told_after(with_span({3, 3})) == "");
  CHECK(told_after(with_span({3, 2000})) == "check-span /diagnostics/0/span");
}

TEST_CASE("a target stands inside the body of its task") {
  CHECK(told_after([](TaskList& list) { list.tasks[0].targets[0].span = tests::span_of("县水利局"); }) ==
        "check-span-outside /tasks/0/targets/0/span");
}

TEST_CASE("two tasks do not claim the same characters") {
  CHECK(told_after([](TaskList& list) { list.tasks[0].span.end = list.tasks[1].span.begin + 1; }) ==
        "check-span-overlap /tasks/1/span");
  CHECK(told_after([](TaskList& list) { list.tasks[0].span.end = list.tasks[1].span.begin; }) == "");
}

TEST_CASE("dates exist") {
  CHECK(told_after([](TaskList& list) { list.document.issued_on = "2025-02-29"; }) == "check-date /document/issued_on");
  CHECK(told_after([](TaskList& list) { list.document.issued_on = "2024-02-29"; }) == "");
  CHECK(told_after([](TaskList& list) { list.document.published_on = "2025-04-31"; }) ==
        "check-date /document/published_on");
  CHECK(told_after([](TaskList& list) { list.document.printed_on = "2025-06-31"; }) ==
        "check-date /document/printed_on");
  CHECK(told_after([](TaskList& list) { list.tasks[0].times[0].end = "2025-06-31"; }) ==
        "check-date /tasks/0/times/0/end");
  CHECK(told_after([](TaskList& list) { list.tasks[1].times[0].by = "--02-30"; }) == "check-date /tasks/1/times/0/by");
}

TEST_CASE("a day of a recurrence is one that some year or month has") {
  CHECK(plancheck::is_day_of_recurrence("--02-29"));
  CHECK(plancheck::is_day_of_recurrence("---31"));
  CHECK_FALSE(plancheck::is_day_of_recurrence("--04-31"));
  CHECK_FALSE(plancheck::is_day_of_recurrence("---32"));
}

TEST_CASE("a period does not end before it starts") {
  CHECK(told_after([](TaskList& list) {
          list.document.period = Period{"2025-12-31", "2025-01-01"};
        }) == "check-date-order /document/period/end");
  CHECK(told_after([](TaskList& list) {
          list.tasks[0].times[0].type = TimeType::period;
          list.tasks[0].times[0].start = "2025-07-01";
        }) == "check-date-order /tasks/0/times/0/end");
  CHECK(told_after([](TaskList& list) { list.document.period = Period{"2025-01-01", "2025-01-01"}; }) == "");
}

TEST_CASE("a time has what its type needs and nothing else") {
  const auto problem = [](const Time& time) { return plancheck::find_field_problem(time); };
  CHECK(problem({.type = TimeType::deadline}) == "a time of type `deadline` needs `end`");
  CHECK(problem({.type = TimeType::period, .end = "2025-12-31"}) == "a time of type `period` needs `start`");
  CHECK(problem({.type = TimeType::start}) == "a time of type `start` needs `start`");
  CHECK(problem({.type = TimeType::recurrence}) == "a time of type `recurrence` needs `every`");
  CHECK(problem({.type = TimeType::relative}) == "a time of type `relative` needs `within` or `after`");
  CHECK(problem({.type = TimeType::external, .end = "2025-12-31"}) == "a time of type `external` cannot have `end`");
  CHECK(problem({.type = TimeType::deadline, .end = "2025-12-31", .by = "---08"}) ==
        "a time of type `deadline` cannot have `count`, `by` or `rrule`");
  CHECK(problem({.type = TimeType::relative, .after = "集中观看后"}) == "");
  CHECK(problem({.type = TimeType::ongoing}) == "");
  CHECK(told_after([](TaskList& list) { list.tasks[0].times[0].end.clear(); }) == "check-time-fields /tasks/0/times/0");
}

TEST_CASE("a time may be without days where the notice has no date of issue") {
  CHECK(plancheck::find_field_problem({.type = TimeType::deadline}, true) == "");
  CHECK(plancheck::find_field_problem({.type = TimeType::period, .end = "2025-12-31"}, true) != "");
  CHECK(plancheck::find_field_problem({.type = TimeType::recurrence}, true) != "");
  CHECK(told_after([](TaskList& list) {
          list.document.issued_on.clear();
          list.tasks[0].times[0].end.clear();
        }) == "");
}

TEST_CASE("a range does not end below its start") {
  const auto with_max = [](std::int64_t max) {
    return [max](TaskList& list) {
      list.tasks[0].targets[0].comparator = Comparator::range;
      list.tasks[0].targets[0].max = Decimal::of(max);
    };
  };
  CHECK(told_after(with_max(11)) == "check-range /tasks/0/targets/0/max");
  CHECK(told_after(with_max(12)) == "");
}

TEST_CASE("a target is due at a time that its task has") {
  CHECK(told_after([](TaskList& list) { list.tasks[0].targets[0].by = 1; }) == "check-by-index /tasks/0/targets/0/by");
}

TEST_CASE("a fingerprint is that of the text") {
  CHECK(told_after([](TaskList& list) { list.tasks[0].fingerprint = "0123456789abcdef"; }) ==
        "check-fingerprint /tasks/0/fingerprint");
  CHECK(told_after([](TaskList& list) { list.tasks[0].fingerprint.clear(); }) == "");
}

TEST_CASE("a plain text has at least a byte for each character") {
  CHECK(told_after([](TaskList& list) { list.document.source.bytes = 10; }) ==
        "check-size /document/source/characters");
  CHECK(told_after([](TaskList& list) {
          list.document.source.bytes = 10;  // a container is compressed
          list.document.source.media_type = "application/pdf";
        }) == "");
}
