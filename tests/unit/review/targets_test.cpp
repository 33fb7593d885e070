// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "unit/review/diagnostics_of.hpp"

using namespace libparse::tests;

namespace {

Places in_task(std::string_view code, const std::string& body) {
  return diagnostics_of(code, "一、重点任务\n（一）改造管网。" + body + "\n");
}

}  // namespace

TEST_CASE("a share above 100 per cent is told, what may grow beyond is not") {
  CHECK(in_task("share-over-100", "供水覆盖率达到120%。") == Places{"达到120%"});
  CHECK(in_task("share-over-100", "水质合格率达到100%，投资完成率达到120%，拨备覆盖率达到150%。") == Places{});
  CHECK(in_task("share-over-100", "用水量增长120%。") == Places{});
}

TEST_CASE("a range that ends below its start is told") {
  CHECK(in_task("range-reversed", "更新管道50-30公里。").size() == 1);
  CHECK(in_task("range-reversed", "更新管道30-50公里。") == Places{});
  CHECK(in_task("range-reversed", "22-6时停工，28-6栋按GB/T 18918-2002级标准整改。") == Places{});
}
