// SPDX-License-Identifier: MIT
#include "plancheck/policy.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "checked.hpp"

using namespace libparse;
using plancheck::Policy;
using tests::small_list;

namespace {

constexpr const char* kHead = "schema: planparse.policy/1\n";

Policy policy_of(const std::string& text) {
  std::ostringstream err;
  const auto policy = plancheck::parse_policy(kHead + text, "p.yaml", err);
  REQUIRE_MESSAGE(policy, err.str());
  return *policy;
}

std::string problems_of(const std::string& text) {
  std::ostringstream err;
  CHECK_FALSE(plancheck::parse_policy(text, "p.yaml", err));
  return err.str();
}

// What one rule, in flow style, tells of the small list after a change.
template <typename Change>
std::string told_after(const std::string& rule, const Change& change) {
  const Policy policy = policy_of("rules:\n  - {id: x, " + rule + "}\n");
  TaskList list = small_list();
  change(list);
  return tests::told(tests::check(list, {}, &policy));
}
std::string told(const std::string& rule) {
  return told_after(rule, [](TaskList&) {});
}

}  // namespace

TEST_CASE("units are counted by role") {
  CHECK(told("check: units, roles: [lead], min: 1, max: 1") == "policy-x /tasks/1/responsibilities");
  CHECK(told("check: units, roles: [lead, responsible], min: 1, max: 1") == "");
  CHECK(told("check: units, min: 1") == "");
  CHECK(told_after("check: units, min: 1", [](TaskList& list) { list.tasks[0].responsibilities.clear(); }) ==
        "policy-x /tasks/0/responsibilities");
}

TEST_CASE("times are counted by type, and targets are counted") {
  CHECK(told("check: times, types: [deadline, period], min: 1") == "policy-x /tasks/1/times");
  CHECK(told("check: times, types: [ongoing, external], max: 0") == "");
  CHECK(told_after("check: times, types: [ongoing], max: 0", [](TaskList& list) {
          list.tasks[1].times[0].type = TimeType::ongoing;
          list.tasks[1].times[0].every.clear();
        }) == "policy-x /tasks/1/times");
  CHECK(told("check: targets, min: 1") == "policy-x /tasks/1/targets");
}

TEST_CASE("a count over the list is told once") {
  CHECK(told("check: times, per: list, max: 1") == "policy-x /tasks");
  CHECK(told("check: times, per: list, max: 2") == "");
}

TEST_CASE("a rule is for the kinds and sections that it names") {
  CHECK(told("check: targets, min: 1, kinds: [goal]") == "");
  CHECK(told("check: targets, min: 1, kinds: [task]") == "policy-x /tasks/1/targets");
  CHECK(told("check: targets, min: 1, sections: [\"1.1\"]") == "");
  CHECK(told("check: targets, min: 1, sections: [\"1\"]") == "policy-x /tasks/1/targets");
}

TEST_CASE("a section holds what is below it and not what begins alike") {
  CHECK(plancheck::is_in_section("2.1.3", "2.1"));
  CHECK(plancheck::is_in_section("2.1", "2.1"));
  CHECK_FALSE(plancheck::is_in_section("2.10", "2.1"));
  CHECK_FALSE(plancheck::is_in_section("", "2.1"));
}

TEST_CASE("dates lie in the period of the plan or of the rule") {
  const auto late = [](TaskList& list) { list.tasks[0].times[0].end = "2026-01-01"; };
  CHECK(told("check: dates") == "");
  CHECK(told_after("check: dates", late) == "policy-x /tasks/0/times/0/end");
  CHECK(told_after("check: dates, to: 2026-12-31", late) == "");
  CHECK(told("check: dates, from: 2025-07-01") == "policy-x /tasks/0/times/0/end");
  CHECK(told_after("check: dates, types: [period]", late) == "");
}

TEST_CASE("a plan without period is told when dates are held against it") {
  const Policy policy = policy_of("rules:\n  - {id: x, check: dates}\n");
  TaskList list = small_list();
  list.document.period.reset();
  const auto report = tests::check(list, {}, &policy);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].severity == Severity::info);
}

TEST_CASE("units are those of a list, by any of their names") {
  CHECK(told("check: names, allow: [县水利局]") == "policy-x /tasks/1/responsibilities/0/name");
  CHECK(told("check: names, allow: [县水利局, 县生态环境局]") == "");
  CHECK(told("check: names, allow: [县水利局], roles: [lead]") == "");
  CHECK(told_after("check: names, allow: [县水利局, 临江县生态环境局]",
                   [](TaskList& list) { list.tasks[1].responsibilities[0].canonical = "临江县生态环境局"; }) == "");
}

TEST_CASE("names hold required words and no forbidden ones") {
  CHECK(told("check: names, forbid: [生态, 水利]").find("/tasks/0") != std::string::npos);
  CHECK(told("check: names, forbid: [部门]") == "");
  CHECK(told("check: names, require: [水利]") == "policy-x /tasks/1/responsibilities/0/name");
  CHECK(told("check: names, require: [局, 厅]") == "");
}

TEST_CASE("the length of a text is counted in characters") {
  CHECK(told("check: length, max: 13") == "policy-x /tasks/0/text");
  CHECK(told("check: length, max: 100") == "");
  CHECK(told("check: length, field: title, min: 1") == "policy-x /tasks/0/title\npolicy-x /tasks/1/title");
}

