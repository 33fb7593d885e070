// SPDX-License-Identifier: MIT
#include "rules/case_runner.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "text/document_text.hpp"

namespace libparse::tests {
namespace {

const rules::RuleFolder& builtin_folder() {
  static const rules::RuleFolder folder =
      rules::load_rule_folder(std::filesystem::path(LIBPARSE_SOURCE_DIR) / "libparse/rules");
  return folder;
}

text::WorkText folded(const std::string& utf8) {
  Diagnostics diagnostics;
  return text::WorkText::fold(text::DocumentText::decode(utf8, diagnostics));
}

void check_accept(const rules::CaseFile& c, bool trap, text::Range all, const Outcome& outcome) {
  if (trap) {
    CHECK(outcome.found.empty());
    CHECK(std::count(outcome.traps.begin(), outcome.traps.end(), c.rule) > 0);
    return;
  }
  REQUIRE(outcome.found.size() == 1);
  const Found& found = outcome.found.front();
  CHECK(found.rule == c.rule);
  CHECK(found.range.begin == all.begin);
  CHECK(found.range.end == all.end);
  for (const auto& [bound_key, value] : c.expect) {
    const auto& key = bound_key;  // Clang 14 captures no binding
    CAPTURE(key);
    CHECK(value_of(found.values, key) == value);
  }
}

void check_reject(const rules::CaseFile& c, const Outcome& outcome) {
  CHECK(std::none_of(outcome.found.begin(), outcome.found.end(), [&](const Found& f) { return f.rule == c.rule; }));
  CHECK(std::count(outcome.traps.begin(), outcome.traps.end(), c.rule) == 0);
}

}  // namespace

std::string value_of(const rules::Properties& properties, std::string_view key, std::string_view otherwise) {
  const auto it = std::find_if(properties.begin(), properties.end(), [&](const auto& p) { return p.first == key; });
  return it == properties.end() ? std::string(otherwise) : it->second;
}

void run_cases(std::string_view family, const Read& read) {
  const rules::RuleFolder& folder = builtin_folder();
  std::set<std::string> members, traps;
  for (const rules::RuleFile& rule : folder.rules) {
    if (rule.family != family) continue;
    members.insert(rule.id);
    if (value_of(rule.produces, "type") == "none") traps.insert(rule.id);
  }
  CHECK(!members.empty());
  for (const rules::CaseFile& c : folder.cases) {
    if (!members.contains(c.rule)) continue;
    const std::string id = c.id;
    CAPTURE(id);
    const auto outcome_of = [&](const std::string& written, text::Range& all) {
      const std::string before = value_of(c.given, "before");
      const auto work = folded(before + written + value_of(c.given, "after"));
      all.begin = folded(before).size();
      all.end = all.begin + folded(written).size();
      const bool slot = !value_of(c.given, "slot").empty();
      return read(work.view(), slot ? all : text::Range{0, work.size()}, c.given);
    };
    text::Range all;
    for (const std::string& written : c.accept) {
      CAPTURE(written);
      const Outcome outcome = outcome_of(written, all);
      check_accept(c, traps.contains(c.rule), all, outcome);
    }
    for (const std::string& written : c.reject) {
      CAPTURE(written);
      check_reject(c, outcome_of(written, all));
    }
  }
}

}  // namespace libparse::tests
