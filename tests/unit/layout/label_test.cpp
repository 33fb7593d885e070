// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string_view>

#include "layout/label.hpp"
#include "libparse/rule_pack.hpp"
#include "rules/pack.hpp"

using libparse::LabelForm;
using libparse::layout::LabelReader;

TEST_CASE("labels are read in all their forms") {
  struct Row {
    std::string_view text, label;
    LabelForm form;
    int number;
  };
  const LabelReader reader(libparse::RulePack::builtin().pack());
  for (const Row& row : {
           Row{"一、总体要求", "一、", LabelForm::cn, 1},
           Row{"十二、附则", "十二、", LabelForm::cn, 12},
           Row{"二十一.其他", "二十一.", LabelForm::cn, 21},
           Row{"(一)压实责任", "(一)", LabelForm::cn_paren, 1},
           Row{"(十三]完善机制", "(十三]", LabelForm::cn_paren, 13},
           Row{"一)压实责任", "一)", LabelForm::cn_paren, 1},
           Row{"(二压实责任", "(二", LabelForm::cn_paren, 2},
           Row{"㈢压实责任", "㈢", LabelForm::cn_paren, 3},
           Row{"1.开展排查", "1.", LabelForm::ar, 1},
           Row{"12、开展排查", "12、", LabelForm::ar, 12},
           Row{"25..开展排查", "25..", LabelForm::ar, 25},
           Row{"3.2025年底前完成", "3.", LabelForm::ar, 3},
           Row{"4、2024—2025年完成", "4、", LabelForm::ar, 4},
           Row{"⒌开展排查", "⒌", LabelForm::ar, 5},
           Row{"(1)开展排查", "(1)", LabelForm::ar_paren, 1},
           Row{"3)开展排查", "3)", LabelForm::ar_paren, 3},
           Row{"⑷开展排查", "⑷", LabelForm::ar_paren, 4},
           Row{"①开展排查", "①", LabelForm::circled, 1},
           Row{"⑫开展排查", "⑫", LabelForm::circled, 12},
           Row{"第三章 监督管理", "第三章", LabelForm::article, 3},
           Row{"第十条 各单位应当", "第十条", LabelForm::article, 10},
           Row{"附件2", "附件2", LabelForm::attachment, 2},
           Row{"附 件 3:责任清单", "附 件 3", LabelForm::attachment, 3},
           Row{"附件", "附件", LabelForm::attachment, 0},
       }) {
    CAPTURE(row.text);
    const auto label = reader.read(row.text, 0);
    REQUIRE(label);
    CHECK(row.text.substr(label->range.begin, label->range.size()) == row.label);
    CHECK(label->form == row.form);
    CHECK(label->number == row.number);
  }
}

TEST_CASE("numbers that only look like labels are none") {
  const LabelReader reader(libparse::RulePack::builtin().pack());
  for (const std::string_view text :
       {"1.5亿元资金", "2025年底前", "一是加强领导", "一、二级标准化", "3月底前完成", "12345热线", "第一季度",
        "第三条生产线", "(一)、(二)项规定", "(3年期)贷款", "附近居民", "", "统一、规范", "20.5公里", "90%以上"}) {
    CAPTURE(text);
    CHECK_FALSE(reader.read(text, 0));
  }
}

TEST_CASE("numerals have their value") {
  const LabelReader reader(libparse::RulePack::builtin().pack());
  CHECK(reader.number("十") == 10);
  CHECK(reader.number("十九") == 19);
  CHECK(reader.number("二十") == 20);
  CHECK(reader.number("三十五") == 35);
  CHECK(reader.number("一百零二") == 102);
  CHECK(reader.number("⑳") == 20);
  CHECK(reader.number("0") == 0);
  CHECK(reader.number("甲") == -1);
  CHECK(reader.number("99999") == -1);
}
