// SPDX-License-Identifier: MIT
#include "rules/run_filter.hpp"

#include <algorithm>

namespace libparse::rules {
namespace {

constexpr std::size_t kBroad = 1'000;  // characters: far more than any list of words starts with, far fewer than Han

}  // namespace

std::vector<std::uint16_t> first_classes(const Program& program, const ClassSets& sets) {
  std::vector<std::uint16_t> out;
  std::vector<bool> seen(program.code.size(), false);
  std::vector<std::size_t> pending{0};
  while (!pending.empty()) {
    const std::size_t at = pending.back();
    pending.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const Instruction& step = program.code[at];
    if (step.op == Op::split) pending.push_back(step.b);
    if (step.op == Op::split || step.op == Op::jump) pending.push_back(step.a);
    if (step.op == Op::save) pending.push_back(at + 1);
    if (step.op == Op::one) out.push_back(step.a);
    if (step.op == Op::set) out.insert(out.end(), sets.all()[step.a].begin(), sets.all()[step.a].end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool is_broad(const Program& program, const ClassSets& sets, const std::vector<std::size_t>& characters) {
  std::size_t number = 0;
  for (const std::uint16_t c : first_classes(program, sets)) number += characters[c];
  return number >= kBroad;
}

std::optional<RunFilter> find_run_filter(const AutomatonRecord& automaton, const AlphabetRecord& alphabet,
                                         ClassSets& sets) {
  const std::uint16_t alphabet_size = alphabet.size;
  std::vector<bool> is_inner(alphabet_size), is_mark(alphabet_size);
  for (std::uint16_t c = 0; c < alphabet_size; ++c) is_inner[c] = automaton.next(kStartState, c) != kDeadState;
  // Layer by layer the states that a run leads to; a run longer than there are states goes in a circle.
  RunFilter filter;
  std::vector<std::uint16_t> layer{kStartState};
  for (std::size_t length = 0; !layer.empty(); ++length) {
    const bool endless = length > automaton.states.size() || length >= kNoMost;
    filter.most = endless ? kNoMost : static_cast<std::uint16_t>(length);
    if (endless) break;
    std::vector<bool> reached(automaton.states.size());
    for (const std::uint16_t state : layer) {
      const StateRecord& s = automaton.states[state];
      if (s.accepts != 0 || s.accepts_at_end != 0) return std::nullopt;
      for (std::uint16_t c = 0; c < alphabet_size; ++c) {
        const std::uint16_t next = automaton.next(state, c);
        if (next == kDeadState) continue;
        if (is_inner[c])
          reached[next] = true;
        else
          is_mark[c] = true;
      }
    }
    layer.clear();
    for (std::size_t i = 0; i < reached.size(); ++i) {
      if (reached[i]) layer.push_back(static_cast<std::uint16_t>(i));
    }
  }
  std::vector<std::uint16_t> marks;
  for (std::uint16_t c = 0; c < alphabet_size; ++c) {
    if (is_mark[c]) marks.push_back(c);
  }
  filter.inner = bmp_set(alphabet, [&](std::uint16_t c) { return is_inner[c]; });
  filter.marks = sets.number(marks);
  return filter;
}

}  // namespace libparse::rules
