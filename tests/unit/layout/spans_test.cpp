// SPDX-License-Identifier: MIT
// Whatever layout joins, cuts and leaves out: every character knows where it stands in the document.
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "layout/layout.hpp"
#include "libparse/parse.hpp"
#include "libparse/rule_pack.hpp"
#include "text/document_text.hpp"
#include "text/utf8.hpp"

using namespace libparse;
using text::DocumentText;
using text::WorkText;

namespace {

constexpr std::array<std::string_view, 24> kPieces{"一、总体要求\n",
                                                   "（二）加强巡查。",
                                                   "3.",
                                                   "完成整治12处",
                                                   "牵头单位：县水务局\n",
                                                   "完成时限：",
                                                   "2025年6月底前",
                                                   "\n",
                                                   "\r\n",
                                                   "　　",
                                                   "，",
                                                   "。",
                                                   "；\n",
                                                   "责任单位：",
                                                   "县林业局、\n县财政局",
                                                   "\u200B",
                                                   "各单位要突出重点，\n",
                                                   "附件：1",
                                                   "- 3 -\n",
                                                   "\uFEFF",
                                                   "《云岭县河道\n管理办法》",
                                                   "⼈员Ａ",
                                                   "|甲|乙|\n",
                                                   "\U00020000\u00A0"};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t left = random() % 60; left > 0; --left) text += kPieces[random() % kPieces.size()];
  return text;
}

std::string folded(std::string_view character) {
  Diagnostics diagnostics;
  return std::string(WorkText::fold(DocumentText::decode(character, diagnostics)).view());
}

// Every character between paragraphs' ends is the fold of the source character that it says it is.
void check_mapping(const layout::Layout& layout, const DocumentText& source) {
  const WorkText& text = layout.text;
  for (const text::Range paragraph : layout.paragraphs) {
    REQUIRE(!paragraph.empty());
    std::size_t behind_last = 0;
    for (std::size_t at = paragraph.begin; at < paragraph.end; at = text::next(text.view(), at)) {
      const text::Range one{at, text::next(text.view(), at)};
      const std::string_view here = text.view(one);
      if (here == " ") continue;  // may have been put in where two lines were joined
      const Span span = text.source_span(one);
      REQUIRE(span.end == span.begin + 1);
      REQUIRE(span.begin >= behind_last);
      REQUIRE(span.end <= source.characters());
      REQUIRE(folded(source.slice(span)) == here);
      behind_last = span.end;
    }
    const Span whole = text.source_span(paragraph);
    CHECK(whole.end <= source.characters());
    CHECK(text.quote(paragraph, source).size() <= source.slice(whole).size());
  }
}

}  // namespace

TEST_CASE("layout of random texts keeps the place of every character") {
  std::mt19937 random(20251126);
  for (int round = 0; round < 400; ++round) {
    Diagnostics diagnostics;
    const std::string bytes = random_text(random);
    CAPTURE(bytes);
    const DocumentText source = DocumentText::decode(bytes, diagnostics);
    const WorkText work = WorkText::fold(source);
    for (const auto meaning : {layout::LineMeaning::physical, layout::LineMeaning::paragraph})
      check_mapping(layout::lay_out(work, RulePack::builtin().pack(), diagnostics, meaning), source);
  }
}

TEST_CASE("what random notices are found to say stands where its span says") {
  std::mt19937 random(20251127);
  std::size_t seen = 0;
  const auto check = [&](const std::string& quote, Span span, const DocumentText& text) {
    REQUIRE(span.begin < span.end);
    REQUIRE(span.end <= text.characters());
    // A span may take in what layout leaves out, such as a line break; the quote has none of it.
    std::string rest(text.slice(span));
    std::size_t at = 0;
    for (std::size_t i = 0; i < quote.size(); i = text::next(quote, i)) {
      const std::string character = quote.substr(i, text::next(quote, i) - i);
      at = rest.find(character, at);
      REQUIRE(at != std::string::npos);
      at += character.size();
    }
    ++seen;
  };
  for (int round = 0; round < 400; ++round) {
    const std::string bytes = "临江县防汛工作方案\n\n一、任务\n" + random_text(random);
    CAPTURE(bytes);
    const ParseResult result = parse_notice(bytes, {});
    const DocumentText text = DocumentText::adopt(result.text);
    for (const Section& section : result.list.sections)
      if (!section.title.empty()) check(section.title, section.span, text);
    for (const Task& task : result.list.tasks) {
      for (const Responsibility& one : task.responsibilities)
        if (!one.inherited) check(one.organization, one.span, text);
      for (const Time& one : task.times) check(one.text, one.span, text);
      for (const Target& one : task.targets) check(one.text, one.span, text);
    }
  }
  CHECK(seen > 1000);
}
