// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/review/diagnostics_of.hpp"

using namespace libparse::tests;

TEST_CASE("a deadline that had passed when the notice was issued is told") {
  CHECK(diagnostics_of("deadline-before-issue",
                       notice_with("一、重点任务\n（一）改造管网。2024年2月底前完成管网排查。\n")) ==
        Places{"2024年2月底前"});
  CHECK(diagnostics_of("deadline-before-issue",
                       notice_with("一、重点任务\n（一）改造管网。2024年4月底前完成管网排查。\n")) == Places{});
}

TEST_CASE("days before the issue are usual in the plan's own period, in its phases and in what they tell of") {
  const std::string code = "deadline-before-issue";
  CHECK(diagnostics_of(code,
                       "临江县供水改造实施方案（2024-2026年）\n各乡镇人民政府：\n一、重点任务\n"
                       "（一）改造管网。2024年2月底前完成管网排查。\n临江县水利局\n2024年3月12日\n") == Places{});
  CHECK(
      diagnostics_of(code, notice_with("一、进度安排\n（一）动员部署阶段（2024年1月至2月）。制定方案，落实责任。\n")) ==
      Places{});
  CHECK(diagnostics_of(code, notice_with("一、重点任务\n（一）救助范围。2020年5月1日以前出生的老人纳入救助。\n")) ==
        Places{});
}

TEST_CASE("work behind the end of the plan is told, an aim behind it is not") {
  const std::string head = "临江县供水改造实施方案（2024-2026年）\n各乡镇人民政府：\n为做好供水改造，制定本方案。\n";
  CHECK(diagnostics_of("time-outside-period",
                       head + "一、重点任务\n（一）改造管网。2028年底前完成管网排查。\n（二）整治水源。\n") ==
        Places{"2028年底前"});
  CHECK(diagnostics_of("time-outside-period",
                       head + "一、重点任务\n（一）改造管网。2026年底前完成管网排查。\n（二）整治水源。\n") ==
        Places{});
  CHECK(diagnostics_of("time-outside-period",
                       head + "一、工作目标\n到2035年，全县供水普及率达到99%。\n二、重点任务\n（一）改造管网。\n") ==
        Places{});
}

TEST_CASE("a day of every month that not every month has is told") {
  CHECK(diagnostics_of("rare-day", "一、重点任务\n（一）每月31日前报送供水情况。\n") == Places{"每月31日前"});
  CHECK(diagnostics_of("rare-day", "一、重点任务\n（一）每月25日前报送供水情况。\n") == Places{});
  CHECK(diagnostics_of("rare-day", "一、重点任务\n（一）每年12月31日前报送供水情况。\n") == Places{});
}