TEST_CASE("a rule has its severity and its words") {
  const Policy policy =
      policy_of("rules:\n  - {id: x, check: targets, min: 1, severity: info, message: 每项任务都要有量化目标}\n");
  const auto report = tests::check(small_list(), {}, &policy);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].severity == Severity::info);
  CHECK(report.findings[0].message == "每项任务都要有量化目标 (the task has 0 targets, not at least 1)");
}

TEST_CASE("a waiver covers its rule for a task, a fingerprint or a section, until its last day") {
  const auto with_waiver = [](const std::string& waiver, const std::string& today) {
    const Policy policy = policy_of("rules:\n  - {id: x, check: targets, min: 1}\nwaivers:\n  - {rule: x, " + waiver +
                                    ", reason: r, expires: 2025-06-30}\n");
    std::string lines;
    for (const auto& finding : tests::check(small_list(), {}, &policy, today).findings) {
      lines += finding.code + (finding.waived.empty() ? "\n" : " waived\n");
    }
    return lines;
  };
  CHECK(with_waiver("task: \"1.2\"", "2025-06-30") == "policy-x waived\n");
  CHECK(with_waiver("section: \"1\"", "2025-06-30") == "policy-x waived\n");
  CHECK(with_waiver("fingerprint: " + small_list().tasks[1].fingerprint, "2025-06-30") == "policy-x waived\n");
  CHECK(with_waiver("task: \"1.1\"", "2025-06-30") == "policy-x\npolicy-waiver-unused\n");
  CHECK(with_waiver("task: \"1.2\"", "2025-07-01") == "policy-x\npolicy-waiver-expired\n");
}

TEST_CASE("built-in checks can be waived for a task, too") {
  const Policy policy = policy_of("waivers:\n  - {rule: check-date, task: \"1.1\", reason: r, expires: 2099-01-01}\n");
  TaskList list = small_list();
  list.tasks[0].times[0].end = "2025-06-31";
  const auto report = tests::check(list, {}, &policy);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].waived == "r");
  CHECK_FALSE(plancheck::has_failure(report.findings, plancheck::FailOn::info));
}

TEST_CASE("what is wrong with a policy is told with its line") {
  const std::string head = kHead;
  CHECK(problems_of("schema: planparse.policy/2\n") ==
        "p.yaml:1:9: error: must be `planparse.policy/1`, not `planparse.policy/2`\n");
  CHECK(problems_of(head + "rules:\n  - {id: x, check: size}\n") ==
        "p.yaml:3:20: error: `size` is none of units, times, targets, dates, names, length\n");
  CHECK(problems_of(head + "rules:\n  - {id: x, check: dates, min: 1}\n") ==
        "p.yaml:3:27: error: key `min` has no place here\n");
  CHECK(problems_of(head + "rules:\n  - {id: x, check: units}\n") ==
        "p.yaml:3:5: error: the rule needs `min` or `max`\n");
  CHECK(problems_of(head + "rules:\n  - {id: x, check: names}\n") ==
        "p.yaml:3:5: error: the rule needs `allow`, `forbid` or `require`\n");
  CHECK(problems_of(head + "rules:\n  - {id: x, check: units, min: 2, max: 1}\n") ==
        "p.yaml:3:5: error: `min` is more than `max`\n");
  CHECK(problems_of(head + "rules:\n  - {id: x, check: dates}\n  - {id: x, check: dates}\n") ==
        "p.yaml:4:5: error: rule `x` is there twice\n");
  CHECK(problems_of(head + "rules:\n  - {id: waiver-unused, check: dates}\n") ==
        "p.yaml:3:5: error: the id `waiver-unused` is taken\n");
  CHECK(problems_of(head + "rules:\n  - {id: x, check: dates, from: 2025-02-30}\n") ==
        "p.yaml:3:5: error: there is no day `2025-02-30`\n");
  CHECK(problems_of(head + "waivers:\n  - {rule: y, task: a, reason: r, expires: 2025-01-01}\n") ==
        "p.yaml:3:5: error: there is no rule `y`\n");
  CHECK(problems_of(head + "waivers:\n  - {rule: check-date, reason: r, expires: 2025-01-01}\n") ==
        "p.yaml:3:5: error: a waiver needs one of `task`, `fingerprint` and `section`\n");
  CHECK(problems_of(head + "waivers:\n  - {rule: check-date, task: a, expires: 2025-01-01}\n") ==
        "p.yaml:3:5: error: key `reason` is missing\n");
  CHECK(problems_of("") == "p.yaml:1:1: error: holds no policy\n");
  CHECK(problems_of(head + "---\n" + head) == "p.yaml:1:1: error: holds more than one document\n");
}

TEST_CASE("the sample policies are sound") {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(LIBPARSE_SOURCE_DIR "/samples/policies")) {
    CAPTURE(entry.path().string());
    std::ifstream file(entry.path());
    std::ostringstream err;
    CHECK(plancheck::parse_policy(std::string(std::istreambuf_iterator<char>(file), {}), "p", err));
    CHECK(err.str() == "");
    ++count;
  }
  CHECK(count > 0);
}
