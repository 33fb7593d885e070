// SPDX-License-Identifier: MIT
#include "normalize/times.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "libparse/parse.hpp"
#include "libparse/rule_pack.hpp"
#include "normalize/working_days.hpp"

namespace {

using libparse::TaskList;

TaskList parsed(const std::string& body, const std::string& issued = "", const std::string& as_of = "") {
  const std::string tail = issued.empty() ? "" : "临江县人民政府办公室\n" + issued + "\n";
  return libparse::parse_notice("临江县防汛工作方案\n\n" + body + tail, {.as_of = as_of}).list;
}

/// `end basis` of the last task's only time.
std::string resolved(const TaskList& list) {
  REQUIRE(!list.tasks.empty());
  const auto& times = list.tasks.back().times;
  REQUIRE(times.size() == 1);
  return times[0].end + " " + times[0].basis;
}

}  // namespace

TEST_CASE("the term from the issue of this document ends by its date of issue") {
  CHECK(resolved(parsed("一、整改\n自本方案印发之日起30日内完成整改。\n", "2024年3月5日")) == "2024-04-04 issue date");
  CHECK(resolved(parsed("一、整改\n自本方案印发之日起两个月内完成整改。\n", "2024年12月31日")) ==
        "2025-02-28 issue date");
}

TEST_CASE("a term from an event without a date stays symbolic") {
  CHECK(resolved(parsed("一、整改\n收到本通知后30日内完成整改。\n", "2024年3月5日", "2024-03-05")) == " ");
  CHECK(resolved(parsed("一、整改\n自本方案印发之日起30日内完成整改。\n")) == " ");
}

TEST_CASE("a term without an anchor counts from the date asked for") {
  CHECK(resolved(parsed("一、整改\n三年内建成防洪体系。\n", "", "2024-05-06")) == "2027-05-06 as-of date");
  CHECK(resolved(parsed("一、整改\n三年内建成防洪体系。\n", "2024年3月5日")) == " ");
}

TEST_CASE("a term from an event counts from the heading that dates it") {
  const std::string heading = "一、集中整治（2024年6月30日前）。开展排查。\n";
  CHECK(resolved(parsed(heading + "二、总结\n集中整治结束后一个月内报送总结。\n", "2024年3月5日")) ==
        "2024-07-30 dated event");
  CHECK(resolved(parsed("一、集中整治。开展排查。\n二、总结\n集中整治结束后一个月内报送总结。\n", "2024年3月5日")) ==
        " ");
}

TEST_CASE("working days leave out holidays and weekends, and count weekend days that are worked") {
  // 2024-09-27 is a Friday; Sunday 29th is worked, 1 to 7 October are holidays
  CHECK(resolved(parsed("一、整改\n自本方案印发之日起5个工作日内完成整改。\n", "2024年9月27日")) ==
        "2024-10-10 issue date");
}

TEST_CASE("working days of a year without a calendar stay open, and that is said") {
  const TaskList list = parsed("一、整改\n自本方案印发之日起5个工作日内完成整改。\n", "2009年9月27日");
  CHECK(resolved(list) == " ");
  const auto said = std::find_if(list.diagnostics.begin(), list.diagnostics.end(),
                                 [](const auto& d) { return d.code == "working-days-unknown"; });
  REQUIRE(said != list.diagnostics.end());
  CHECK(said->task == list.tasks.back().id);
}

TEST_CASE("every year of the calendar has the eleven or thirteen days of the regulation") {
  // 全国年节及纪念日放假办法: 11 days until 2024, 13 from 2025; in 2020 the Spring Festival was prolonged by two
  const auto& pack = libparse::RulePack::builtin().pack();
  for (int year = 2018; year <= 2026; ++year) {
    CAPTURE(year);
    const auto* calendar = pack.find_lexicon("workdays-" + std::to_string(year));
    REQUIRE(calendar != nullptr);
    using namespace std::chrono;
    int net = 0;
    for (const auto& day : calendar->words()) {
      const year_month_day date{std::chrono::year{year},
                                month{static_cast<unsigned>(std::stoi(std::string(day.word.substr(5, 2))))},
                                std::chrono::day{static_cast<unsigned>(std::stoi(std::string(day.word.substr(8, 2))))}};
      REQUIRE(date.ok());
      const weekday w{sys_days{date}};
      const bool weekend = w == Saturday || w == Sunday;
      if (day.value == "work") CHECK(weekend);
      net += day.value == "work" ? -1 : weekend ? 0 : 1;
    }
    CHECK(net == (year == 2020 || year >= 2025 ? 13 : 11));
  }
}
