// SPDX-License-Identifier: MIT
// The pairs of plans in samples/diff, held against the lists of what was edited in them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "plans.hpp"
#include "schema_check.hpp"

using namespace libparse;
using tests::parse_file;

namespace {

// Expected findings, of which # lines say what was edited.
std::vector<std::string> expected_findings(const std::string& name) {
  std::ifstream file(std::string(LIBPARSE_SOURCE_DIR "/tests/unit/compare/") + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  }
  return lines;
}

void check_findings(const PlanDifference& difference, const TaskList& before, const TaskList& after,
                    const std::string& name) {
  const std::vector<std::string> expected = expected_findings(name);
  const std::vector<std::string> found = tests::findings(difference, before, after);
  REQUIRE(!expected.empty());
  for (const std::string& line : expected) {
    INFO("missing: ", line);
    CHECK(std::count(found.begin(), found.end(), line) == std::count(expected.begin(), expected.end(), line));
  }
  for (const std::string& line : found) {
    INFO("not expected: ", line);
    CHECK(std::count(expected.begin(), expected.end(), line) > 0);
  }
}

Change mirrored(Change change) {
  static const std::map<Change, Change> kMirror = {
      {Change::added, Change::dropped},
      {Change::split, Change::merged},
      {Change::unit_added, Change::unit_removed},
      {Change::deadline_earlier, Change::deadline_later},
      {Change::deadline_gained, Change::deadline_lost},
      {Change::target_tightened, Change::target_loosened},
      {Change::target_gained, Change::target_lost},
  };
  for (const auto& [one, other] : kMirror) {
    if (change == one) return other;
    if (change == other) return one;
  }
  return change;
}

// Changes with the tasks they are about, without what is worded by the newer list. Of two tasks that changed places,
// either may be called the one that moved, so of moves only the sections are compared.
std::multiset<std::string> keyed(const PlanDifference& difference, bool mirror) {
  std::multiset<std::string> keys;
  const auto add = [&](const std::vector<Difference>& changes, const std::vector<std::size_t>& a,
                       const std::vector<std::size_t>& b) {
    for (const Difference& d : changes) {
      std::ostringstream key;
      if (d.change == Change::moved) {
        keys.insert("moved from " + (mirror ? d.after : d.before) + " to " + (mirror ? d.before : d.after));
        continue;
      }
      key << name_of(mirror ? mirrored(d.change) : d.change) << ' '
          << (mirror ? d.after + '|' + d.before : d.before + '|' + d.after) << ' '
          << (mirror ? -d.days.value_or(0) : d.days.value_or(0));
      for (const std::size_t i : mirror ? b : a) key << ' ' << i;
      key << " /";
      for (const std::size_t i : mirror ? a : b) key << ' ' << i;
      keys.insert(key.str());
    }
  };
  add(difference.head, {}, {});
  add(difference.sections, {}, {});
  for (const TaskDifference& group : difference.tasks) add(group.changes, group.before, group.after);
  return keys;
}

}  // namespace

TEST_CASE("every edit of the revised sample plan is named, and nothing else") {
  const TaskList before = parse_file("samples/diff/plan.txt"), after = parse_file("samples/diff/plan-revised.txt");
  CHECK(expected_findings("plan-findings.tsv").size() >= 30);
  check_findings(compare_plans(before, after), before, after, "plan-findings.tsv");
}

TEST_CASE("what a local plan makes of its superior's is named") {
  const TaskList before = parse_file("samples/diff/superior.txt"), after = parse_file("samples/diff/local.txt");
  PlanDifference difference = compare_plans(before, after, ComparisonMode::cascade);
  std::erase_if(difference.head, [](const Difference& d) { return !is_told(d.change, ComparisonMode::cascade); });
  std::vector<Change> told;
  for (std::size_t i = 0; i < kNames<Change>.size(); ++i) {
    if (is_told(static_cast<Change>(i), ComparisonMode::cascade)) told.push_back(static_cast<Change>(i));
  }
  keep_changes(difference, told);
  check_findings(difference, before, after, "cascade-findings.tsv");
}

TEST_CASE("swapping the plans mirrors the changes") {
  for (const auto mode : {ComparisonMode::version, ComparisonMode::cascade}) {
    for (const auto& [bound_a, b] :
         {std::pair("plan.txt", "plan-revised.txt"), std::pair("superior.txt", "local.txt")}) {
      const auto& a = bound_a;  // Clang 14 captures no binding
      CAPTURE(a);
      const TaskList before = parse_file(std::string("samples/diff/") + a);
      const TaskList after = parse_file(std::string("samples/diff/") + b);
      CHECK(keyed(compare_plans(before, after, mode), /*mirror=*/false) ==
            keyed(compare_plans(after, before, mode), /*mirror=*/true));
    }
  }
}

TEST_CASE("a plan does not differ from itself, whatever it holds") {
  namespace fs = std::filesystem;
  std::size_t plans = 0;
  for (const std::string folder : {"samples", "samples/diff", "tests/notices"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(LIBPARSE_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".txt") continue;
      CAPTURE(entry.path().filename().string());
      const TaskList list = parse_file(folder + "/" + entry.path().filename().string());
      for (const auto mode : {ComparisonMode::version, ComparisonMode::cascade}) {
        const PlanDifference difference = compare_plans(list, list, mode);
        CHECK(tests::findings(difference, list, list) == std::vector<std::string>{});
        CHECK(difference.unchanged == list.tasks.size());
      }
      ++plans;
    }
  }
  CHECK(plans > 20);
}

TEST_CASE("the JSON of a comparison satisfies its schema") {
  const TaskList before = parse_file("samples/diff/plan.txt"), after = parse_file("samples/diff/plan-revised.txt");
  for (const TaskList* other : {&after, &before}) {
    std::ostringstream out;
    write_json(compare_plans(before, *other), before, *other, out);
    CHECK(tests::find_diff_schema_problems(out.str()) == "");
    CHECK((out.str().find("\"counts\"") != std::string::npos) == (other == &after));
  }
}

TEST_CASE("every task of both plans stands in exactly one group") {
  const TaskList before = parse_file("samples/diff/plan.txt"), after = parse_file("samples/diff/plan-revised.txt");
  const PlanDifference difference = compare_plans(before, after);
  std::vector<std::size_t> seen_before(before.tasks.size()), seen_after(after.tasks.size());
  for (const TaskDifference& group : difference.tasks) {
    CHECK((group.before.size() == 1 || group.after.size() == 1));
    for (const std::size_t i : group.before) ++seen_before.at(i);
    for (const std::size_t k : group.after) ++seen_after.at(k);
  }
  CHECK(seen_before == std::vector<std::size_t>(before.tasks.size(), 1));
  CHECK(seen_after == std::vector<std::size_t>(after.tasks.size(), 1));
}
