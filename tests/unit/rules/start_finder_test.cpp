// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "rules/matcher.hpp"
#include "rules/matcher_build.hpp"
#include "rules/records.hpp"
#include "rules/rule_file.hpp"
#include "text/utf8.hpp"

/// Passing over places must never lose a match: what the finder gives is compared with trying every place.
namespace libparse::rules {
namespace {

RuleFile rule(const std::string& id, const std::string& pattern) {
  RuleFile out;
  out.id = id;
  out.family = "test";
  out.pattern = pattern;
  return out;
}

/// Checks every place of `text`; gives the number of places where something matches.
std::size_t compare(const MatcherRecord& record, std::string_view text) {
  CAPTURE(std::string(text));
  const Matcher matcher(record);
  StartFinder finder(record, text, text.size());
  RuleNumbers found, expected;
  std::size_t matches = 0;
  for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
    const std::size_t end = matcher.longest(text, at, text.size(), expected);
    if (finder.find(at) != at) {
      CHECK(end == at);
      continue;
    }
    CHECK(matcher.longest(text, at, text.size(), found, finder.units()) == end);
    CHECK(found == expected);
    matches += end != at;
  }
  CHECK(finder.find(text.size()) == text.size());
  return matches;
}

/// Text of the characters that rules are about, so that runs start, break off and are marked in every way.
std::string random_text(std::mt19937& random) {
  static constexpr std::u32string_view kCharacters = U"县府办发令第责任单位号年国\U00020000a2〔〕[]()《》:：、。 \n";
  std::string out;
  for (std::size_t n = random() % 60; n > 0; --n) text::append(out, kCharacters[random() % kCharacters.size()]);
  return out;
}

}  // namespace

TEST_CASE("no place where a rule of a family matches is passed over") {
  const RuleFolder folder = load_rule_folder(LIBPARSE_SOURCE_DIR "/libparse/rules");
  std::mt19937 random(7);
  std::size_t filters = 0, matches = 0;
  for (const FamilyRecord& family : kBuiltinPack.families) {
    filters += family.matcher.filters.size();
    std::string all;
    for (const CaseFile& c : folder.cases) {
      for (const auto* texts : {&c.accept, &c.reject}) {
        for (const std::string& text : *texts) {
          matches += compare(family.matcher, text);
          all += text;
        }
      }
    }
    matches += compare(family.matcher, all);
    for (int n = 0; n < 2'000; ++n) matches += compare(family.matcher, random_text(random));
  }
  CHECK(filters >= 3);
  CHECK(matches > 20'000);
}

TEST_CASE("a rule that any character can start has an automaton with a filter") {
  const RuleFile number = rule("number", "[一-龥]{2,4}〔[0-9]{4}〕");
  const RuleFile word = rule("word", "每年");
  const MatcherHolder holder(compile_matcher({&number, &word}));
  const MatcherRecord& record = holder.record();
  REQUIRE(record.filters.size() == 1);
  CHECK(record.filters[0].most == 4);
  const std::string text = "加强管理每年国务院办公厅〔2024〕";
  StartFinder finder(record, text, text.size());
  CHECK(finder.find(0) == text.find("每年"));
  CHECK(finder.find(text.find("年国")) == text.find("院办公厅"));  // four characters before the mark
  CHECK(finder.find(text.find("厅")) == text.find("厅"));
  CHECK(finder.find(text.find("〔")) == text.size());
}

TEST_CASE("characters outside the basic plane belong to a run") {
  const RuleFile number = rule("number", "[一-龥\U00020000-\U0002A6DF]{2,4}〔");
  const MatcherHolder holder(compile_matcher({&number}));
  REQUIRE(holder.record().filters.size() == 1);
  CHECK(compare(holder.record(), "河\U00020000〔") == 1);
  CHECK(compare(holder.record(), "\U00020000\U00020001〔") == 1);
}

TEST_CASE("a rule that its first characters alone can match has no filter") {
  const RuleFile words = rule("words", "[一-龥]{2,4}");
  const RuleFile ends = rule("ends", "[一-龥]{2,4}(?:〔|$)");
  const MatcherHolder holder(compile_matcher({&words, &ends}));
  CHECK(holder.record().filters.empty());
  CHECK(compare(holder.record(), "县政府办〔") > 0);
}

TEST_CASE("a run without a limit is passed over or kept as a whole") {
  const RuleFile line = rule("line", "[一-龥]+：");
  const MatcherHolder holder(compile_matcher({&line}));
  REQUIRE(holder.record().filters.size() == 1);
  CHECK(holder.record().filters[0].most == kNoMost);
  const std::string text = "没有冒号，责任单位：";
  StartFinder finder(holder.record(), text, text.size());
  CHECK(finder.find(0) == text.find("责任"));
  CHECK(compare(holder.record(), text) == 4);
}

}  // namespace libparse::rules
