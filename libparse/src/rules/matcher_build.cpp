// SPDX-License-Identifier: MIT
#include "rules/matcher_build.hpp"

#include <algorithm>

namespace libparse::rules {
namespace {

constexpr std::size_t kMostTogether = 2'500;  // states of an automaton for several rules, before minimisation
constexpr std::size_t kMostAlone = 10'000;    // states of an automaton for one rule
constexpr std::size_t kBits = 64;             // of MatcherRecord::starts; what comes later shares the last one

class MatcherCompiler {
 public:
  explicit MatcherCompiler(const std::vector<const RuleFile*>& rules) : rules_(rules) {}

  MatcherTables compile() {
    std::vector<Syntax> trees;
    Alphabet alphabet;
    for (const RuleFile* rule : rules_) {
      trees.push_back(checked(*rule, [&] { return parse_syntax(rule->pattern); }));
      alphabet.add(trees.back());
    }
    alphabet.finish();
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      out_.programs.push_back(checked(*rules_[i], [&] { return compile_program(trees[i], alphabet, sets_); }));
    }
    out_.classes = alphabet.size();
    alphabet.write(out_.pages, out_.char_classes);
    out_.sets = sets_.bits(out_.classes);
    std::vector<std::uint16_t> all;
    for (std::size_t i = 0; i < rules_.size(); ++i) all.push_back(static_cast<std::uint16_t>(i));
    build(all);
    note_starts();
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const bool simulated = std::find(out_.simulated.begin(), out_.simulated.end(), i) != out_.simulated.end();
      if (out_.programs[i].groups.empty() && !simulated) out_.programs[i] = {};
    }
    return std::move(out_);
  }

 private:
  template <class Make>
  static auto checked(const RuleFile& rule, const Make& make) -> decltype(make()) {
    try {
      return make();
    } catch (const SyntaxError& e) {
      fail(rule.place, "pattern of '" + rule.id + "': " + e.what());
    }
  }

  void build(const std::vector<std::uint16_t>& members) {
    const bool alone = members.size() == 1;
    if (auto made = build_automaton(out_.programs, members, sets_, out_.classes, alone ? kMostAlone : kMostTogether)) {
      out_.automata.push_back(std::move(*made));
      return;
    }
    if (alone) {
      out_.simulated.push_back(members.front());
      return;
    }
    const auto middle = members.begin() + static_cast<std::ptrdiff_t>(members.size() / 2);
    build({members.begin(), middle});
    build({middle, members.end()});
  }

  void note_starts() {
    out_.starts.assign(out_.classes, 0);
    const auto note = [&](std::size_t unit, std::uint16_t c) {
      out_.starts[c] |= std::uint64_t{1} << std::min(unit, kBits - 1);
    };
    for (std::size_t a = 0; a < out_.automata.size(); ++a) {
      const AutomatonRecord automaton = out_.automata[a].record();
      for (std::uint16_t c = 0; c < out_.classes; ++c) {
        if (automaton.next(kStartState, c) != kDeadState) note(a, c);
      }
    }
    for (std::size_t i = 0; i < out_.simulated.size(); ++i) {
      const auto& code = out_.programs[out_.simulated[i]].code;
      std::vector<bool> seen(code.size(), false);
      std::vector<std::size_t> pending{0};
      while (!pending.empty()) {
        const std::size_t at = pending.back();
        pending.pop_back();
        if (seen[at]) continue;
        seen[at] = true;
        const Instruction& step = code[at];
        if (step.op == Op::split) pending.push_back(step.b);
        if (step.op == Op::split || step.op == Op::jump) pending.push_back(step.a);
        if (step.op == Op::save) pending.push_back(at + 1);
        if (step.op == Op::one) note(out_.automata.size() + i, step.a);
        if (step.op != Op::set) continue;
        for (const std::uint16_t c : sets_.all()[step.a]) note(out_.automata.size() + i, c);
      }
    }
  }

  const std::vector<const RuleFile*>& rules_;
  ClassSets sets_;
  MatcherTables out_;
};

}  // namespace

MatcherHolder::MatcherHolder(MatcherTables tables) : tables_(std::move(tables)) {
  for (const AutomatonTables& automaton : tables_.automata) automata_.push_back(automaton.record());
  for (const Program& program : tables_.programs) groups_.emplace_back(program.groups.begin(), program.groups.end());
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    programs_.push_back({tables_.programs[i].code, groups_[i], tables_.programs[i].marks});
  }
  record_ = {{tables_.pages, tables_.char_classes, tables_.classes},
             tables_.sets,
             automata_,
             tables_.simulated,
             tables_.starts,
             programs_};
}

MatcherTables compile_matcher(const std::vector<const RuleFile*>& rules) { return MatcherCompiler(rules).compile(); }

std::vector<std::pair<std::string, std::vector<const RuleFile*>>> by_family(const std::vector<RuleFile>& rules) {
  std::vector<std::pair<std::string, std::vector<const RuleFile*>>> out;
  for (const RuleFile& rule : rules) {
    auto at = std::find_if(out.begin(), out.end(), [&](const auto& family) { return family.first == rule.family; });
    if (at == out.end()) at = out.insert(out.end(), {rule.family, {}});
    at->second.push_back(&rule);
  }
  return out;
}

}  // namespace libparse::rules
