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
    build_filtered(alphabet);
    note_starts();
    note_firsts();
    out_.sets = sets_.bits(out_.classes);
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

  /// Filtered automata come first: there the bits of `starts` are their own.
  void build_filtered(const Alphabet& alphabet) {
    const std::vector<std::size_t> characters = alphabet.characters();
    std::vector<std::uint16_t> others;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const auto rule = static_cast<std::uint16_t>(i);
      if (out_.filters.size() < kMostFilters && is_broad(out_.programs[i], sets_, characters)) {
        auto alone = build_automaton(out_.programs, {rule}, sets_, out_.classes, kMostAlone);
        if (alone) {
          if (auto filter = find_run_filter(alone->record(), alphabet_record(), sets_)) {
            filter->automaton = static_cast<std::uint16_t>(out_.automata.size());
            out_.filters.push_back(std::move(*filter));
            out_.automata.push_back(std::move(*alone));
            continue;
          }
        }
      }
      others.push_back(rule);
    }
    if (!others.empty()) build(others);
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
      for (const std::uint16_t c : first_classes(out_.programs[out_.simulated[i]], sets_)) {
        note(out_.automata.size() + i, c);
      }
    }
  }

  void note_firsts() {
    std::uint64_t filtered = 0;
    for (const RunFilter& filter : out_.filters) filtered |= std::uint64_t{1} << filter.automaton;
    out_.firsts.assign(kFirstsWords, 0);
    const AlphabetRecord alphabet = alphabet_record();
    for (char32_t c = 0; c <= kLastChar; ++c) {
      if ((out_.starts[alphabet.class_of(c)] & ~filtered) == 0) continue;
      out_.firsts[c / kBits % kFirstsWords] |= std::uint64_t{1} << (c % kBits);
    }
    out_.seconds.assign(out_.classes, 0);
    for (std::uint16_t c = 0; c < out_.classes; ++c) {
      for (std::size_t a = out_.filters.size(); a < out_.automata.size(); ++a) {
        out_.seconds[c] |= followers(out_.automata[a].record(), c);
      }
    }
    for (const std::uint16_t rule : out_.simulated) {
      for (const std::uint16_t c : first_classes(out_.programs[rule], sets_)) out_.seconds[c] = ~std::uint64_t{0};
    }
  }

  /// The bits of MatcherTables::seconds for matches that start with a class.
  [[nodiscard]] std::uint64_t followers(const AutomatonRecord& automaton, std::uint16_t first) const {
    const std::uint16_t state = automaton.next(kStartState, first);
    if (state == kDeadState) return 0;
    if (automaton.states[state].accepts != 0 || automaton.states[state].accepts_at_end != 0) return ~std::uint64_t{0};
    std::uint64_t bits = 0;
    for (std::uint16_t c = 0; c < out_.classes; ++c) {
      if (automaton.next(state, c) != kDeadState) bits |= std::uint64_t{1} << (c % kBits);
    }
    return bits;
  }
  [[nodiscard]] AlphabetRecord alphabet_record() const { return {out_.pages, out_.char_classes, out_.classes}; }

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
  for (const RunFilter& filter : tables_.filters) filters_.push_back(filter.record());
  record_ = {{tables_.pages, tables_.char_classes, tables_.classes},
             tables_.sets,
             automata_,
             tables_.simulated,
             tables_.starts,
             programs_,
             tables_.firsts,
             tables_.seconds,
             filters_};
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
