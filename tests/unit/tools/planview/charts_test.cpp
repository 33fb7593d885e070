// SPDX-License-Identifier: MIT
#include "planview/charts.hpp"

#include <doctest/doctest.h>

#include <string>

#include "libparse/parse.hpp"
#include "planview/matrix.hpp"
#include "planview/svg.hpp"
#include "planview/timeline.hpp"

namespace {

using libparse::Role;
using planview::Language;

libparse::Time make_time(libparse::TimeType type, const std::string& start, const std::string& end) {
  libparse::Time time;
  time.type = type;
  time.text = "T";
  time.start = start;
  time.end = end;
  return time;
}

libparse::Task make_task(const std::string& id, std::vector<libparse::Time> times,
                         libparse::TaskKind kind = libparse::TaskKind::task) {
  libparse::Task task;
  task.id = id;
  task.kind = kind;
  task.text = task.title = "建成桥梁 " + id;
  task.times = std::move(times);
  return task;
}

libparse::Responsibility make_unit(Role role, const std::string& name, const std::string& canonical = {}) {
  libparse::Responsibility unit;
  unit.role = role;
  unit.organization = unit.name = name;
  unit.canonical = canonical;
  return unit;
}

std::vector<std::string> ids_of(const std::vector<planview::TimelineRow>& rows) {
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.task->id);
  return ids;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

constexpr auto kDeadline = libparse::TimeType::deadline;
constexpr auto kPeriod = libparse::TimeType::period;

}  // namespace

TEST_CASE("an image that stands alone has a declaration and a style sheet, one for the page has neither") {
  planview::Svg alone(10, 20, "kind", "a < b");
  alone.element("text", {{"x", 1}}, "<&");
  CHECK(
      std::move(alone).finish(".a > .b {}") ==
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart kind\" width=\"10\" height=\"20\" viewBox=\"0 0 10 20\" "
      "role=\"group\" aria-label=\"a &lt; b\">\n<style><![CDATA[\n.a > .b {}]]></style>\n"
      "<text x=\"1\">&lt;&amp;</text></svg>\n");
  CHECK(std::move(planview::Svg(1, 1, "k", "l")).finish().rfind("<svg", 0) == 0);
}

TEST_CASE("only days that exist are on the line of time") {
  CHECK(planview::find_day("2024-02-29"));
  CHECK_FALSE(planview::find_day("2023-02-29"));
  CHECK_FALSE(planview::find_day(""));
  CHECK_FALSE(planview::find_day("2023"));
}

TEST_CASE("phases go by start, tasks by last day; the same dates of one task are one row") {
  libparse::TaskList list;
  list.tasks = {make_task("late", {make_time(kDeadline, "", "2022-12-31")}),
                make_task("early", {make_time(kDeadline, "", "2021-06-30"), make_time(kDeadline, "", "2021-06-30")}),
                make_task("second", {make_time(kPeriod, "2021-09-01", "2022-03-31")}, libparse::TaskKind::phase),
                make_task("first", {make_time(kPeriod, "2021-05-01", "2021-08-31")}, libparse::TaskKind::phase),
                make_task("monthly", {make_time(libparse::TimeType::recurrence, "", "")}),
                make_task("none", {})};
  const planview::Timeline timeline = planview::lay_out_timeline(list);
  CHECK(ids_of(timeline.tasks) == std::vector<std::string>{"early", "late"});
  CHECK(ids_of(timeline.phases) == std::vector<std::string>{"first", "second"});
  CHECK(timeline.recurring == 1);
  CHECK(timeline.undated == 1);
  REQUIRE(timeline.months.size() == 20);  // 2021-05 … 2022-12
  CHECK(timeline.months.front().deadlines == 0);
  CHECK(timeline.months[1].deadlines == 1);
  CHECK(timeline.months.back().deadlines == 1);
  CHECK(timeline.months_per_tick == 3);
}

TEST_CASE("a period that ends before it starts is not drawn, and a far date does not make an endless axis") {
  libparse::TaskList list;
  list.tasks = {make_task("turned", {make_time(kPeriod, "2022-01-01", "2021-01-01")}),
                make_task("old", {make_time(kDeadline, "", "1900-01-01")}),
                make_task("far", {make_time(kDeadline, "", "9999-12-31")})};
  const planview::Timeline timeline = planview::lay_out_timeline(list);
  CHECK(ids_of(timeline.tasks) == std::vector<std::string>{"old", "far"});
  CHECK(timeline.months.size() == 1200);
  CHECK(planview::draw_timeline(list, Language::en, true).size() < 100'000);
}

TEST_CASE("the matrix has one row a body, one cell a task, with the strongest role") {
  libparse::TaskList list;
  list.tasks = {make_task("1", {}), make_task("2", {}), make_task("3", {})};
  list.tasks[0].path = {"一、甲"};
  list.tasks[2].path = {"二、乙"};
  list.tasks[0].responsibilities = {make_unit(Role::cooperate, "县财政局"),
                                    make_unit(Role::lead, "财政局", "县财政局")};
  list.tasks[2].responsibilities = {make_unit(Role::lead, "县住建局"), make_unit(Role::responsible, "县财政局")};
  const planview::Matrix matrix = planview::lay_out_matrix(list);
  REQUIRE(matrix.columns.size() == 2);
  CHECK(matrix.columns[1]->id == "3");
  REQUIRE(matrix.rows.size() == 2);
  CHECK(matrix.rows[0].unit == "县财政局");
  REQUIRE(matrix.rows[0].cells.size() == 2);
  CHECK(matrix.rows[0].cells[0].role == Role::lead);
  CHECK(matrix.rows[0].cells[1].role == Role::responsible);
  CHECK(matrix.rows[0].roles[static_cast<std::size_t>(Role::lead)] == 1);
  REQUIRE(matrix.bands.size() == 2);
  CHECK(matrix.bands[1].title == "二、乙");
  CHECK(matrix.bands[1].end == 2);
}

TEST_CASE("charts carry the ids of their tasks, escaped, in both languages") {
  libparse::TaskList list;
  list.tasks = {make_task("\"><script>", {make_time(kDeadline, "", "2025-12-31")})};
  list.tasks[0].responsibilities = {make_unit(Role::lead, "县<住建局>")};
  for (const Language language : {Language::zh, Language::en}) {
    const std::string timeline = planview::draw_timeline(list, language, true);
    const std::string matrix = planview::draw_matrix(list, language, true);
    CHECK(count(timeline, "data-task=\"&quot;&gt;&lt;script&gt;\"") == 1);
    CHECK(count(timeline, "2025-12-31") >= 1);
    CHECK(count(matrix, "data-unit=\"县&lt;住建局&gt;\"") == 1);
    CHECK(count(timeline + matrix, "<script>") == 0);
  }
  CHECK(planview::draw_timeline(list, Language::zh, true) != planview::draw_timeline(list, Language::en, true));
}

TEST_CASE("a list without dates or units says so in its charts") {
  const libparse::TaskList empty;
  CHECK(count(planview::draw_timeline(empty, Language::en, true), "No task has a date.") == 1);
  CHECK(count(planview::draw_matrix(empty, Language::en, true), "No task names a unit.") == 1);
}
