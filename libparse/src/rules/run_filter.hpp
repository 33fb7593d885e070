// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/program.hpp"
#include "rules/tables.hpp"

/// Finds at build time which automata need not be run from every character; see RunFilterRecord.
namespace libparse::rules {

/// The classes that a match can start with, ascending, each once.
std::vector<std::uint16_t> first_classes(const Program& program, const ClassSets& sets);

/// Whether so many characters can start a match that a filter is worth an automaton. `characters` has the number of
/// characters of each class.
bool is_broad(const Program& program, const ClassSets& sets, const std::vector<std::size_t>& characters);

/// What a RunFilterRecord is made from.
struct RunFilter {
  std::uint16_t automaton = 0, most = 0, marks = 0;
  std::vector<std::uint64_t> inner;
  [[nodiscard]] RunFilterRecord record() const { return {automaton, most, marks, inner}; }
};

/// The characters of the basic plane whose class is `wanted`.
template <class Wanted>
std::vector<std::uint64_t> bmp_set(const AlphabetRecord& alphabet, const Wanted& wanted) {
  std::vector<std::uint64_t> out(0x10000 / 64);
  for (char32_t c = 0; c < 0x10000; ++c) {
    if (wanted(alphabet.class_of(c))) out[c / 64] |= std::uint64_t{1} << (c % 64);
  }
  return out;
}

/// Nothing where a match can consist of characters that start one, so that no other has to stand behind them.
/// The set of the marks is added to `sets`; `automaton` is left to the caller.
std::optional<RunFilter> find_run_filter(const AutomatonRecord& automaton, const AlphabetRecord& alphabet,
                                         ClassSets& sets);

}  // namespace libparse::rules
