// SPDX-License-Identifier: MIT
// Units, times and targets of tasks that belong together.
#include <doctest/doctest.h>

#include "compare/targets.hpp"
#include "compare/units.hpp"
#include "plans.hpp"
#include "rules/pack.hpp"

using namespace libparse;
using tests::change_names;
using tests::plan_of;

namespace {

using Names = std::vector<std::string>;

Names between(const Task& before, const Task& after, ComparisonMode mode = ComparisonMode::version) {
  return change_names(plan_of({before}), plan_of({after}), mode);
}

Task with_units(std::vector<Responsibility> units) {
  Task task = tests::task_of("推进河道治理");
  task.responsibilities = std::move(units);
  return task;
}

Responsibility unit(const std::string& name, Role role = Role::responsible) {
  return {.role = role, .organization = name, .name = name};
}

Task with_times(std::vector<Time> times) {
  Task task = tests::task_of("推进河道治理");
  task.times = std::move(times);
  return task;
}

Time deadline(const std::string& end) { return {.text = end, .end = end}; }

Target target(Comparator comparator, std::int64_t value, const std::string& measure = "%",
              Direction direction = Direction::none) {
  return {.indicator = "达标率",
          .comparator = comparator,
          .value = Decimal::of(value),
          .unit = measure,
          .direction = direction};
}

Task with_targets(std::vector<Target> targets) {
  Task task = tests::task_of("推进河道治理");
  task.targets = std::move(targets);
  return task;
}

}  // namespace

TEST_CASE("units are added, removed and get another role or scope") {
  CHECK(between(with_units({unit("市水务局")}), with_units({unit("市水务局"), unit("市财政局")})) ==
        Names{"unit-added"});
  CHECK(between(with_units({unit("市水务局"), unit("市财政局")}), with_units({unit("市财政局")})) ==
        Names{"unit-removed"});
  CHECK(between(with_units({unit("市水务局", Role::lead)}), with_units({unit("市水务局", Role::cooperate)})) ==
        Names{"role-changed"});
  Responsibility scoped = unit("市水务局");
  scoped.scope = "堤防安全";
  CHECK(between(with_units({unit("市水务局")}), with_units({scoped})) == Names{"scope-changed"});
  CHECK(between(with_units({unit("市水务局"), unit("市财政局")}), with_units({unit("市财政局"), unit("市水务局")})) ==
        Names{});
}

TEST_CASE("one body in two writings is one unit") {
  const auto same = [](const char* a, const char* b, ComparisonMode mode) {
    return compare::UnitComparer(RulePack::builtin().pack(), mode).is_same(unit(a), unit(b));
  };
  for (const auto& [bound_a, b] : {std::pair("市住建局", "市住房和城乡建设局"),
                                   {"市发改委", "市发展改革委员会"},
                                   {"云岭市财政局", "市财政局"},
                                   {"县卫健局", "县卫生健康局"}}) {
    const auto& a = bound_a;  // Clang 14 captures no binding
    CAPTURE(a);
    CHECK(same(a, b, ComparisonMode::version));
    CHECK(same(b, a, ComparisonMode::version));
    CHECK(same(a, b, ComparisonMode::cascade));
  }
  for (const auto& [bound_a, b] : {std::pair("省住房城乡建设厅", "市住建局"),
                                   {"省人力资源社会保障厅", "县人社局"},
                                   {"省委宣传部", "临江县委宣传部"},
                                   {"国家税务总局", "省税务局"},
                                   {"省消防救援总队", "市消防救援支队"},
                                   {"财政部", "省财政厅"},
                                   {"省发展改革委", "市发改局"},
                                   {"省妇联", "市妇联"}}) {
    const auto& a = bound_a;  // Clang 14 captures no binding
    CAPTURE(a);
    CHECK(same(a, b, ComparisonMode::cascade));
    CHECK(same(b, a, ComparisonMode::cascade));
    CHECK_FALSE(same(a, b, ComparisonMode::version));
  }
  for (const auto& [bound_a, b] :
       {std::pair("市财政局", "市教育局"), {"市公安局", "市公安局交警支队"}, {"市水务局", "市水务集团"}}) {
    const auto& a = bound_a;  // Clang 14 captures no binding
    CAPTURE(a);
    CHECK_FALSE(same(a, b, ComparisonMode::version));
    CHECK_FALSE(same(a, b, ComparisonMode::cascade));
  }
}

