// SPDX-License-Identifier: MIT
// What the loader refuses, and what it says about it: file, line and reason.
#include <doctest/doctest.h>

#include "libparse/error.hpp"
#include "libparse/rule_pack.hpp"
#include "rules/pack.hpp"
#include "temporary_folder.hpp"

namespace {

using tests::TemporaryFolder;

/// The refusal of a folder with one file, as `place: reason` with the place below the folder.
std::string refusal(const std::string& file, const std::string& text) {
  const TemporaryFolder folder;
  folder.write(file, text);
  try {
    libparse::RulePack::load({folder.path()});
  } catch (const libparse::Error& error) {
    CHECK(error.code() == libparse::ErrorCode::rules);
    const std::string root = folder.path().string() + "/";
    CHECK(error.where().starts_with(root));
    return error.where().substr(root.size()) + ": " + error.what();
  }
  return "loaded";
}

std::string refused_rule(const std::string& fields) {
  return refusal("time/rules.yaml", "- id: time.own\n  habit: h\n  example: 甲日\n  match: 甲日\n" + fields);
}

bool says(const std::string& message, const std::string& place, const std::string& words) {
  CAPTURE(message);
  return message.starts_with(place + ": ") && message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a folder that keeps the rules is loaded") { CHECK(refused_rule("  produces: {type: none}\n") == "loaded"); }

TEST_CASE("a folder that is not there is refused") {
  try {
    libparse::RulePack::load({"/nowhere/rules"});
    FAIL("loaded");
  } catch (const libparse::Error& error) {
    CHECK(error.where() == "/nowhere/rules");
    CHECK(std::string(error.what()) == "is no folder of rule files");
  }
}

TEST_CASE("YAML that is broken is refused at its line") {
  CHECK(says(refusal("time/rules.yaml", "- id: time.own\n  habit: [\n"), "time/rules.yaml:3", ""));
}

TEST_CASE("rule files of the wrong form are refused") {
  CHECK(says(refusal("time/rules.yaml", "id: time.own\n"), "time/rules.yaml:1", "expected a list of rules"));
  CHECK(says(refusal("time/cases.yaml", "id: x\n"), "time/cases.yaml:1", "expected a list of cases"));
  CHECK(says(refusal("time/rules.yaml", "- [a]\n"), "time/rules.yaml:1", "expected a map of keys"));
  CHECK(says(refusal("time/other.yaml", "a: b\n"), "time/other.yaml", "a rule file is rules.yaml"));
}

TEST_CASE("keys that are unknown, repeated or missing are refused") {
  CHECK(says(refused_rule("  mtach: 乙\n"), "time/rules.yaml:5", "unknown key 'mtach'"));
  CHECK(says(refused_rule("  match: 乙\n"), "time/rules.yaml:5", "key 'match' stands twice"));
  CHECK(says(refusal("time/rules.yaml", "- id: time.own\n  habit: h\n  match: 甲\n"), "time/rules.yaml:1",
             "'example' is missing"));
  CHECK(says(refused_rule("  produces: {type: none, type: none}\n"), "time/rules.yaml:5", "stands twice"));
  CHECK(says(refused_rule("  produces: none\n"), "time/rules.yaml:5", "must map names to texts"));
}

TEST_CASE("ids outside their family and repeated ids are refused") {
  CHECK(says(refusal("time/rules.yaml", "- {id: date.own, habit: h, example: 甲, match: 甲}\n"), "time/rules.yaml:1",
             "must start with 'time.'"));
  CHECK(says(refusal("time/rules.yaml",
                     "- {id: time.own, habit: h, example: 甲, match: 甲}\n"
                     "- {id: time.own, habit: h, example: 乙, match: 乙}\n"),
             "time/rules.yaml:2", "id 'time.own' stands twice"));
}

TEST_CASE("patterns that cannot work are refused") {
  const auto pattern = [](const std::string& match) {
    return refusal("time/rules.yaml", "- {id: time.own, habit: h, example: 甲, match: '" + match + "'}\n");
  };
  CHECK(says(pattern("甲("), "time/rules.yaml:1", "pattern of 'time.own'"));
  CHECK(says(pattern("甲?"), "time/rules.yaml:1", "matches the empty text"));
  CHECK(says(pattern("(甲)"), "time/rules.yaml:1", "unnamed or repeated group"));
  CHECK(says(pattern("乙"), "time/rules.yaml:1", "does not match its own example"));
  CHECK(says(pattern("{no_such_thing}"), "time/rules.yaml:1", "neither a macro nor a lexicon"));
  CHECK(says(refused_rule("  unless_after: ['{no-such-list}']\n"), "time/rules.yaml:1", "names no lexicon"));
}

TEST_CASE("macros in a circle are refused") {
  const TemporaryFolder folder;
  folder.write("macros.yaml", "own_a: '{own_b}'\nown_b: '{own_a}'\n");
  folder.write("time/rules.yaml", "- {id: time.own, habit: h, example: 甲, match: '{own_a}'}\n");
  CHECK_THROWS_WITH_AS(libparse::RulePack::load({folder.path()}),
                       "macros are nested more than eight deep, or name each other in a circle", libparse::Error);
}

TEST_CASE("cases without a rule or without a text are refused") {
  CHECK(says(refusal("time/cases.yaml", "- {id: a, rule: time.none-such, accept: [甲]}\n"), "time/cases.yaml:1",
             "there is no rule 'time.none-such'"));
  CHECK(says(refusal("time/cases.yaml", "- {id: a, rule: time.own}\n"), "time/cases.yaml:1",
             "needs 'accept' or 'reject'"));
}

TEST_CASE("lexicon lines that make no sense are refused at their line") {
  CHECK(says(refusal("lexicon/org-name.txt", "# own\n\tplain\n"), "lexicon/org-name.txt:2", "the word is missing"));
  CHECK(says(refusal("lexicon/org-name.txt", "甲办 \tplain\n"), "lexicon/org-name.txt:1", "stray space"));
  CHECK(says(refusal("lexicon/org-name.txt", "甲办\town\n乙办\town\n甲办\town\n"), "lexicon/org-name.txt:3",
             "stands twice"));
  CHECK(says(refusal("lexicon/org-name.txt", "甲办\town\n\xD6\xD0\town\n"), "lexicon/org-name.txt:2", "is not UTF-8"));
}

TEST_CASE("words without the value that their lexicon needs, or with one it does not know, are refused") {
  CHECK(says(refusal("lexicon/org-name.txt", "甲办\n"), "lexicon/org-name.txt:1", "needs a value behind a tab"));
  CHECK(says(refusal("lexicon/slot-label.txt", "督办单位\tsupervisor\n"), "lexicon/slot-label.txt:1",
             "'supervisor' is no value of 'slot-label'"));
  CHECK(refusal("lexicon/not-in-unit.txt", "甲乙丙\n") == "loaded");
}

TEST_CASE("a lexicon, a family and a kind that nothing reads are refused") {
  CHECK(says(refusal("lexicon/slot-lable.txt", "督办单位\tsupervise\n"), "lexicon/slot-lable.txt",
             "there is no lexicon 'slot-lable'"));
  CHECK(says(refusal("times/rules.yaml", "- {id: times.own, habit: h, example: 甲, match: 甲}\n"), "times/rules.yaml:1",
             "there is no family 'times'"));
  CHECK(says(refused_rule("  produces: {tpye: none}\n"), "time/rules.yaml:1", "knows no 'tpye' in 'produces'"));
  CHECK(says(refused_rule("  produces: {type: dead}\n"), "time/rules.yaml:1", "'dead' is no 'type' of family 'time'"));
}

TEST_CASE("full-width marks in a user's words are read as the text has them") {
  const TemporaryFolder folder;
  folder.write("lexicon/slot-label.txt", "\xEF\xBB\xBF督办单位（部门）\tsupervise\r\n");
  const auto pack = libparse::RulePack::load({folder.path()});
  CHECK(pack.pack().lexicon("slot-label").find("督办单位(部门)").value == "supervise");
}

TEST_CASE("the folder named last lies on top") {
  const TemporaryFolder lower, upper;
  lower.write("lexicon/slot-label.txt", "督办单位\tsupervise\n");
  upper.write("lexicon/slot-label.txt", "督办单位\tlead\n");
  const auto pack = libparse::RulePack::load({lower.path(), upper.path()});
  CHECK(pack.pack().lexicon("slot-label").find("督办单位").value == "lead");
  CHECK(pack.pack().lexicon("slot-label").find("责任单位").value == "responsible");
}

TEST_CASE("a user's word works in built-in patterns that name its lexicon") {
  const auto reads = [](const libparse::RulePack& rules) {
    bool found = false;
    const std::string text = "建成50栋座";
    rules.pack().family("target").scan(text, {0, text.size()}, [&](const libparse::rules::RuleMatch& match) {
      found = found || match.get("amount", text) == "50栋座";
    });
    return found;
  };
  const TemporaryFolder folder;
  folder.write("lexicon/measure-word.txt", "栋座\tcount\n");
  CHECK(!reads(libparse::RulePack::builtin()));
  CHECK(reads(libparse::RulePack::load({folder.path()})));
}

TEST_CASE("rules that name an extended lexicon keep their place in the order of their family") {
  const TemporaryFolder folder;
  folder.write("lexicon/measure-word.txt", "栋座\tcount\n");
  const auto pack = libparse::RulePack::load({folder.path()});
  const auto before = libparse::RulePack::builtin().pack().records("target"), after = pack.pack().records("target");
  REQUIRE(before.size() == after.size());
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(before[i]->id == after[i]->id);
}

TEST_CASE("a user's rule with a known id takes that rule's place, a new one comes first") {
  const TemporaryFolder folder;
  folder.write("time/rules.yaml",
               "- {id: time.lone, habit: h, example: 甲日, match: 甲日, produces: {type: none}}\n"
               "- {id: time.own, habit: h, example: 乙日, match: 乙日, produces: {type: none}}\n");
  const auto pack = libparse::RulePack::load({folder.path()});
  const auto records = pack.pack().records("time");
  CHECK(records[0]->pattern == "甲日");
  CHECK(records[1]->id == "time.own");
  CHECK(records.size() == libparse::RulePack::builtin().pack().records("time").size() + 1);
}
