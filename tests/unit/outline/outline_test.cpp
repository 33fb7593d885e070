// SPDX-License-Identifier: MIT
// Section trees: labels, titles, nesting and what is odd in the numbering.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "libparse/parse.hpp"

namespace {

using Lines = std::vector<std::string>;

/// As one text, so that a failed check shows what differs.
std::string shown(const Lines& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

/// One line a section: `id label title`.
Lines sections_of(std::string_view text) {
  Lines out;
  for (const auto& s : libparse::parse_notice(text).list.sections) out.push_back(s.id + " " + s.label + " " + s.title);
  return out;
}

Lines codes_of(std::string_view text) {
  Lines out;
  for (const auto& d : libparse::parse_notice(text).list.diagnostics) out.push_back(d.code);
  return out;
}

}  // namespace

TEST_CASE("all levels nest") {
  CHECK(shown(sections_of("一、总则\n（一）任务。各单位落实。\n1．清理。要彻底清除。\n（1）巡查。要及时发现。\n①登记。"
                          "要完整准确。\n二、附则\n按规定执行。\n")) ==
        shown(Lines{"1 一、 总则", "1.1 （一） 任务", "1.1.1 1． 清理", "1.1.1.1 （1） 巡查", "1.1.1.1.1 ① 登记",
                    "2 二、 附则"}));
}

TEST_CASE("items may stand right below a first level, and be numbered through") {
  CHECK(shown(sections_of("一、排查\n1.登记。要登记齐全。\n2.上报。要及时上报。\n二、整改\n3.销号。要对账销号。\n")) ==
        shown(Lines{"1 一、 排查", "1.1 1. 登记", "1.2 2. 上报", "2 二、 整改", "2.3 3. 销号"}));
  CHECK(codes_of("一、排查\n1.登记。要登记齐全。\n2.上报。要及时上报。\n二、整改\n3.销号。要对账销号。\n").empty());
}

TEST_CASE("numbering restarts in every annex") {
  CHECK(shown(sections_of("附件1\n排查方案\n一、目标\n全面排查。\n附件2\n整改方案\n一、目标\n全面整改。\n")) ==
        shown(Lines{"a1 附件1 排查方案", "a1.1 一、 目标", "a2 附件2 整改方案", "a2.1 一、 目标"}));
}

TEST_CASE("chapters, sections and articles nest, articles count through") {
  const std::string_view text =
      "第一章 总则\n第一条 为加强管理，制定本办法。\n第二章 职责\n第二条 各单位应当落实责任。\n";
  CHECK(shown(sections_of(text)) == shown(Lines{"1 第一章 总则", "1.1 第一条 ", "2 第二章 职责", "2.2 第二条 "}));
  CHECK(codes_of(text).empty());
}

TEST_CASE("a title is a short first sentence, a body has none") {
  CHECK(shown(sections_of("1.建立责任制。企业要落实责任。\n")) == shown(Lines{"1 1. 建立责任制"}));
  CHECK(shown(sections_of("1.根据上级统一部署，组织做好排查整治和信息报送工作；各镇要落实。\n")) ==
        shown(Lines{"1 1. "}));
  CHECK(shown(sections_of("（一）集中攻坚（2021年）。动态更新清单。\n")) ==
        shown(Lines{"1 （一） 集中攻坚（2021年）"}));
  CHECK(shown(sections_of("（一）集中攻坚2021年各部门要动态更新隐患清单，针对重点难点问题加大整治力度。\n")) ==
        shown(Lines{"1 （一） 集中攻坚"}));
  CHECK(shown(sections_of("（二）主要目标 2024年，全县建成水库3座，供水保障率达到95%，群众满意度明显提升。\n")) ==
        shown(Lines{"2 （二） 主要目标"}));
  CHECK(shown(sections_of("一、高度重视，加强领导。各镇要落实责任。\n")) == shown(Lines{"1 一、 高度重视，加强领导"}));
  CHECK(shown(sections_of("1.每周至少采样3次，月底前完成首轮检测。结果要公开。\n")) == shown(Lines{"1 1. "}));
}

TEST_CASE("broken labels are kept as they stand") {
  CHECK(shown(sections_of("（一)规范档案。要完整规范。\n二）落实责任。要落实到人。\n（三强化督查。要从严从实。\n")) ==
        shown(Lines{"1 （一) 规范档案", "2 二） 落实责任", "3 （三 强化督查"}));
}

TEST_CASE("gaps and repeats in the numbering are told, and kept") {
  CHECK(shown(codes_of("一、甲项工作\n要落实。\n三、乙项工作\n要落实。\n")) == shown(Lines{"numbering-gap"}));
  CHECK(shown(codes_of("一、甲项工作\n要落实。\n二、乙项工作\n要落实。\n二、丙项工作\n要落实。\n")) ==
        shown(Lines{"numbering-repeat"}));
  CHECK(shown(sections_of("一、甲项工作\n要落实。\n一、乙项工作\n要落实。\n")) ==
        shown(Lines{"1 一、 甲项工作", "1~2 一、 乙项工作"}));
}
