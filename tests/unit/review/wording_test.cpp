// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/review/diagnostics_of.hpp"

using namespace libparse::tests;

namespace {

std::string task(const std::string& body) { return "一、重点任务\n（一）改造管网。" + body + "\n"; }

Places in_task(std::string_view code, const std::string& body) { return diagnostics_of(code, task(body)); }

}  // namespace

TEST_CASE("days and months that no calendar has are told") {
  CHECK(in_task("impossible-date", "2025年2月29日前完成排查。") == Places{"2025年2月29日"});
  CHECK(in_task("impossible-date", "6月31日前完成排查，9月30日前整改。") == Places{"6月31日"});
  CHECK(in_task("impossible-date", "2025年13月完成排查。") == Places{"2025年13月"});
  CHECK(in_task("impossible-date", "2024年2月29日前完成排查，农历2月30日前整改。") == Places{});
}

TEST_CASE("a date that lost its 日 is told, a count behind a month is none") {
  CHECK(in_task("truncated-date", "2025年8月20前完成排查。") == Places{"2025年8月20"});
  CHECK(in_task("truncated-date", "2025年8月20日前完成排查，2025年9月20-25日整改，2025年10月20个项目开工。") ==
        Places{});
}

TEST_CASE("years with a wrong digit are told") {
  CHECK(in_task("malformed-year", "20255年底前完成排查。") == Places{"20255年"});
  CHECK(in_task("malformed-year", "2O25年底前完成排查。") == Places{"2O25年"});
  CHECK(in_task("malformed-year", "2025年底前完成排查，保护距今约20250年的遗址。") == Places{});
}

TEST_CASE("a span of time that ends before it starts is told") {
  CHECK(in_task("start-after-end", "2025年12月至2025年8月开展排查。") == Places{"2025年12月至2025年8月"});
  CHECK(in_task("start-after-end", "2026年-2025年开展排查。") == Places{"2026年-2025年"});
  CHECK(in_task("start-after-end", "2025年8月至2025年12月排查，2025年—2025年12月整改。") == Places{});
}

TEST_CASE("document numbers that lack a part are told") {
  CHECK(in_task("malformed-number", "落实临政办发〔2020]44号要求。") == Places{"〔2020]44号"});
  CHECK(in_task("malformed-number", "落实临政办发〔2020〕号要求。") == Places{"〔2020〕号"});
  CHECK(in_task("malformed-number", "落实临政办发〔〕44号要求。") == Places{"〔〕44号"});
  CHECK(in_task("malformed-number", "落实临政办发〔202044号要求。") == Places{"〔202044号"});
  CHECK(in_task("malformed-number", "落实临政办发〔2020〕44号和[2020]45号要求。") == Places{});
}

TEST_CASE("a total that its parts do not make is told") {
  CHECK(in_task("total-mismatch", "建成水厂共12座：城区5座、乡镇6座。") == Places{"共12座：城区5座、乡镇6座。"});
  CHECK(in_task("total-mismatch", "建成水厂共11座：城区5座、乡镇6座。") == Places{});
  CHECK(in_task("total-mismatch", "建成水厂共12座：其中城区5座、乡镇6座。") == Places{});
  CHECK(in_task("total-mismatch", "建成水厂共12座（城区5座、泵站6个）。") == Places{});
}

TEST_CASE("groups that share members, and a second count of the same things, are no parts of a total") {
  CHECK(in_task("total-mismatch", "参训共50人（党员30人、女性25人）。") == Places{});
  CHECK(in_task("total-mismatch", "建成水厂共11座（城区5座、乡镇6座，新建2座）。") == Places{});
  CHECK(in_task("total-mismatch", "参训共50人（城区20人、乡镇25人）。").size() == 1);
}

TEST_CASE("characters without meaning are told once") {
  CHECK(in_task("garbled-characters", "完成锟斤拷排查和\uFFFD整改。") == Places{"锟斤拷"});
  CHECK(in_task("garbled-characters", "按以下要求：\n\uF0B7排查管网；\n\uF0B7整改。") == Places{});  // list marks
  CHECK(in_task("garbled-characters", "完成\xFF排查。") == Places{});  // invalid-utf8 tells it already
  CHECK(in_task("garbled-characters", "完成排查，防止烫伤。") == Places{});
}

TEST_CASE("a foreign string that stands again and again in place of words is told") {
  const std::string spoiled = "以365体育官网为指导，落实365体育官网部署，做好365体育官网工作。";
  CHECK(in_task("contaminated-text", spoiled) == Places{"365体育官网"});
  CHECK(in_task("contaminated-text", "各村要xqzt排查，各厂要xqzt整改，各站要xqzt报送。") == Places{"xqzt"});
  CHECK(in_task("contaminated-text", "办好体育官网，办理12345热线，开通wifi服务、wifi专网和wifi认证。") == Places{});
}

TEST_CASE("what a page's source left in the text is told") {
  CHECK(in_task("markup-residue", "完成&nbsp;排查<br/>整改。") == Places{"&nbsp;"});
  CHECK(in_task("markup-residue", "加大R&D投入，误差<5毫米，一产>二产。") == Places{});
}

TEST_CASE("marks with nothing in them are told") {
  CHECK(in_task("empty-marks", "落实《》要求（）。") == Places{"《》", "（）"});
  CHECK(in_task("empty-marks", "落实《供水条例》要求（见附表）。") == Places{});
}
