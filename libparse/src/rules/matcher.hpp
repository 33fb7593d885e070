// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "rules/tables.hpp"
#include "text/work_text.hpp"

/// Runs the tables of a rule family over a text. Everything here is linear in what it reads, allocates next to nothing
/// and keeps no state.
namespace libparse::rules {

using RuleNumbers = std::vector<std::uint16_t>;  ///< numbers of rules in their family, ascending

/// A stretch of text as the classes of its characters, each looked up once however often the automata come by: a scan
/// asks at nearly every place, and some rules read on for a few dozen characters from each.
class ClassRun {
 public:
  /// Reads `text` from `begin` to `limit`. `valid_text` must outlive it.
  ClassRun(const AlphabetRecord& alphabet, std::string_view valid_text, std::size_t begin, std::size_t limit)
      : alphabet_(&alphabet), text_(valid_text), limit_(limit), begin_(begin), read_(begin) {}

  /// Makes the character at byte `at` number 0. Forgets those before it, now and then.
  void move_to(std::size_t at);
  /// Whether there is a character number `i`; all before it must have been asked for.
  [[nodiscard]] bool has(std::size_t i) { return first_ + i < classes_.size() || (read_ < limit_ && read_next()); }
  [[nodiscard]] std::uint16_t char_class(std::size_t i) const noexcept { return classes_[first_ + i]; }
  [[nodiscard]] std::size_t end_of(std::size_t i) const noexcept { return begin_ + ends_[first_ + i]; }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

 private:
  bool read_next();

  const AlphabetRecord* alphabet_;
  std::string_view text_;
  std::size_t limit_;
  std::size_t begin_;      ///< byte from which `ends_` count
  std::size_t read_;       ///< byte behind the last character read
  std::size_t first_ = 0;  ///< index of character number 0
  std::vector<std::uint16_t> classes_;
  std::vector<std::uint32_t> ends_;
};

/// A family, without the rules that a layer above it has replaced.
class Matcher {
 public:
  /// `replaced` has a value for each rule, or none at all.
  explicit Matcher(const MatcherRecord& record, std::vector<bool> replaced = {})
      : record_(&record), replaced_(std::move(replaced)) {}

  [[nodiscard]] const MatcherRecord& record() const noexcept { return *record_; }
  [[nodiscard]] bool can_start(char32_t c) const noexcept { return can_start(record_->alphabet.class_of(c)); }

  [[nodiscard]] bool can_start(std::uint16_t char_class) const noexcept { return record_->starts[char_class] != 0; }

  /// End of the longest match that starts at byte `at`, where character number 0 of `run` stands, and ends at or before
  /// `limit`; `at` where there is none. `$` holds at `limit`.
  /// `rules` gets the rules that match just that place, where `$` holds only at the end of the text.
  std::size_t longest(ClassRun& run, std::size_t at, std::size_t limit, RuleNumbers& rules) const;
  /// The rules that match `whole`; `$` holds at the end of `text`.
  void matching(std::string_view text, text::Range whole, RuleNumbers& rules) const;

 private:
  [[nodiscard]] bool has_live(std::span<const std::uint16_t> set) const noexcept;
  void add(std::span<const std::uint16_t> set, RuleNumbers& rules) const;

  const MatcherRecord* record_;
  std::vector<bool> replaced_;
};

using Captures = std::vector<std::pair<std::string_view, text::Range>>;

/// Finds the captures of a rule that matches `whole`: those of the first way to match in the order of the pattern, as
/// RE2 and Perl have it. Groups that took no part are left out; the others come in the order of their names.
/// Backtracks, but never stands at the same step and place twice: the time and the memory are bounded by
/// steps × characters of `whole`.
///
/// \return false where the rule does not match `whole`.
bool find_captures(const MatcherRecord& family, const ProgramRecord& program, std::string_view text, text::Range whole,
                   Captures& out);

/// Whether find_captures needs more memory for a place of that many bytes than it is good for.
bool is_too_long_for_captures(const ProgramRecord& program, std::size_t bytes) noexcept;

}  // namespace libparse::rules
