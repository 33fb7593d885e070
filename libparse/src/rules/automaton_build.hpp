// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/program.hpp"
#include "rules/tables.hpp"

namespace libparse::rules {

/// What an AutomatonRecord points to.
struct AutomatonTables {
  std::vector<StateRecord> states;
  std::vector<CellRecord> cells;
  std::vector<std::uint32_t> set_ends;
  std::vector<std::uint16_t> rules;
  [[nodiscard]] AutomatonRecord record() const { return {states, cells, set_ends, rules}; }
};

/// The smallest automaton for the rules `members` (indices into `programs`) of a family: subset construction, then
/// minimisation, then rows interleaved. Accepting states keep every rule that matches there.
///
/// Nothing where the construction needs more than `most_states` states (before minimisation).
std::optional<AutomatonTables> build_automaton(const std::vector<Program>& programs,
                                               const std::vector<std::uint16_t>& members, const ClassSets& sets,
                                               std::uint16_t alphabet_size, std::size_t most_states);

}  // namespace libparse::rules
