// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "libparse/rule_pack.hpp"
#include "rules/case_runner.hpp"
#include "rules/pack.hpp"

namespace libparse::tests {

TEST_CASE("each case of family anchor is read as it says") {
  run_cases("anchor", [](std::string_view text, text::Range where, const rules::Properties&) {
    Outcome out;
    const auto match = RulePack::builtin().pack().family("anchor").match_whole(text.substr(where.begin, where.size()),
                                                                               {0, where.size()});
    if (match) out.found.push_back({where, std::string(match->rule->id()), {}});
    return out;
  });
}

}  // namespace libparse::tests