TEST_CASE("in a cascade collectives stand for each other") {
  Responsibility cities = unit("各市人民政府"), counties = unit("各县（区）人民政府");
  cities.group = counties.group = true;
  CHECK(between(with_units({cities}), with_units({counties}), ComparisonMode::cascade) == Names{});
  CHECK(between(with_units({cities}), with_units({counties})) == Names{"unit-removed", "unit-added"});
}

TEST_CASE("the fullest name decides where lists give one") {
  Responsibility brief = unit("市场局"), full = unit("市市场监督管理局");
  brief.canonical = full.canonical = "云岭市市场监督管理局";
  CHECK(between(with_units({brief}), with_units({full})) == Names{});
}

TEST_CASE("deadlines move, come and go") {
  const Task june = with_times({deadline("2024-06-30")}), july = with_times({deadline("2024-07-31")}),
             none = with_times({});
  CHECK(between(june, july) == Names{"deadline-later"});
  CHECK(between(july, june) == Names{"deadline-earlier"});
  CHECK(between(june, none) == Names{"deadline-lost"});
  CHECK(between(none, june) == Names{"deadline-gained"});
  const PlanDifference difference = compare_plans(plan_of({june}), plan_of({july}));
  CHECK(difference.tasks[0].changes[0].days == 31);
  CHECK(difference.tasks[0].changes[0].before == "2024-06-30");
}

TEST_CASE("of several deadlines each is held against the one for the same work") {
  Task before = tests::task_of("2024年底前完成立项批复，2025年底前建成投用"),
       after = tests::task_of("2026年底前建成投用，2024年底前完成立项批复");
  before.times = {{.text = "2024年底前", .end = "2024-12-31"}, {.text = "2025年底前", .end = "2025-12-31"}};
  after.times = {{.text = "2026年底前", .end = "2026-12-31"}, {.text = "2024年底前", .end = "2024-12-31"}};
  const PlanDifference difference = compare_plans(plan_of({before}), plan_of({after}));
  std::vector<Difference> later;
  for (const Difference& d : difference.tasks[0].changes) {
    if (d.change != Change::reworded) later.push_back(d);
  }
  REQUIRE(later.size() == 1);
  CHECK(later[0] == Difference{Change::deadline_later, {}, "2025-12-31", "2026-12-31", 365});
}

TEST_CASE("periods, recurrences and other times have changes of their own") {
  const auto period = [](const char* start, const char* end) {
    return with_times({{.type = TimeType::period, .text = "分阶段", .start = start, .end = end}});
  };
  const auto every = [](const char* duration) {
    return with_times({{.type = TimeType::recurrence, .text = duration, .every = duration}});
  };
  CHECK(between(period("2024-01-01", "2024-06-30"), period("2024-02-01", "2024-06-30")) == Names{"period-changed"});
  CHECK(between(period("2024-01-01", "2024-06-30"), period("2024-01-01", "2024-09-30")) ==
        Names{"deadline-later", "period-changed"});
  CHECK(between(every("P1M"), every("P3M")) == Names{"recurrence-changed"});
  CHECK(between(every("P1M"), with_times({})) == Names{"recurrence-changed"});
  CHECK(between(with_times({deadline("2024-06-30")}), period("2024-01-01", "2024-06-30")) == Names{"period-changed"});
  const Task ongoing = with_times({{.type = TimeType::ongoing, .text = "持续推进"}});
  CHECK(between(with_times({deadline("2024-06-30")}), ongoing) == Names{"deadline-lost", "time-changed"});
  CHECK(between(ongoing, with_times({{.type = TimeType::ongoing, .text = "长期坚持"}})) == Names{});
  const auto undated = [](const char* text) { return with_times({{.text = text}}); };
  CHECK(between(undated("年底前"), undated("年底前")) == Names{});
  CHECK(between(undated("年底前"), undated("6月底前")) == Names{"time-changed"});
}

