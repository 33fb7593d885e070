// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "libparse/compare.hpp"

using namespace libparse;

namespace {

// equal[-removed-]{+inserted+}
std::string shown(std::string_view before, std::string_view after) {
  std::string text;
  for (const TextChange& change : compare_texts(before, after)) {
    if (change.operation == TextOperation::equal) text += change.text;
    if (change.operation == TextOperation::removed) text += "[-" + change.text + "-]";
    if (change.operation == TextOperation::inserted) text += "{+" + change.text + "+}";
  }
  return text;
}

void check_sides(const std::string& before, const std::string& after) {
  std::string old_side, new_side;
  for (const TextChange& change : compare_texts(before, after)) {
    if (change.operation != TextOperation::inserted) old_side += change.text;
    if (change.operation != TextOperation::removed) new_side += change.text;
  }
  CHECK(old_side == before);
  CHECK(new_side == after);
}

}  // namespace

TEST_CASE("Chinese text is compared by characters, numbers and Latin words as a whole") {
  CHECK(shown("完成改造1200户", "完成改造1250户") == "完成改造[-1200-]{+1250+}户");
  CHECK(shown("增长3.5%", "增长3.8%") == "增长[-3.5-]{+3.8+}%");
  CHECK(shown("推广App应用", "推广APP应用") == "推广[-App-]{+APP+}应用");
  CHECK(shown("市水务局负责巡查", "市水务局牵头负责巡查") == "市水务局{+牵头+}负责巡查");
  CHECK(shown("开展专项检查", "开展检查") == "开展[-专项-]检查");
  CHECK(shown("相同", "相同") == "相同");
  CHECK(shown("", "新") == "{+新+}");
  CHECK(shown("旧", "") == "[-旧-]");
  CHECK(shown("", "") == "");
}

TEST_CASE("a lone character between two changes belongs to them") {
  CHECK(shown("甲乙的丙丁", "子丑的寅卯") == "[-甲乙的丙丁-]{+子丑的寅卯+}");
}

TEST_CASE("both texts can be put together from the changes") {
  for (const std::string before : {"甲乙丙丁戊", "", "甲", "a1 b2 甲。乙", "\xFF乙\xE4丙", "甲乙甲乙甲乙"}) {
    for (const std::string after : {"乙丙甲丁", "", "甲", "a1 b3 甲，乙", "\xFF乙丙\xE4", "乙甲乙甲"})
      check_sides(before, after);
  }
}

TEST_CASE("very long texts are replaced as a whole instead of taking forever") {
  std::string before, after;
  for (int i = 0; i < 20'000; ++i) {
    before += i % 3 == 0 ? "甲" : "乙";
    after += i % 7 == 0 ? "丙" : "乙";
  }
  check_sides(before, after);
  CHECK(compare_texts(before, after).size() <= 4);
}
