// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// The patterns of a rule family in compiled form: constant tables that are read where they lie. matcher_build.hpp
/// makes them; matcher.hpp runs them.
namespace libparse::rules {

/// Which class a character belongs to. Characters of one class are the same to every pattern of the family.
struct AlphabetRecord {
  std::span<const std::uint16_t> pages;  ///< of the 0x1100 blocks of 256 characters: where its classes start / 256
  std::span<const std::uint16_t> classes;
  std::uint16_t size = 0;  ///< number of classes

  [[nodiscard]] std::uint16_t class_of(char32_t c) const noexcept {
    return classes[static_cast<std::size_t>(pages[c >> 8]) << 8 | (c & 0xFFU)];
  }
};

/// One state. The row of a state lies in `cells` from `base` on, interleaved with other rows: the cell at
/// `base` + class is the state's where it names the row as its owner.
struct StateRecord {
  std::uint32_t base = 0;
  std::uint16_t owner = 0;
  std::uint16_t otherwise = 0;       ///< the next state for classes without a cell
  std::uint16_t accepts = 0;         ///< index of the set of rules that match here; 0 is the empty set
  std::uint16_t accepts_at_end = 0;  ///< the same where the text ends here, so that `$` holds
};

struct CellRecord {
  std::uint16_t owner = 0;
  std::uint16_t next = 0;
};

inline constexpr std::uint16_t kDeadState = 0;  ///< nothing can match any more
inline constexpr std::uint16_t kStartState = 1;

/// A deterministic automaton over classes for some rules of a family.
struct AutomatonRecord {
  std::span<const StateRecord> states;
  std::span<const CellRecord> cells;        ///< every base has a whole row behind it
  std::span<const std::uint32_t> set_ends;  ///< the set i is `rules` from set_ends[i - 1] to set_ends[i]
  std::span<const std::uint16_t> rules;     ///< numbers of rules in the family, ascending within a set

  [[nodiscard]] std::uint16_t next(std::uint16_t state, std::uint16_t char_class) const noexcept {
    const StateRecord& s = states[state];
    const CellRecord& cell = cells[s.base + char_class];
    return cell.owner == s.owner ? cell.next : s.otherwise;
  }
  [[nodiscard]] std::span<const std::uint16_t> set(std::uint16_t index) const noexcept {
    return index == 0 ? std::span<const std::uint16_t>{}
                      : rules.subspan(set_ends[index - 1U], set_ends[index] - set_ends[index - 1U]);
  }
};

enum class Op : std::uint16_t {
  one,    ///< a character of class `a`
  set,    ///< a character whose class is in the set `a`
  split,  ///< go on at `a`, and where that fails at `b`
  jump,   ///< go on at `a`
  save,   ///< note the place in slot `a`
  end,    ///< the text ends here
  match,
};

/// One step of a rule's program. Steps that say nothing else go on with the next one.
struct Instruction {
  Op op = Op::match;
  std::uint16_t a = 0;
  std::uint16_t b = 0;
  std::uint16_t mark = 0;  ///< of a split: its number among the splits
};

/// The program that finds the captures of one rule; empty where it has none and is not simulated.
struct ProgramRecord {
  std::span<const Instruction> code;
  std::span<const std::string_view> groups;  ///< sorted; group i has the slots 2i and 2i + 1
  std::uint16_t marks = 0;                   ///< number of splits
};

inline constexpr std::size_t kFirstsWords = 256;  ///< of MatcherRecord::firsts

/// Characters of the basic plane: bit c stands for U+0000 + c; 1024 words.
using BmpSet = std::span<const std::uint64_t>;

/// What tells without running it that an automaton matches nothing at a place. Its matches start with a run of
/// characters of `inner`, of `most` at the most, and have a character of `marks` behind that run. Found for automata
/// that nearly every character can start (\p{Han}{2,9}〔): a run that ends otherwise is passed over as a whole.
struct RunFilterRecord {
  std::uint16_t automaton = 0;
  std::uint16_t most = 0;   ///< kNoMost where there is no limit
  std::uint16_t marks = 0;  ///< number of a set
  BmpSet inner;             ///< all that the automaton can start with, as far as it is in the basic plane
};
inline constexpr std::uint16_t kNoMost = 0xFFFF;
inline constexpr std::size_t kMostFilters = 4;  ///< of a family

/// All that matches the rules of one family. Rules are numbered from 0 in file order.
struct MatcherRecord {
  AlphabetRecord alphabet;
  std::span<const std::uint64_t> sets;        ///< bit c of set i: whether it has class c; (size + 63) / 64 words a set
  std::span<const AutomatonRecord> automata;  ///< each rule is in one of them, or in `simulated`
  std::span<const std::uint16_t> simulated;   ///< rules whose program is run instead
  std::span<const std::uint64_t> starts;      ///< by class: bit i is set where automaton i can start with it, behind
                                              ///< them the simulated rules; bit 63 stands for all from 63 on
  std::span<const ProgramRecord> programs;    ///< one a rule
  /// Of automata without a filter and of simulated rules. Bit c % 16384 of `firsts` is set where a match can start with
  /// the character c: small enough to stay near, large enough to be right nearly always. Bit d % 64 of `seconds[c]` is
  /// set where a character of class d can follow one of class c, or nothing has to.
  std::span<const std::uint64_t> firsts, seconds;
  std::span<const RunFilterRecord> filters;  ///< kMostFilters at the most, of automata before the 63rd

  [[nodiscard]] bool in_set(std::uint16_t index, std::uint16_t char_class) const noexcept {
    return (sets[index * ((alphabet.size + 63U) / 64U) + char_class / 64U] >> (char_class % 64U) & 1U) != 0;
  }
};

}  // namespace libparse::rules
