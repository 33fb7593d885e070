// SPDX-License-Identifier: MIT
#include "libparse/compare.hpp"

#include <doctest/doctest.h>

#include "plans.hpp"

using namespace libparse;
using tests::change_names;
using tests::plan_of;
using tests::plan_of_texts;
using tests::task_of;

namespace {

using Names = std::vector<std::string>;

const std::string kPatrol = "组织巡河队伍沿江巡查，发现排污口立即登记上报";
const std::string kLamps = "更换老旧路灯灯具，统一接入智慧照明平台";
const std::string kBooks = "在村级文化站配备图书和阅览桌椅，定期更新";

// A notice with one section of numbered tasks.
std::string section(const std::string& label_and_title, const std::vector<std::string>& tasks) {
  static const std::vector<std::string> kNumbers = {"一", "二", "三", "四", "五"};
  std::string text = label_and_title + "\n";
  for (std::size_t i = 0; i < tasks.size(); ++i) text += "（" + kNumbers[i] + "）" + tasks[i] + "。\n";
  return text;
}

TaskList read(const std::string& notice) { return parse_notice(notice).list; }

}  // namespace

TEST_CASE("printing differences are no changes") {
  CHECK(change_names(plan_of_texts({"（1）建成停车场3处，新增泊位1,200个。"}),
                     plan_of_texts({"建成停车场三处,新增泊位１２００个；"})) == Names{});
}

TEST_CASE("tasks without a like on the other side are added and dropped") {
  CHECK(change_names(plan_of_texts({kPatrol, kLamps}), plan_of_texts({kLamps, kBooks})) == Names{"dropped", "added"});
  CHECK(change_names(plan_of({}), plan_of_texts({kLamps})) == Names{"added"});
  CHECK(change_names(plan_of_texts({kLamps}), plan_of({})) == Names{"dropped"});
  CHECK(change_names(plan_of({}), plan_of({})) == Names{});
}

TEST_CASE("a task with most of its words left is reworded") {
  const TaskList before = plan_of_texts({kPatrol, kLamps});
  const TaskList after = plan_of_texts({"组织志愿队伍沿江巡查，发现排污口当日登记上报", kLamps});
  const PlanDifference difference = compare_plans(before, after);
  REQUIRE(difference.tasks.size() == 2);
  REQUIRE(difference.tasks[0].changes.size() == 1);
  CHECK(difference.tasks[0].changes[0].change == Change::reworded);
  CHECK(difference.tasks[0].similarity > 0.5);
  CHECK(difference.tasks[0].similarity < 1);
  CHECK(difference.tasks[1].similarity == 1);
  CHECK(difference.unchanged == 1);
}

TEST_CASE("another heading over the same body is a new title") {
  Task before = task_of(kLamps), after = before;
  before.title = "改善照明";
  after.title = "点亮街巷";
  CHECK(change_names(plan_of({before}), plan_of({after})) == Names{"retitled"});
}

TEST_CASE("one task in two pieces is split and two in one are merged") {
  const TaskList whole = plan_of_texts({kPatrol + "。" + kLamps + "。", kBooks});
  const TaskList parts = plan_of_texts({kPatrol, kLamps, kBooks});
  CHECK(change_names(whole, parts) == Names{"split"});
  CHECK(change_names(parts, whole) == Names{"merged"});
  const PlanDifference difference = compare_plans(whole, parts);
  CHECK(difference.tasks[0].before == std::vector<std::size_t>{0});
  CHECK(difference.tasks[0].after == std::vector<std::size_t>{0, 1});
}

TEST_CASE("a split that keeps the larger part under its number is a split too") {
  const TaskList whole = plan_of_texts({kPatrol + "，建立台账限期整改，整改情况纳入河长考核。" + kLamps + "。"});
  const TaskList parts = plan_of_texts({kPatrol + "，建立台账限期整改，整改情况纳入河长考核。", kLamps});
  CHECK(change_names(whole, parts) == Names{"split"});
}

TEST_CASE("a new task that repeats words of one that is still there is added") {
  const TaskList before = plan_of_texts({kPatrol + "，" + kLamps});
  const TaskList after = plan_of_texts({kPatrol + "，" + kLamps + "，按月公布", kLamps});
  CHECK(change_names(before, after) == Names{"reworded", "added"});
}

TEST_CASE("values of a split task are compared with those of all its parts") {
  Task whole = task_of(kPatrol + "。" + kLamps + "。"), first = task_of(kPatrol), second = task_of(kLamps);
  whole.responsibilities = {{.organization = "市水务局", .name = "市水务局"},
                            {.organization = "市城管局", .name = "市城管局"}};
  first.responsibilities = {whole.responsibilities[0]};
  second.responsibilities = {{.organization = "市电力公司", .name = "市电力公司"}};
  CHECK(change_names(plan_of({whole}), plan_of({first, second})) == Names{"split", "unit-removed", "unit-added"});
}

TEST_CASE("tasks with one text are told apart by title and place") {
  const auto tasks = [](const std::vector<std::string>& titles) {
    std::vector<Task> made;
    for (const std::string& title : titles) {
      made.push_back(task_of("按职责分工抓好落实工作"));
      made.back().title = title;
    }
    return plan_of(std::move(made));
  };
  const TaskList before = tasks({"甲", "乙", "丙"}), after = tasks({"甲", "丙"});
  const PlanDifference difference = compare_plans(before, after);
  CHECK(change_names(before, after) == Names{"dropped"});
  for (const TaskDifference& group : difference.tasks) {
    if (!group.changes.empty()) CHECK(group.before == std::vector<std::size_t>{1});
  }
}

