// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/review/diagnostics_of.hpp"

using namespace libparse::tests;

TEST_CASE("a document of a year after the issue is told") {
  const std::string body = "一、重点任务\n（一）改造管网。落实《云岭市供水规划》（云政发〔";
  CHECK(diagnostics_of("reference-after-issue", notice_with(body + "2042〕3号），更新管道。\n")) ==
        Places{"《云岭市供水规划》（云政发〔2042〕3号）"});
  CHECK(diagnostics_of("reference-after-issue", notice_with(body + "2024〕3号），更新管道。\n")) == Places{});
}
