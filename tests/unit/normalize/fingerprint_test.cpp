// SPDX-License-Identifier: MIT
#include "libparse/fingerprint.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "libparse/digest.hpp"
#include "libparse/parse.hpp"

using namespace libparse;

TEST_CASE("the normalised body keeps words, numbers and signs of quantity only") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"加强监管，落实责任。", "加强监管落实责任"},
      {" 加强 监管,\r\n　落实责任．", "加强监管落实责任"},
      {"（1）加强监管；②落实责任：3．建立台账。", "加强监管落实责任建立台账"},
      {"一是加强监管。二是落实责任。", "加强监管落实责任"},
      {"（十二）加强监管", "加强监管"},
      {"推广ＡＰＰ和5G，占地20㎡", "推广app和5g占地20m2"},
      {"占比达到９５％以上，气温≥28℃", "占比达到95%以上气温≥28°c"},
      {"投资1,200万元，增长3.5%", "投资1200万元增长3.5%"},
      {"第3、4号楼", "第3、4号楼"},
      {"2020—2022年，3～5处，10-12人", "2020-2022年3-5处10-12人"},
      {"8：30前到岗，比例为1/3", "8:30前到岗比例为1/3"},
      {"建成三十二个、一百零五处、三百五十亩、二〇二五年", "建成32个105处350亩2025年"},
      {"三万亩、两个、千家万户、百姓", "3万亩2个千家万户百姓"},
      {"七八十户", "七八十户"},
      {"3千户", "3千户"},
      {"三百五", "350"},
      {"★●加强\u200B监管\uFEFF", "加强监管"},
      {"建成\xFF\xE4馆", "建成馆"},
      {"1.5万亩良田", "1.5万亩良田"},
      {"三、四季度开展检查", "3、4季度开展检查"},
      {"2025年", "2025年"},
      {"——", ""},
      {"", ""},
  };
  for (const auto& [bound_body, expected] : cases) {
    const auto& body = bound_body;  // Clang 14 captures no binding
    CAPTURE(body);
    CHECK(normalized_body(body) == expected);
  }
}

TEST_CASE("normalising twice changes nothing more") {
  for (const std::string body : {"（1）建成1,200个（含2025年30处），占95％。", "一是三百五十亩；①九十八户"}) {
    CHECK(normalized_body(normalized_body(body)) == normalized_body(body));
  }
}

TEST_CASE("equal assignments have equal fingerprints and different ones do not") {
  const std::string a = fingerprint("建设公共停车场3处，新增泊位1,200个。");
  CHECK(a.size() == 16);
  CHECK(a.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(fingerprint("（2）建设公共停车场三处,\n新增泊位１２００个；") == a);
  CHECK(fingerprint("建设公共停车场4处，新增泊位1200个。") != a);
  CHECK(fingerprint("泊位使用率≥90%") != fingerprint("泊位使用率≤90%"));
  CHECK(fingerprint("完成15处") != fingerprint("完成1.5处"));
  CHECK(fingerprint("") == "");
}

TEST_CASE("the fingerprint is the start of the SHA-256 of the normalised body") {
  CHECK(fingerprint("加强监管，落实责任。") == sha256_hex("加强监管落实责任").substr(0, 16));
}

TEST_CASE("every task of a notice has the fingerprint of its text") {
  const TaskList list = parse_notice(
                            "一、重点任务\n（一）建设公共停车场3处。责任单位：县住建局\n（二）完成道路改造2公里。\n"
                            "二、保障措施\n（一）各单位要建设公共停车场三处。\n")
                            .list;
  REQUIRE(list.tasks.size() == 3);
  for (const Task& task : list.tasks) CHECK(task.fingerprint == fingerprint(task.text));
  CHECK(list.tasks[0].fingerprint == fingerprint("建设公共停车场三处"));
}

TEST_CASE("a body of a million characters is normalised in one pass") {
  std::string body;
  for (int i = 0; i < 100'000; ++i) body += "（1）一一一一一；、1,";
  CHECK(normalized_body(body).size() > 100'000);
}
