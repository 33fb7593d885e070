// SPDX-License-Identifier: MIT
#include "unit/extract/time_lines.hpp"

namespace libparse::extract {

TEST_CASE("dates next to what looks like them") {
  check_sentences(
      {
          {"2026年全部改造完毕，2024年是开局之年。", {"2026年 = deadline 2026-12-31"}},
          {"2024年春节前后集中慰问，2024年主汛期前完成清淤。", {}},
          {"本月25日前报送，次月10日前通报。",
           {"本月25日前 = deadline 2024-04-25", "次月10日前 = recurrence P1M ---10"}},
          {"2018年以前投运的锅炉2025年底前全部淘汰。", {"2025年底前 = deadline 2025-12-31"}},
          {"建成于2008年的桥梁要在年底前完成检测。", {"在年底前 = deadline 2024-12-31"}},
          {"5月中旬前完成动员，5月下旬至6月上旬集中排查，6月中下旬开展评估。",
           {"5月中旬前 = deadline 2024-05-20", "5月下旬至6月上旬 = period 2024-05-21 2024-06-10",
            "6月中下旬 = deadline 2024-06-30"}},
          {"7月—9月、10月—12月分两轮开展督导。",
           {"7月—9月 = period 2024-07-01 2024-09-30", "10月—12月 = period 2024-10-01 2024-12-31"}},
          {"落实《关于2024年底前实现全覆盖的通知》要求，11月底前完成《2025年工作计划》编制。",
           {"11月底前 = deadline 2024-11-30"}},
          {"按照“一年起步、两年见效、三年成型”的目标推进。", {}},
          {"限期15日整改，10日内复查。", {"10日内 = relative P10D"}},
      },
      kProse);
}

TEST_CASE("dates without a year give no dates where the document's year is unknown") {
  const auto times = read_lines("6月底前报送，年底前完成，2025年底前全覆盖。", {0, "", false});
  CHECK(times ==
        std::vector<std::string>{"6月底前 = deadline", "年底前 = deadline", "2025年底前 = deadline 2025-12-31"});
}

TEST_CASE("this quarter is that of the day of issue") {
  const auto line = [](const std::string& issued) { return read_lines("本季度末前完成清淤。", {2024, issued, false}); };
  using Lines = std::vector<std::string>;
  for (const char* issued : {"2024-01-01", "2024-02-29", "2024-03-31"})
    CHECK(line(issued) == Lines{"本季度末前 = deadline 2024-03-31"});
  for (const char* issued : {"2024-04-01", "2024-06-30"})
    CHECK(line(issued) == Lines{"本季度末前 = deadline 2024-06-30"});
  for (const char* issued : {"2024-10-01", "2024-12-31"})
    CHECK(line(issued) == Lines{"本季度末前 = deadline 2024-12-31"});
}

TEST_CASE("what a date was resolved with is told") {
  const auto basis = [](const std::string& text) {
    const auto found = reader().read(text, {0, text.size()}, kProse);
    return found.empty() ? std::string("nothing") : found.back().value.basis;
  };
  CHECK(basis("2025年6月底前").empty());
  CHECK(basis("6月底前") == "document year");
  CHECK(basis("2025年3月1日开工,6月底前") == "document year");  // a day that is no time carries no year
  CHECK(basis("2025年1月底、4月底前") == "year in the same sentence");
  CHECK(basis("月底前") == "issue date");
}

TEST_CASE("only the range asked for is read, but a slot's label may stand before it") {
  const std::string text = "时间要求:2024年7月";
  const std::size_t at = text.find("2024");
  const auto found = reader().read(text, {at, text.size()}, kSlot);
  REQUIRE(found.size() == 1);
  CHECK(line_of(found[0].value) == "period 2024-07-01 2024-07-31");
  CHECK(reader().read(text, {0, at}, kProse).empty());
}

TEST_CASE("passed-over dates are told with the reason") {
  const std::string text = "改造2000年以前建成的小区,落实《到2025年底的规划》";
  std::vector<rules::Rejection> rejections;
  CHECK(reader().read(text, {0, text.size()}, kProse, &rejections).empty());
  REQUIRE(rejections.size() == 2);
  CHECK(rejections[0].reason == "trap");
  CHECK(rejections[0].rule->id() == "time.state-before");
  CHECK(rejections[1].reason == "title");
}

TEST_CASE("a calendar day that does not exist is no time") {
  CHECK(read_lines("4月31日前报送，2023年2月29日前完成", kProse).empty());
  CHECK(read_lines("2024年2月29日前完成", kProse).size() == 1);
  CHECK(read_lines("6月25日至31日开展排查", kProse).empty());
  CHECK(read_lines("于2月20日至30日开展排查", kProse).empty());
  CHECK(read_lines("清淤6月31日至7月5日完成", kProse).empty());
}

}  // namespace libparse::extract
