// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "frame/title.hpp"
#include "libparse/rule_pack.hpp"

using namespace libparse;
using namespace libparse::frame;
using Names = std::vector<std::string>;

namespace {
const Words& words() { return RulePack::builtin().pack().derived<Words>(); }
}  // namespace

TEST_CASE("layout spaces go from a title, spaces between issuers stay") {
  struct Case {
    const char* source;
    const char* title;
  };
  for (const Case& c : std::to_array<Case>({
           {"关于印发《云岭县河道整治方案》的通　　知", "关于印发《云岭县河道整治方案》的通知"},
           {"关于加强防汛工作的\n通 知", "关于加强防汛工作的通知"},
           {"省水利厅 省财政厅关于做好补助资金管理的通知", "省水利厅 省财政厅关于做好补助资金管理的通知"},
           {"省水利厅\n省财政厅\n关于做好补助资金管理的通知", "省水利厅 省财政厅关于做好补助资金管理的通知"},
           {"云岭县人民政府\n关于开展排查的通知", "云岭县人民政府关于开展排查的通知"},
           {"云岭县人民政府\n专题会议纪要", "云岭县人民政府专题会议纪要"},
           {"关于支持 AI for Science 发展的若干措施", "关于支持AI for Science发展的若干措施"},
           {"2025 年全县工作要点", "2025年全县工作要点"},
       })) {
    CAPTURE(std::string(c.source));
    CHECK(tidy_title(words(), c.source) == c.title);
  }
}

TEST_CASE("the genre is one of the fifteen for an official document and the kind of a bare plan") {
  struct Case {
    const char* title;
    const char* genre;
  };
  for (const Case& c : std::to_array<Case>({
           {"云岭县人民政府关于印发《云岭县河道整治实施方案》的通知", "通知"},
           {"云岭县人民政府关于加强河道管理的实施意见", "意见"},
           {"云岭县人民政府办公室印发关于支持种业发展的若干措施", "若干措施"},
           {"云岭县河道整治实施方案", "实施方案"},
           {"云岭县河道整治实施方案(2024—2026年)", "实施方案"},
           {"云岭县网约车管理办法(试行)", "管理办法"},
           {"2025年全县水利工作要点", "工作要点"},
           {"云岭县人民政府关于表彰先进的决定", "决定"},
           {"云岭县人民政府专题会议纪要", "纪要"},
           {"云岭县水利局关于报送总结的函", "函"},
           {"重点任务分解表", "任务分解表"},
       })) {
    CAPTURE(std::string(c.title));
    CHECK(genre_of(words(), c.title) == c.genre);
  }
  CHECK(genre_of(words(), "云岭县河道风光").empty());
}

TEST_CASE("the issuer of a title stands before its verb") {
  const auto issuer = [](std::string_view title) { return std::string(title.substr(0, issuer_end(words(), title))); };
  CHECK(issuer("云岭县人民政府关于加强河道管理的通知") == "云岭县人民政府");
  CHECK(issuer("云岭县教育局转发省教育厅关于做好考试工作的通知") == "云岭县教育局");
  CHECK(issuer("云岭县人民政府督查落实办公室关于通报情况的通知") == "云岭县人民政府督查落实办公室");
  CHECK(issuer("关于印发云岭县水利局工作安排的通知").empty());
  CHECK(issuer("云岭县河道整治实施方案").empty());
}

TEST_CASE("joint issuers are parted, letter-spaced ones are not") {
  CHECK(split_issuers(words(), "科技部  财政部  教育部") == Names{"科技部", "财政部", "教育部"});
  CHECK(split_issuers(words(), "中共云岭县委办公室\n云岭县人民政府办公室") ==
        Names{"中共云岭县委办公室", "云岭县人民政府办公室"});
  CHECK(split_issuers(words(), "省水利厅、省财政厅") == Names{"省水利厅", "省财政厅"});
  CHECK(split_issuers(words(), "云 岭 县 人 民 政 府 办 公 室") == Names{"云岭县人民政府办公室"});
  CHECK(split_issuers(words(), "云岭县河道 风光").empty());
}

TEST_CASE("the years of a title") {
  const auto years = [](std::string_view title) {
    std::vector<std::pair<int, int>> out;
    for (const Years& y : years_of(words(), title)) out.emplace_back(y.from, y.to);
    return out;
  };
  using Pairs = std::vector<std::pair<int, int>>;
  CHECK(years("云岭县河道整治三年行动方案(2024—2026年)") == Pairs{{2024, 2026}});
  CHECK(years("2025年度重点工作安排") == Pairs{{2025, 2025}});
  CHECK(years("云岭县“十四五”水利发展规划") == Pairs{{2021, 2025}});
  CHECK(years("关于开展河道整治的通知").empty());
}

TEST_CASE("the texts that a notice carries are known by their keys") {
  std::vector<std::string> keys;
  add_carried_titles(words(), "关于印发《甲县河道整治方案》《甲县水库管理办法(试行)》的通知", true, keys);
  CHECK(keys.at(0) == "甲县河道整治方案");
  CHECK(keys.at(1) == "甲县水库管理办法试行");
  keys.clear();
  add_carried_titles(words(), "甲县人民政府关于印发甲县河道整治方案的通知", true, keys);
  CHECK(keys.at(0) == "甲县河道整治方案的");
}
