// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "frame/line.hpp"
#include "libparse/rule_pack.hpp"
#include "rules/case_runner.hpp"

namespace libparse::tests {
namespace {

/// A reader of whole lines: what the family makes of all of the text, its spaces left out where `solid`.
Read whole_lines(std::string_view family, bool solid) {
  return [family, solid](std::string_view text, text::Range where, const rules::Properties&) {
    const std::string line = solid ? frame::without_spaces(text) : std::string(text);
    Outcome out;
    if (const auto match = RulePack::builtin().pack().family(family).match_whole(line, {0, line.size()})) {
      out.found.push_back({where, std::string(match->rule->id()), {}});
    }
    return out;
  };
}

}  // namespace

TEST_CASE("each case of family frame is read as it says") { run_cases("frame", whole_lines("frame", true)); }
TEST_CASE("each case of family furniture is read as it says") {
  run_cases("furniture", whole_lines("furniture", false));
}
TEST_CASE("each case of family docdate is read as it says") { run_cases("docdate", whole_lines("docdate", true)); }
TEST_CASE("each case of family docnumber is read as it says") {
  run_cases("docnumber", whole_lines("docnumber", true));
}
TEST_CASE("each case of family docyears is read as it says") { run_cases("docyears", whole_lines("docyears", true)); }

}  // namespace libparse::tests
