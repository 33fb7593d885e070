// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/review/diagnostics_of.hpp"

using namespace libparse::tests;

namespace {

const std::string kBody = "一、重点任务\n（一）改造管网，更新老旧管道。\n";
const std::string kTitle = "临江县2024年供水工作要点\n";

bool tells(std::string_view code, const std::string& notice) { return !diagnostics_of(code, notice).empty(); }

}  // namespace

TEST_CASE("a missing part of the head is told where another part is there") {
  CHECK(tells("issue-date-missing", kTitle + "各乡镇人民政府：\n" + kBody));
  CHECK(tells("issue-date-missing", "临江县供水工作要点\n" + kBody + "（二）5月底前整治水源。\n"));
  CHECK(!tells("issue-date-missing", kTitle + kBody));
  CHECK(!tells("issue-date-missing", notice_with(kBody)));
  CHECK(tells("issuer-missing", kTitle + "（2024年3月12日）\n" + kBody));
  CHECK(!tells("issuer-missing", notice_with(kBody)));
  CHECK(tells("title-missing", "临政办发〔2024〕7号\n" + kBody));
  CHECK(!tells("title-missing", notice_with(kBody)));
}

TEST_CASE("an excerpt without any head lacks nothing") {
  for (const char* code : {"title-missing", "issuer-missing", "issue-date-missing"}) CHECK(!tells(code, kBody));
}

TEST_CASE("a document number of another year than the issue is told") {
  std::string notice = notice_with(kBody);
  CHECK(!tells("number-year-conflict", notice));
  notice.replace(notice.find("〔2024〕"), std::string("〔2024〕").size(), "〔2021〕");
  CHECK(tells("number-year-conflict", notice));
}

TEST_CASE("a notice that was published or printed before its issue is told") {
  CHECK(tells("published-before-issue", "发布日期：2024-03-01\n" + notice_with(kBody)));
  CHECK(!tells("published-before-issue", "发布日期：2024-03-15\n" + notice_with(kBody)));
  const std::string imprint = "抄送：县委办公室。\n临江县人民政府办公室 2024年3月";
  CHECK(tells("printed-before-issue", notice_with(kBody) + imprint + "2日印发\n"));
  CHECK(!tells("printed-before-issue", notice_with(kBody) + imprint + "14日印发\n"));
}
