// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "layout/label.hpp"
#include "libparse/rule_pack.hpp"
#include "rules/case_runner.hpp"

namespace libparse::tests {
namespace {

/// A reader of beginnings: the rule that matches at the start of the text counts as having read all of it, whatever
/// follows a label or mark.
Read beginnings(std::string_view family) {
  return [family](std::string_view text, text::Range where, const rules::Properties&) {
    Outcome out;
    if (const auto match = RulePack::builtin().pack().family(family).match_prefix(text, where)) {
      out.found.push_back({where, std::string(match->rule->id()), {}});
    }
    return out;
  };
}

}  // namespace

TEST_CASE("each case of family label is read as it says") { run_cases("label", beginnings("label")); }
TEST_CASE("each case of family layout is read as it says") { run_cases("layout", beginnings("layout")); }
TEST_CASE("each case of family piece is read as it says") { run_cases("piece", beginnings("piece")); }

}  // namespace libparse::tests