TEST_CASE("a task in another section has moved, and one that only got another number has not") {
  const TaskList before = read(section("一、河道治理", {kPatrol, kLamps}) + section("二、文化惠民", {kBooks}));
  CHECK(change_names(before, read(section("一、河道治理", {kPatrol}) + section("二、文化惠民", {kBooks, kLamps}))) ==
        Names{"moved"});
  const TaskList renumbered = read(section("一、宣传发动", {"召开动员大会部署全年重点工作"}) +
                                   section("二、河道治理", {kPatrol, kLamps}) + section("三、文化惠民", {kBooks}));
  CHECK(change_names(before, renumbered) == Names{"added"});
}

TEST_CASE("of tasks in another order as few as can be have moved") {
  const TaskList before = read(section("一、重点任务", {kPatrol, kLamps, kBooks}));
  const TaskList after = read(section("一、重点任务", {kLamps, kBooks, kPatrol}));
  CHECK(change_names(before, after) == Names{"moved"});
}

TEST_CASE("a section with another title is renamed, and its tasks have not moved") {
  const TaskList before = read(section("一、河道治理", {kPatrol, kLamps}) + section("二、文化惠民", {kBooks}));
  const TaskList after = read(section("一、水岸共治", {kPatrol, kLamps}) + section("二、文化惠民", {kBooks}));
  CHECK(change_names(before, after) == Names{"section-renamed"});
}

TEST_CASE("sections in another order have moved, and their tasks have not") {
  const TaskList before = read(section("一、河道治理", {kPatrol, kLamps}) + section("二、文化惠民", {kBooks}));
  const TaskList after = read(section("一、文化惠民", {kBooks}) + section("二、河道治理", {kPatrol, kLamps}));
  CHECK(change_names(before, after) == Names{"section-moved"});
}

TEST_CASE("the head of the document is compared field by field") {
  TaskList before = plan_of_texts({kLamps}), after = before;
  before.document = {.title = "关于印发甲方案的通知",
                     .doc_number = DocNumber{.text = "临政办发〔2024〕1号"},
                     .issuers = {"临江县人民政府办公室"},
                     .issued_on = "2024-01-02",
                     .period = Period{"2024-01-01", "2024-12-31"}};
  after.document = {.title = "关于印发乙方案的通知",
                    .doc_number = DocNumber{.text = "临政办发〔2024〕2号"},
                    .issuers = {"临江县人民政府"},
                    .issued_on = "2024-01-03",
                    .period = Period{"2024-01-01", "2025-12-31"}};
  CHECK(change_names(before, after) == Names{"head-title", "head-number", "head-date", "head-issuers", "head-period"});
}

TEST_CASE("a task of another kind has changed its kind") {
  Task before = task_of(kLamps), after = before;
  after.kind = TaskKind::goal;
  CHECK(change_names(plan_of({before}), plan_of({after})) == Names{"kind-changed"});
}

TEST_CASE("a new date in the text is told once, as a deadline, and new words beside it as well") {
  Task before = task_of("2024年6月底前更换老旧路灯灯具，接入照明平台"),
       after = task_of("2024年9月底前更换老旧路灯灯具，接入照明平台");
  before.times = {{.text = "2024年6月底前", .end = "2024-06-30"}};
  after.times = {{.text = "2024年9月底前", .end = "2024-09-30"}};
  CHECK(change_names(plan_of({before}), plan_of({after})) == Names{"deadline-later"});
  after.text = "2024年9月底前更换老旧路灯灯具，接入指挥平台";
  CHECK(change_names(plan_of({before}), plan_of({after})) == Names{"reworded", "deadline-later"});
  after = task_of("2024年6月30日前更换老旧路灯灯具，接入照明平台");
  after.times = {{.text = "2024年6月30日前", .end = "2024-06-30"}};
  CHECK(change_names(plan_of({before}), plan_of({after})) == Names{"reworded"});
}

TEST_CASE("in a cascade a task in other words is taken over") {
  const TaskList superior = plan_of_texts({"凡能通过数据共享核验的材料，不再要求群众重复提供", kPatrol});
  const TaskList local = plan_of_texts({"镇级大厅要落实数据共享核验要求，能共享核验的不再要求办事群众重复提供纸质件"});
  const auto groups = [&](ComparisonMode mode) { return compare_plans(superior, local, mode).tasks.size(); };
  CHECK(groups(ComparisonMode::cascade) == 2);  // one pair, one dropped
  CHECK(is_told(Change::dropped, ComparisonMode::cascade));
  CHECK_FALSE(is_told(Change::reworded, ComparisonMode::cascade));
}

TEST_CASE("changes that are not wanted are taken out") {
  PlanDifference difference = compare_plans(plan_of_texts({kPatrol, kLamps}), plan_of_texts({kLamps, kBooks}));
  keep_changes(difference, {Change::added});
  CHECK(has_changes(difference));
  keep_changes(difference, {});
  CHECK_FALSE(has_changes(difference));
}
