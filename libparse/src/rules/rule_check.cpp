// SPDX-License-Identifier: MIT
#include <re2/re2.h>

#include <map>

#include "rules/rule_file.hpp"
#include "rules/syntax.hpp"

namespace libparse::rules {

/// What must hold for a rule whatever it means.
void check_rule(const RuleFile& rule) {
  RE2::Options options;
  options.set_log_errors(false);
  const RE2 re(rule.pattern, options);
  if (!re.ok()) fail(rule.place, "pattern of '" + rule.id + "': " + re.error());
  if (RE2::FullMatch("", re)) fail(rule.place, "pattern of '" + rule.id + "' matches the empty text");
  if (static_cast<int>(re.NamedCapturingGroups().size()) != re.NumberOfCapturingGroups()) {
    fail(rule.place, "pattern of '" + rule.id + "' has an unnamed or repeated group: use (?:…) or (?P<name>…)");
  }
  try {
    parse_syntax(rule.pattern);
  } catch (const SyntaxError& e) {
    fail(rule.place, "pattern of '" + rule.id + "': " + e.what());
  }
  if (!RE2::FullMatch(rule.example, re)) {
    fail(rule.place, "'" + rule.id + "' does not match its own example '" + rule.example + "'");
  }
}

void check_cases(const RuleFolder& folder) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> counts;
  for (const CaseFile& c : folder.cases) {
    counts[c.rule].first += c.accept.size();
    counts[c.rule].second += c.reject.size();
  }
  for (const RuleFile& rule : folder.rules) {
    const auto [accept, reject] = counts[rule.id];
    if (accept == 0) fail(rule.place, "'" + rule.id + "' has no accept case");
    if (reject == 0) fail(rule.place, "'" + rule.id + "' has no reject case");
  }
}

}  // namespace libparse::rules
