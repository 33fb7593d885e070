// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "text/utf8.hpp"
#include "text/work_text.hpp"

using libparse::Diagnostics;
using libparse::Span;
using libparse::text::DocumentText;
using libparse::text::Range;
using libparse::text::WorkText;

namespace {

DocumentText document(std::string_view bytes) {
  Diagnostics diagnostics;
  return DocumentText::decode(bytes, diagnostics);
}

std::string folded(std::string_view bytes) { return std::string(WorkText::fold(document(bytes)).view()); }

}  // namespace

TEST_CASE("forms that mean the same read the same") {
  struct Row {
    std::string_view source, work;
  };
  for (const Row& row :
       {Row{"（一）２０２５年，９０％；", "(一)2025年,90%;"}, Row{"⼈⼯⽅⾏", "人工方行"},
        Row{"甲\u00A0乙\u3000丙\u2003丁", "甲 乙 丙 丁"}, Row{"甲\u200B乙\uFEFF丙\u00AD丁", "甲乙丙丁"},
        Row{"甲\r\n乙\r丙\u2028丁\n", "甲\n乙\n丙\n丁\n"}, Row{"①㎡⑴㈠", "①㎡⑴㈠"}, Row{"\uF900", "\u8C48"},
        Row{"〔2020〕“两客一危”《办法》", "〔2020〕“两客一危”《办法》"}, Row{"a\x01z\x7F", "az"}}) {
    CAPTURE(row.source);
    CHECK(folded(row.source) == row.work);
  }
}

TEST_CASE("every position maps back to its source character") {
  const std::string_view text = "\uFEFF　　（一）\u200B强化⼈员\r\n责任单位：县局";
  const DocumentText source = document(text);
  const WorkText work = WorkText::fold(source);
  const std::size_t at = work.view().find("人员");
  REQUIRE(at != std::string_view::npos);
  CHECK(source.slice(work.source_span({at, at + 6})) == "⼈员");
  CHECK(work.quote({at, at + 6}, source) == "⼈员");
  const std::size_t bracket = work.view().find('(');
  CHECK(source.slice(work.source_span({bracket, work.view().find("强化")})) == "（一）");
  CHECK(work.source_span({work.size(), work.size()}) == Span{source.characters(), source.characters()});
}

TEST_CASE("a span never takes in what was left out behind its last character") {
  const DocumentText source = document("甲乙\u200B\u200B丙");
  const WorkText work = WorkText::fold(source);
  CHECK(work.source_span({0, 6}) == Span{0, 2});
  CHECK(work.quote({0, work.size()}, source) == "甲乙丙");
}

TEST_CASE("a built text keeps the mapping over joins and breaks") {
  const DocumentText source = document("加快推进支出进\n度。６．尽快下达");
  const WorkText folded_text = WorkText::fold(source);
  WorkText::Builder builder(folded_text);
  const std::size_t newline = folded_text.view().find('\n');
  const std::size_t label = folded_text.view().find("6.");
  builder.copy({0, newline});
  builder.copy({newline + 1, label});
  builder.break_line(label);
  builder.copy({label, folded_text.size()});
  const WorkText built = std::move(builder).finish();
  CHECK(built.view() == "加快推进支出进度。\n6.尽快下达");
  const std::size_t at = built.view().find("进度");
  CHECK(source.slice(built.source_span({at, at + 6})) == "进\n度");
  CHECK(built.quote({at, at + 6}, source) == "进度");
  const std::size_t six = built.view().find("6.");
  CHECK(source.slice(built.source_span({six, six + 2})) == "６．");
  CHECK(built.quote({0, built.size()}, source) == "加快推进支出进度。\n６．尽快下达");
}

TEST_CASE("a space that joining put in is quoted as a space, not as the character behind it") {
  const DocumentText source = document("推进Internet\nPlus　行动");
  const WorkText folded_text = WorkText::fold(source);
  WorkText::Builder builder(folded_text);
  const std::size_t newline = folded_text.view().find('\n');
  builder.copy({0, newline});
  builder.space(newline + 1);
  builder.copy({newline + 1, folded_text.size()});
  const WorkText built = std::move(builder).finish();
  CHECK(built.view() == "推进Internet Plus 行动");
  CHECK(built.quote({0, built.size()}, source) == "推进Internet Plus　行动");
  const std::size_t at = built.view().find(" Plus");
  CHECK(built.quote({at - 1, at + 2}, source) == "t P");
}

TEST_CASE("mapping holds on random text: each character is its source's fold") {
  std::mt19937 random(20251125);
  const std::u32string alphabet = U"甲乙（）２%a \u3000\u200B\r\n\uFEFF①⼈𠀀é";
  for (int round = 0; round < 200; ++round) {
    std::string text;
    const std::size_t length = random() % 700;
    for (std::size_t i = 0; i < length; ++i) libparse::text::append(text, alphabet[random() % alphabet.size()]);
    const DocumentText source = document(text);
    const WorkText work = WorkText::fold(source);
    std::size_t last = 0;
    for (std::size_t at = 0; at < work.size(); at = libparse::text::next(work.view(), at)) {
      const std::size_t offset = work.source_offset(at);
      REQUIRE(offset >= last);
      REQUIRE(offset < source.characters());
      const std::string one(source.slice({offset, offset + 1}));
      const std::string_view here = work.view({at, libparse::text::next(work.view(), at)});
      if (one != "\r") REQUIRE(folded(one) == here);
      REQUIRE(work.offset_of(offset) == at);
      last = offset;
    }
  }
}
