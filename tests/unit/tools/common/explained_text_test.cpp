// SPDX-License-Identifier: MIT
#include "common/explained_text.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "libparse/parse.hpp"

namespace {

std::string explained(const std::string& notice, bool color) {
  const libparse::ParseResult result = libparse::parse_notice(notice, {.path = "a.txt", .explain = true});
  std::ostringstream out;
  tools::write_explained(result.list, result.text, out, {.width = 100, .color = color});
  return out.str();
}

const std::string kNotice =
    "一、重点任务\n（一）改造管网。使用年限20年以上的管道2025年底前更换不低于90%。责任单位：县住建局\n";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("units, times and targets are marked by colour on a terminal that takes it") {
  const std::string text = explained(kNotice, true);
  CHECK(has(text, "\x1b[33m2025年底前\x1b[0m"));
  CHECK(has(text, "\x1b[36m不低于90%\x1b[0m"));
  CHECK(has(text, "\x1b[32m县住建局\x1b[0m"));
}

TEST_CASE("without colour the text is plain") {
  const std::string text = explained(kNotice, false);
  CHECK(!has(text, "\x1b"));
  CHECK(has(text, "使用年限20年以上的管道2025年底前更换不低于90%。责任单位：县住建局\n"));
}

TEST_CASE("below a task stand the reasons and what was passed over") {
  const std::string text = explained(kNotice, false);
  CHECK(has(text, "    kind: task <- 重点任务 [lexicon/section-title: title of section 1]\n"));
  CHECK(has(text, "    role: responsible 县住建局 <- 责任单位 [lexicon/slot-label"));
  CHECK(has(text, "    time: deadline 2025-12-31 <- 2025年底前 [time.before"));
  CHECK(has(text, "    no target: 20年以上 (condition) [target.amount"));
}

TEST_CASE("units that stand above a task are told as inherited") {
  const std::string text = explained("一、重点任务\n责任单位：县住建局\n（一）改造管网。\n（二）更换水表。\n", false);
  CHECK(has(text, "role: responsible 县住建局 [inherited"));
}

TEST_CASE("control characters of a notice do not reach the terminal") {
  CHECK(!has(explained("一、任务\n（一）改造\x1b[31m管网。\n", false), "\x1b"));
}
