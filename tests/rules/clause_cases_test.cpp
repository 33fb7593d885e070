// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "libparse/rule_pack.hpp"
#include "rules/case_runner.hpp"
#include "rules/pack.hpp"

namespace libparse::tests {
namespace {

/// What a family's rules find in running text, as the readers of clauses ask them.
Read scan(std::string_view family) {
  return [family](std::string_view text, text::Range where, const rules::Properties&) {
    Outcome out;
    RulePack::builtin().pack().family(family).scan(text, where, [&](const rules::RuleMatch& match) {
      rules::Properties values;
      for (const rules::PropertyRecord& p : match.rule->record().produces) {
        values.emplace_back(std::string(p.key), std::string(p.value));
      }
      out.found.push_back({match.range, std::string(match.rule->id()), std::move(values)});
    });
    return out;
  };
}

}  // namespace

TEST_CASE("each case of family clause is read as it says") { run_cases("clause", scan("clause")); }
TEST_CASE("each case of family document-rule is read as it says") { run_cases("document-rule", scan("document-rule")); }

}  // namespace libparse::tests
