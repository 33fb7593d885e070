// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/review/diagnostics_of.hpp"

using namespace libparse::tests;

TEST_CASE("a heading that nothing follows is told where its neighbours have text") {
  const std::string two =
      "一、工作目标\n供水普及率达到99%。\n二、重点任务\n（一）改造管网，更新老旧管道。\n三、工作要求\n";
  CHECK(diagnostics_of("section-empty", two) == Places{"三、工作要求"});
  CHECK(diagnostics_of("section-empty", two + "各村要抓好落实。\n") == Places{});
  CHECK(diagnostics_of("section-empty", "一、改造管网\n二、整治水源\n三、更新泵站\n") == Places{});
}

TEST_CASE("a label that nothing stands behind is told") {
  CHECK(diagnostics_of("section-empty", "一、重点任务\n（一）改造管网，更新老旧管道。\n（二）\n（三）整治水源。\n") ==
        Places{"（二）"});
}

TEST_CASE("a task that stands twice in one text is told") {
  const std::string body = "全面排查城区供水管网，更新老旧管道30公里。";
  CHECK(diagnostics_of("task-repeated", "一、重点任务\n1." + body + "\n2.整治水源。\n3." + body + "\n") ==
        Places{body});
  CHECK(diagnostics_of("task-repeated", "一、重点任务\n1." + body + "\n2.整治全县饮用水水源，划定保护区。\n") ==
        Places{});
}

TEST_CASE("a body of a few characters is told") {
  CHECK(diagnostics_of("task-very-short", "一、重点任务\n（一）改造管网，更新管道。\n（二）加快建设。\n").size() == 1);
  CHECK(diagnostics_of("task-very-short", "一、重点任务\n（一）改造管网，更新管道。\n（二）排查城区全部泵站。\n") ==
        Places{});
}
