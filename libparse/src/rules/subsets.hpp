// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "rules/program.hpp"

namespace libparse::rules {

/// An automaton before it is packed. State 0 is dead, state 1 the start.
struct Transitions {
  /// A row: `otherwise` for every class but those of `cells` (ascending by class).
  struct Row {
    std::uint16_t otherwise = 0;
    std::vector<std::pair<std::uint16_t, std::uint16_t>> cells;
    friend bool operator==(const Row&, const Row&) = default;
    friend auto operator<=>(const Row&, const Row&) = default;
  };
  std::vector<Row> rows;
  std::vector<std::uint16_t> accepts, accepts_at_end;  ///< numbers of sets; 0 is the empty set
  std::vector<std::vector<std::uint16_t>> sets;        ///< of rules
};

/// The subset construction over the programs of `members`; nothing where it needs more than `most_states` states.
std::optional<Transitions> construct_subsets(const std::vector<Program>& programs,
                                             const std::vector<std::uint16_t>& members, const ClassSets& sets,
                                             std::uint16_t alphabet_size, std::size_t most_states);

/// The same with one state for all states that accept the same continuations.
Transitions minimized(const Transitions& all, std::uint16_t alphabet_size);

}  // namespace libparse::rules