TEST_CASE("a bound is tightened or loosened by its own direction") {
  using enum Comparator;
  const auto change = [](const Target& a, const Target& b) {
    const auto found = compare::compare_bounds(a, b);
    return found ? std::string(name_of(*found)) : std::string("same");
  };
  CHECK(change(target(ge, 80), target(ge, 85)) == "target-tightened");
  CHECK(change(target(ge, 85), target(ge, 80)) == "target-loosened");
  CHECK(change(target(le, 5), target(le, 3)) == "target-tightened");
  CHECK(change(target(le, 3), target(le, 5)) == "target-loosened");
  CHECK(change(target(eq, 100, "个"), target(eq, 80, "个")) == "target-loosened");
  CHECK(change(target(ge, 30, "%", Direction::down), target(ge, 40, "%", Direction::down)) == "target-tightened");
  CHECK(change(target(eq, 5, "%", Direction::up), target(eq, 4, "%", Direction::up)) == "target-loosened");
  CHECK(change(target(ge, 5, "%", Direction::up), target(ge, 5, "%", Direction::down)) == "target-changed");
  CHECK(change(target(ge, 80), target(le, 80)) == "target-changed");
  CHECK(change(target(ge, 80), target(gt, 80)) == "target-tightened");
  CHECK(change(target(lt, 80), target(le, 80)) == "target-loosened");
  CHECK(change(target(ge, 80), target(eq, 80)) == "same");
  CHECK(change(target(ge, 80, "个"), target(ge, 90, "处")) == "target-unit-changed");
  const auto between_bounds = [](int low, int high) {
    Target made = target(Comparator::range, low, "处");
    made.max = Decimal::of(high);
    return made;
  };
  CHECK(change(between_bounds(3, 5), between_bounds(4, 6)) == "target-tightened");
  CHECK(change(between_bounds(3, 5), between_bounds(2, 5)) == "target-loosened");
  CHECK(change(between_bounds(3, 8), between_bounds(4, 6)) == "target-tightened");
  CHECK(change(between_bounds(4, 6), between_bounds(3, 8)) == "target-loosened");
  CHECK(change(between_bounds(3, 5), between_bounds(3, 5)) == "same");
}

TEST_CASE("targets come and go, and are paired by what they count") {
  Target other = target(Comparator::ge, 12, "个");
  other.indicator = "口袋公园建成数";
  CHECK(between(with_targets({target(Comparator::ge, 80)}), with_targets({})) == Names{"target-lost"});
  CHECK(between(with_targets({}), with_targets({target(Comparator::ge, 80)})) == Names{"target-gained"});
  CHECK(between(with_targets({target(Comparator::ge, 80), other}), with_targets({other, target(Comparator::ge, 90)})) ==
        Names{"target-tightened"});
  CHECK(between(with_targets({target(Comparator::ge, 80)}), with_targets({other})) ==
        Names{"target-lost", "target-gained"});
}

TEST_CASE("in a cascade a smaller count is a share and a smaller percentage is loosened") {
  const auto counted = [](std::int64_t value, const char* measure) {
    return with_targets({target(Comparator::ge, value, measure)});
  };
  CHECK(between(counted(300, "项"), counted(120, "项"), ComparisonMode::cascade) == Names{});
  CHECK(between(counted(300, "项"), counted(120, "项")) == Names{"target-loosened"});
  CHECK(between(counted(90, "%"), counted(85, "%"), ComparisonMode::cascade) == Names{"target-loosened"});
}
