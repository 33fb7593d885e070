// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/review/diagnostics_of.hpp"

using namespace libparse::tests;

namespace {

/// Tasks about things of a village, each with this clause, the last with another.
std::string tasks(int number, const std::string& clause, const std::string& last) {
  std::string out = "一、重点任务\n";
  for (int i = 1; i <= number; ++i) {
    out += std::to_string(i) + ".改造第" + std::to_string(i) + "片区供水管网。" + (i < number ? clause : last) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a task without units among tasks that have some is told") {
  const std::string with = "（责任单位：县水利局）";
  CHECK(diagnostics_of("unit-missing", tasks(7, with, "")) == Places{"改造第7片区供水管网。"});
  CHECK(diagnostics_of("unit-missing", tasks(7, with, with)) == Places{});
  CHECK(diagnostics_of("unit-missing", tasks(7, with, "各乡镇每月报送进展。")) == Places{});
  CHECK(diagnostics_of("unit-missing", tasks(3, with, "")) == Places{});
}

TEST_CASE("a task that no unit leads is told where nearly all have a leading unit") {
  const std::string led = "（县水利局牵头，县住建局、县财政局配合）";
  CHECK(diagnostics_of("lead-missing", tasks(12, led, "（责任单位：县水利局、县住建局）")) == Places{"县水利局"});
  CHECK(diagnostics_of("lead-missing", tasks(12, led, led)) == Places{});
  CHECK(diagnostics_of("lead-missing", tasks(12, "（责任单位：县水利局、县住建局）", led)) == Places{});
}

TEST_CASE("a task that two units lead is told where all others have one leading unit") {
  const std::string led = "（县水利局牵头，县财政局配合）", two = "（县水利局、县住建局牵头，县财政局配合）";
  CHECK(diagnostics_of("lead-doubled", tasks(12, led, two)) == Places{"县水利局"});
  CHECK(diagnostics_of("lead-doubled", tasks(12, two, two)) == Places{});
}

TEST_CASE("a unit in two roles of one task is told") {
  CHECK(diagnostics_of("unit-two-roles", tasks(1, "", "（县水利局牵头，县财政局、县水利局配合）")) ==
        Places{"县水利局"});
  CHECK(diagnostics_of("unit-two-roles", tasks(1, "", "（县水利局牵头，县财政局、县住建局配合）")) == Places{});
}

TEST_CASE("a slot with nothing behind it is told") {
  const std::string head = "一、重点任务\n（一）改造管网，更新老旧管道。\n";
  CHECK(diagnostics_of("slot-empty", head + "责任单位：\n（二）整治水源，划定保护区。\n责任单位：县水利局\n") ==
        Places{"责任单位："});
  CHECK(diagnostics_of("slot-empty", head + "责任单位：\n完成时限：2025年底\n") == Places{"责任单位："});
  CHECK(diagnostics_of("slot-empty", head + "责任单位：\n县水利局\n（二）整治水源，划定保护区。\n") == Places{});
}
