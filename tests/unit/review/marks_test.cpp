// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/review/diagnostics_of.hpp"

using namespace libparse::tests;

namespace {

Places in_task(const std::string& body) {
  return diagnostics_of("unbalanced-mark", "一、重点任务\n（一）改造管网。" + body + "\n（二）整治水源。\n");
}

}  // namespace

TEST_CASE("a mark without its partner is told, one in each paragraph") {
  CHECK(in_task("排查（含泵站管网。") == Places{"（"});
  CHECK(in_task("排查含泵站）管网，落实《条例要求。") == Places{"）"});
  CHECK(in_task("落实“两手抓要求。") == Places{"“"});
  CHECK(in_task("落实《供水条例)要求。") == Places{")"});
}

TEST_CASE("pairs in each other, over paragraphs and behind numbers are whole") {
  CHECK(in_task("落实《关于〈条例〉的意见》（云政发〔2020〕1号）和“三同时”。") == Places{});
  CHECK(in_task("报送情况（包括：\n管网长度；\n泵站数量）。") == Places{});
  CHECK(in_task("落实临政办发〔 2020〕44号。") == Places{});
  CHECK(in_task("落实临政办发〔2020]44号。") == Places{});  // told as a malformed number
  CHECK(in_task("要求：1)排查管网；2)整改问题；a)验收。") == Places{});
}

TEST_CASE("stops in a row are told") {
  const auto doubled = [](const std::string& body) {
    return diagnostics_of("doubled-mark", "一、重点任务\n（一）改造管网。" + body + "\n");
  };
  CHECK(doubled("排查管网、、泵站。") == Places{"、、"});
  CHECK(doubled("排查管网，。更新泵站；；整改。") == Places{"，。", "；；"});
  CHECK(doubled("排查管网、泵站……。整改：一是；二是。水位比1：2。。。") == Places{});
}

TEST_CASE("many open marks are read in linear time") {
  std::string body;
  for (int i = 0; i < 200000; ++i) body += "《";
  for (int i = 0; i < 200000; ++i) body += "）";
  CHECK(in_task(body).size() == 1);
}
