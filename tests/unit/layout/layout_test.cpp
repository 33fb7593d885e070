// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.hpp"
#include "libparse/rule_pack.hpp"
#include "text/document_text.hpp"

using libparse::Diagnostics;
using libparse::RulePack;
using libparse::text::DocumentText;
using libparse::text::WorkText;

namespace {

using Paragraphs = std::vector<std::string>;

Paragraphs lay_out(std::string_view bytes, Diagnostics* out = nullptr) {
  Diagnostics diagnostics;
  const DocumentText source = DocumentText::decode(bytes, diagnostics);
  const auto layout = libparse::layout::lay_out(WorkText::fold(source), RulePack::builtin().pack(), diagnostics);
  Paragraphs paragraphs;
  for (const auto range : layout.paragraphs) paragraphs.emplace_back(layout.text.view(range));
  if (out != nullptr) *out = diagnostics;
  return paragraphs;
}

}  // namespace

TEST_CASE("lines that stop inside a sentence are joined") {
  CHECK(lay_out("各单位要突出重点，\n紧盯关键环节。") == Paragraphs{"各单位要突出重点,紧盯关键环节。"});
  CHECK(lay_out("责任单位：县水务局、\n县林业局") == Paragraphs{"责任单位:县水务局、县林业局"});
  CHECK(lay_out("落实《云岭县河道\n管理办法》要求。") == Paragraphs{"落实《云岭县河道管理办法》要求。"});
  CHECK(lay_out("3.\n推行联合检查。各部门要落实。") == Paragraphs{"3.推行联合检查。各部门要落实。"});
  CHECK(lay_out("各村要加强巡查\n。") == Paragraphs{"各村要加强巡查。"});
}

TEST_CASE("headings, slots and lists keep their lines") {
  CHECK(lay_out("一、总体要求\n坚持预防为主。") == Paragraphs{"一、总体要求", "坚持预防为主。"});
  CHECK(lay_out("牵头单位：县水务局\n完成时限：年底前") == Paragraphs{"牵头单位:县水务局", "完成时限:年底前"});
  CHECK(lay_out("云岭县人民政府\n2024年3月1日") == Paragraphs{"云岭县人民政府", "2024年3月1日"});
}

TEST_CASE("text wrapped at one width is unwrapped, over page numbers too") {
  const std::string wrapped =
      "为进一步加强全县河道管理工作，切实保障防洪安全，根据有关法律法规和\n"
      "上级文件要求，结合我县实际情况，现就有关事项通知如下，请各单位认真\n"
      "贯彻执行，并将落实情况及时报送，工作中的问题请与县水务局联系，各乡\n"
      "\n— 2 —\n\n"
      "镇要明确一名分管负责同志抓好此项工作，定期调度进展情况，研究解决存\n"
      "在的突出问题，确保各项措施落实到位，年底前完成全部整治任务。\n"
      "一、工作目标\n";
  const Paragraphs got = lay_out(wrapped);
  REQUIRE(got.size() >= 2);
  CHECK(got.back() == "一、工作目标");
  CHECK(got.front().find("有关法律法规和上级文件要求") != std::string::npos);
  CHECK(got.front().find("认真贯彻执行") != std::string::npos);
}

TEST_CASE("headings glued behind other text start a paragraph of their own") {
  CHECK(lay_out("1.开展排查。各单位要落实。 2.强化整改。责任到人。") ==
        Paragraphs{"1.开展排查。各单位要落实。", "2.强化整改。责任到人。"});
  CHECK(lay_out("一、工作要求（一）加强领导。各级要重视。（二）严格督查。强化考核。") ==
        Paragraphs{"一、工作要求", "(一)加强领导。各级要重视。", "(二)严格督查。强化考核。"});
}

TEST_CASE("numbers that are only spoken of split nothing") {
  for (const std::string_view text :
       {"1.落实统一、规范、高效的要求。", "一、按照统一、协调原则推进。", "1.依照前款（一）、（二）项执行。",
        "1.完成投资2.5亿元，增长3.1%。", "1.方案见附件1。"}) {
    CAPTURE(text);
    CHECK(lay_out(text).size() == 1);
  }
}

TEST_CASE("a body that stands twice is read once, with a diagnostic") {
  std::string body;
  for (int i = 1; i <= 9; ++i) {
    body += std::to_string(i) + ".落实第" + std::to_string(i) +
            "项整治措施，明确责任单位和完成时限，逐项对账销号，确保整改到位。\n";
  }
  Diagnostics diagnostics;
  const Paragraphs once = lay_out(body);
  CHECK(lay_out(body + body, &diagnostics) == once);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics.front().code == "duplicated-body");
}

TEST_CASE("artefacts of conversions are left out") {
  CHECK(lay_out("[bookmark: _GoBack]关于做好防汛工作的通知") == Paragraphs{"关于做好防汛工作的通知"});
  CHECK(lay_out("## 一、**工作目标**") == Paragraphs{"一、工作目标"});
}
