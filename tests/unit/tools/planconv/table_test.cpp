// SPDX-License-Identifier: MIT
// Tables that an analyst edited, back into task lists.
#include <doctest/doctest.h>

#include "../../../temporary_folder.hpp"
#include "convert.hpp"
#include "libparse/fingerprint.hpp"
#include "libparse/parse.hpp"
#include "planconv/csv.hpp"

using namespace planconv;
using libparse::Task;
using libparse::TaskList;
using tests::try_convert;
using tools::ExitStatus;

namespace {

constexpr const char* kNotice =
    "临江县人民政府关于印发治水方案的通知\n各乡镇人民政府：\n现将方案印发给你们。\n一、主要任务\n"
    "（一）清理河道。清理河道42公里，岸线绿化率不低于75%，2024年9月底前完成。（县水利局牵头，县住建局、县财政局配合）\n"
    "（二）整治排口。每月巡查1次。（县生态环境局负责）\n"
    "（三）宣传引导。2024年10月底前印发手册。（县委宣传部负责）\n"
    "临江县人民政府\n2024年3月1日\n";

TaskList parse(const std::string& path = "n.txt") {
  TaskList list = libparse::parse_notice(kNotice, {.path = path, .explain = true}).list;
  REQUIRE(list.tasks.size() == 3);
  return list;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

struct Edited {
  TaskList list;
  std::string err;
};

std::string table_of(const TaskList& list) { return tests::convert(tests::to_json(list), {.format = Format::csv}); }

// What comes of `table` over `base`; the list is empty where it is refused.
Edited edit(const std::string& table, const std::string& base = tests::to_json(parse())) {
  const tests::TemporaryFolder folder;
  const auto result = try_convert(table, {.base = folder.write("base.json", base)});
  CHECK((result.status == ExitStatus::input) == result.out.empty());
  return {result.out.empty() ? TaskList{} : libparse::read_json(result.out).front(), result.err};
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("only the task that was edited changes, and in it only what was edited") {
  const TaskList base = parse();
  const TaskList list = edit(replaced(table_of(base), ",2024年9月底前,", ",2024年8月15日前,")).list;
  CHECK(list.tasks[1] == base.tasks[1]);
  CHECK(list.tasks[2] == base.tasks[2]);
  Task expected = base.tasks[0];
  REQUIRE(expected.times[0].text == "2024年9月底前");
  expected.times[0] = {};
  expected.times[0].text = "2024年8月15日前";
  expected.times[0].end = "2024-08-15";
  expected.explain.reset();
  for (auto& target : expected.targets) target.by.reset();  // pointed at the times that were there
  Task found = list.tasks[0];
  found.times[0].edtf.clear();
  found.times[0].basis.clear();
  CHECK(found == expected);
}

TEST_CASE("relative times count from the notice's date of issue") {
  const auto list = edit(replaced(table_of(parse()), ",2024年9月底前,", ",自印发之日起30日内,")).list;
  const libparse::Time& time = list.tasks.at(0).times.at(0);
  CHECK(time.end == "2024-03-31");
  CHECK(time.within == "P30D");
  CHECK(time.basis == "issue date");
}

TEST_CASE("units keep their spans where their names stay, new ones have none") {
  const TaskList base = parse();
  const TaskList list = edit(replaced(table_of(base), "县住建局、县财政局", "县财政局，各乡镇〔农村河道〕")).list;
  const auto& units = list.tasks[0].responsibilities;
  REQUIRE(units.size() == 3);
  CHECK(units[0] == base.tasks[0].responsibilities[0]);
  CHECK(units[1] == base.tasks[0].responsibilities[2]);
  CHECK(units[2] == libparse::Responsibility{libparse::Role::cooperate, "各乡镇", "各乡镇", {}, true, "农村河道"});
}

TEST_CASE("targets are read again with indicator, comparator, value and unit") {
  const TaskList base = parse();
  const TaskList list = edit(replaced(table_of(base), "；岸线绿化率不低于75%", "；岸线绿化率不低于80%")).list;
  REQUIRE(list.tasks[0].targets.size() == base.tasks[0].targets.size());
  CHECK(list.tasks[0].targets[0] == base.tasks[0].targets[0]);
  const libparse::Target& target = list.tasks[0].targets[1];
  CHECK(target.indicator == "岸线绿化率");
  CHECK(target.comparator == libparse::Comparator::ge);
  CHECK(target.value == libparse::Decimal::of(80));
  CHECK(target.text == "不低于80%");
  CHECK(target.span == libparse::Span{});
}

TEST_CASE("text, title, section and kind are taken as written, with a new fingerprint") {
  const TaskList base = parse();
  std::string table = replaced(table_of(base), "整治排口。每月巡查1次", "整治排口。每周巡查1次");
  table = replaced(table, ",任务,\r\n3,", ",保障,\r\n3,");
  const Task task = edit(table).list.tasks[1];
  CHECK(task.text == "整治排口。每周巡查1次");
  CHECK(task.fingerprint == libparse::fingerprint(task.text));
  CHECK(task.kind == libparse::TaskKind::safeguard);
  CHECK(task.times == base.tasks[1].times);
}

TEST_CASE("rows may be sorted, taken out and added") {
  const TaskList base = parse();
  std::string table;
  append_csv_row(table, {"Lead unit", "ID", "Content", "Due date", "Notes"});
  append_csv_row(table, {"", base.tasks[2].id, base.tasks[2].text, "2024-10-31", "ask them"});
  append_csv_row(table, {"县水利局", "", "修建水闸2座", "2024/11/30", ""});
  append_csv_row(table, {"县水利局", base.tasks[0].id, base.tasks[0].text, "", ""});
  const TaskList list = edit(table).list;
  REQUIRE(list.tasks.size() == 3);
  CHECK(list.tasks[0] == base.tasks[0]);
  CHECK(list.tasks[1] == base.tasks[2]);
  const Task& added = list.tasks[2];
  CHECK(added.id == "new-1");
  CHECK(added.text == "修建水闸2座");
  CHECK(added.fingerprint == libparse::fingerprint(added.text));
  CHECK(added.responsibilities.at(0).name == "县水利局");
  CHECK(added.times.at(0).end == "2024-11-30");
  CHECK(added.span == libparse::Span{});
}

TEST_CASE("every cell that cannot be read is told with its row and column, and nothing is written") {
  std::string table = replaced(table_of(parse()), "县住建局、县财政局", "县住建局、123");
  table = replaced(table, "2024年10月底前,2024-10-31", "等等,2024-10-31");
  table = replaced(table, ",任务,\r\n3", ",杂项,\r\n3");
  const Edited edited = edit(table);
  CHECK(edited.list == TaskList{});
  CHECK(edited.err ==
        "<stdin>:2: error: column 配合单位 (cooperate): no unit is read in `123`\n"
        "<stdin>:3: error: column 类别 (kind): `杂项` is none of task, goal, phase, safeguard\n"
        "<stdin>:4: error: column 完成时限 (times): no time is read in `等等`\n");
}

TEST_CASE("a due date that the times do not come to is told, one that follows from them is not") {
  const std::string table = table_of(parse());
  CHECK(contains(edit(replaced(table, ",2024-09-30,", ",2024-12-31,")).err,
                 "<stdin>:2: error: column 截止日期 (due): `2024-12-31` is not what the times come to, 2024-09-30"));
  const auto both = edit(replaced(table, ",2024年9月底前,2024-09-30,", ",2024年底前,2024/12/31,"));
  CHECK(both.err.empty());
  CHECK(both.list.tasks.at(0).times.at(0).end == "2024-12-31");
}

TEST_CASE("headers that are missing, unknown or repeated are told") {
  CHECK(contains(edit("任务,牵头单位\n清理,县水利局\n").err, "has no column 编号 (id)"));
  CHECK(contains(edit("编号,任务,想法\n1,清理,x\n").err, "<stdin>:1: error: header `想法` is not known"));
  CHECK(contains(edit("编号,ID\n1,1\n").err, "header `ID` stands twice"));
  CHECK(contains(edit("随便,什么\n").err, "is neither a task list nor a table"));
  CHECK(contains(edit("编号,任务\n1,x\n1,y\n").err, "<stdin>:3: error: column 编号 (id): `1` stands twice"));
  CHECK(contains(edit("编号,牵头单位\nx,县水利局\n").err, "a new task needs a text or a title"));
}

TEST_CASE("a table of several lists goes back into each of them") {
  const tests::TemporaryFolder folder;
  const std::string json = tests::to_json(parse("a.txt")) + tests::to_json(parse("b.txt"));
  const std::string base = folder.write("base.json", json);
  const std::string table = tests::convert(json, {.format = Format::csv});
  CHECK(tests::convert(table, {.base = base}) == json);
  CHECK(
      contains(try_convert(replaced(table, "b.txt", "c.txt"), {.base = base}).err, "the base has no list of `c.txt`"));
  CHECK(contains(try_convert(table_of(parse()), {.base = base}).err, "the base holds several lists"));
}

TEST_CASE("without a base a list is made of the table alone") {
  const std::string table =
      "临江县治水任务清单,,,\n序号,任务,牵头单位,完成时限,量化目标,章节\n"
      "1,清理河道,县水利局、县住建局,2024年9月底前；长期坚持,清理河道42公里,一、任务 / （一）河道\n";
  const TaskList list = libparse::read_json(tests::convert(table, {})).front();
  CHECK(list.generator.name == "planconv");
  CHECK(list.document.title == "临江县治水任务清单");
  CHECK(list.document.source.media_type == "text/csv");
  CHECK(list.document.source.bytes == table.size());
  REQUIRE(list.tasks.size() == 1);
  const Task& task = list.tasks[0];
  CHECK(task.id == "new-1");
  CHECK(task.path == std::vector<std::string>{"一、任务", "（一）河道"});
  CHECK(task.responsibilities.size() == 2);
  REQUIRE(task.times.size() == 2);
  CHECK(task.times[0].end == "2024-09-30");
  CHECK(task.times[1].type == libparse::TimeType::ongoing);
  CHECK(task.targets.at(0).value == libparse::Decimal::of(42));
}

TEST_CASE("a diagnostic about a task that is gone is gone too") {
  TaskList base = parse();
  base.diagnostics = {{"one", libparse::Severity::info, "Of the first.", {}, base.tasks[0].id},
                      {"two", libparse::Severity::info, "Of the notice.", {}, {}}};
  std::string table;
  append_csv_row(table, {"id"});
  append_csv_row(table, {base.tasks[1].id});
  const TaskList list = edit(table, tests::to_json(base)).list;
  CHECK(list.tasks == std::vector<Task>{base.tasks[1]});
  REQUIRE(list.diagnostics.size() == 1);
  CHECK(list.diagnostics[0].code == "two");
}
