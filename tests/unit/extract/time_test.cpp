// SPDX-License-Identifier: MIT
#include "unit/extract/time_lines.hpp"

namespace libparse::extract {

TEST_CASE("dates without a year give no dates where the document's year is unknown") {
  const auto times = read_lines("6月底前报送，年底前完成，2025年底前全覆盖。", {0, "", false});
  CHECK(times == std::vector<std::string>{"6月底前 = deadline", "年底前 = deadline", "2025年底前 = deadline 2025-12-31"});
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
}

}  // namespace libparse::extract
