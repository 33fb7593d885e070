// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/automaton_build.hpp"
#include "rules/rule_file.hpp"
#include "rules/run_filter.hpp"

namespace libparse::rules {

/// What a MatcherRecord points to.
struct MatcherTables {
  std::uint16_t classes = 0;
  std::vector<std::uint16_t> pages, char_classes;
  std::vector<std::uint64_t> sets;
  std::vector<AutomatonTables> automata;
  std::vector<std::uint16_t> simulated;  ///< rules that no automaton of tolerable size reads
  std::vector<std::uint64_t> starts;
  std::vector<std::uint64_t> firsts, seconds;
  std::vector<RunFilter> filters;
  std::vector<Program> programs;  ///< one a rule; without code where the rule has no captures and is not simulated
};

/// Tables and the record that refers to them.
class MatcherHolder {
 public:
  explicit MatcherHolder(MatcherTables tables);
  MatcherHolder(const MatcherHolder&) = delete;
  MatcherHolder& operator=(const MatcherHolder&) = delete;
  [[nodiscard]] const MatcherRecord& record() const noexcept { return record_; }

 private:
  MatcherTables tables_;
  std::vector<AutomatonRecord> automata_;
  std::vector<ProgramRecord> programs_;
  std::vector<std::vector<std::string_view>> groups_;
  std::vector<RunFilterRecord> filters_;
  MatcherRecord record_;
};

/// Compiles the rules of one family, in file order. Rules whose common automaton would be too large are dealt out to
/// several automata; a rule that is too large alone (gaps that overlap what they lead to: .{0,16}x.{0,12}y) is
/// simulated, which costs its number of steps for each character but never blows up. A rule that nearly every
/// character can start has an automaton of its own, so that a filter can keep it from most places.
///
/// Errors: `Error{rules}` with file and line where a pattern has syntax that parse_syntax does not know.
MatcherTables compile_matcher(const std::vector<const RuleFile*>& rules);

/// The names of the families of some rules, in the order in which they first appear, each with its rules.
std::vector<std::pair<std::string, std::vector<const RuleFile*>>> by_family(const std::vector<RuleFile>& rules);

}  // namespace libparse::rules
