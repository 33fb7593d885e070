// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/char_set.hpp"
#include "rules/syntax.hpp"
#include "rules/tables.hpp"

/// From a pattern's tree to the program that matches it: the first half of the rule compiler.
namespace libparse::rules {

/// The classes of characters that the patterns of one family tell apart.
class Alphabet {
 public:
  /// Collects the sets of a pattern; all patterns first, then `finish`.
  void add(const Syntax& syntax);
  void finish();

  [[nodiscard]] std::uint16_t size() const { return size_; }
  /// The classes of a set that was added, ascending.
  [[nodiscard]] const std::vector<std::uint16_t>& classes_of(const CharSet& chars) const { return sets_.at(chars); }
  /// The number of characters of each class.
  [[nodiscard]] std::vector<std::size_t> characters() const;
  /// The tables of AlphabetRecord.
  void write(std::vector<std::uint16_t>& pages, std::vector<std::uint16_t>& classes) const;

 private:
  struct Interval {
    CharRange range;
    std::uint16_t char_class = 0;
  };
  std::map<CharSet, std::vector<std::uint16_t>> sets_;
  std::vector<Interval> intervals_;  ///< all characters
  std::uint16_t size_ = 0;
};

/// Sets of classes with more than one member, each numbered once.
class ClassSets {
 public:
  std::uint16_t number(const std::vector<std::uint16_t>& classes);
  [[nodiscard]] const std::vector<std::vector<std::uint16_t>>& all() const { return sets_; }
  /// The bits of MatcherRecord::sets.
  [[nodiscard]] std::vector<std::uint64_t> bits(std::uint16_t alphabet_size) const;

 private:
  std::vector<std::vector<std::uint16_t>> sets_;
  std::map<std::vector<std::uint16_t>, std::uint16_t> numbers_;
};

struct Program {
  std::vector<Instruction> code;
  std::vector<std::string> groups;  ///< sorted
  std::uint16_t marks = 0;
};

/// Errors: SyntaxError where the program would have more than 65,535 steps.
Program compile_program(const Syntax& syntax, const Alphabet& alphabet, ClassSets& sets);

}  // namespace libparse::rules
