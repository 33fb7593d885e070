// SPDX-License-Identifier: MIT
// Lists that are made to be slow: limits are generous, because test machines are shared, and far below what quadratic
// work would take.
#include <doctest/doctest.h>

#include <chrono>
#include <random>

#include "plans.hpp"

using namespace libparse;

namespace {

constexpr std::size_t kTasks = 5000;

double seconds_for(const TaskList& before, const TaskList& after, PlanDifference& difference) {
  const auto start = std::chrono::steady_clock::now();
  difference = compare_plans(before, after);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string random_text(std::mt19937& random, std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    const auto c = static_cast<unsigned>(0x4E00 + random() % 2000);
    text += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
             static_cast<char>(0x80 | (c & 0x3F))};
  }
  return text;
}

}  // namespace

TEST_CASE("five thousand tasks with one text are paired one by one") {
  const std::vector<std::string> texts(kTasks, "加强组织领导，落实工作责任，推动各项任务落地见效");
  PlanDifference difference;
  CHECK(seconds_for(tests::plan_of_texts(texts), tests::plan_of_texts({texts.begin(), texts.end() - 7}), difference) <
        20);
  CHECK(difference.unchanged == kTasks - 7);
  CHECK(difference.tasks.size() == kTasks);
}

TEST_CASE("five thousand tasks with nothing in common are dropped and added") {
  std::mt19937 random(1);
  std::vector<std::string> before, after;
  for (std::size_t i = 0; i < kTasks; ++i) {
    before.push_back(random_text(random, 60));
    after.push_back(random_text(random, 60));
  }
  PlanDifference difference;
  CHECK(seconds_for(tests::plan_of_texts(before), tests::plan_of_texts(after), difference) < 60);
  CHECK(difference.tasks.size() == 2 * kTasks);
}

TEST_CASE("five thousand tasks that differ by their number find their own again after an edit") {
  std::vector<std::string> before, after;
  for (std::size_t i = 0; i < kTasks; ++i) {
    const std::string start = "完成第" + std::to_string(10'000 + i) + "号点位的建设改造和验收工作，同步落实管理责任，";
    before.push_back(start + "及时通报工作进展");
    after.push_back(start + "按时通报工作进展");
  }
  PlanDifference difference;
  CHECK(seconds_for(tests::plan_of_texts(before), tests::plan_of_texts(after), difference) < 60);
  REQUIRE(difference.tasks.size() == kTasks);
  std::size_t right = 0;
  for (const TaskDifference& group : difference.tasks) right += group.before == group.after;
  CHECK(right == kTasks);
}

TEST_CASE("a text that holds all others does not make the search quadratic") {
  std::mt19937 random(2);
  std::vector<std::string> parts;
  std::string whole;
  for (std::size_t i = 0; i < 2000; ++i) {
    parts.push_back(random_text(random, 40));
    whole += parts.back();
  }
  PlanDifference difference;
  CHECK(seconds_for(tests::plan_of_texts({whole}), tests::plan_of_texts(parts), difference) < 60);
  CHECK(difference.tasks.size() < parts.size());  // a split, with a bounded number of parts
}
