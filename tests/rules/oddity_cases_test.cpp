// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "libparse/rule_pack.hpp"
#include "rules/case_runner.hpp"
#include "rules/pack.hpp"

namespace libparse::tests {

TEST_CASE("each case of family oddity is read as it says") {
  run_cases("oddity", [](std::string_view text, text::Range where, const rules::Properties&) {
    Outcome out;
    RulePack::builtin().pack().family("oddity").scan(text, where, [&](const rules::RuleMatch& match) {
      if (match.rule->property("type") == "none") {
        out.traps.emplace_back(match.rule->id());
      } else {
        out.found.push_back({match.range, std::string(match.rule->id()), {}});
      }
    });
    return out;
  });
}

}  // namespace libparse::tests
