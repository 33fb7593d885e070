// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "rules/tables.hpp"
#include "text/utf8.hpp"
#include "text/work_text.hpp"

/// Runs the tables of a rule family over a text. Everything here is linear in what it reads, allocates next to nothing
/// and keeps no state.
namespace libparse::rules {

using RuleNumbers = std::vector<std::uint16_t>;  ///< numbers of rules in their family, ascending

/// A family, without the rules that a layer above it has replaced.
class Matcher {
 public:
  /// `replaced` has a value for each rule, or none at all.
  explicit Matcher(const MatcherRecord& record, std::vector<bool> replaced = {})
      : record_(&record), replaced_(std::move(replaced)) {}

  [[nodiscard]] const MatcherRecord& record() const noexcept { return *record_; }
  [[nodiscard]] bool can_start(char32_t c) const noexcept {
    return record_->starts[record_->alphabet.class_of(c)] != 0;
  }
  /// The first place from `at` on, before `end`, where a match can start; `end` where there is none. Most places are
  /// passed over here, so this is the loop that a scan spends its time in.
  [[nodiscard]] std::size_t find_start(std::string_view valid_text, std::size_t at, std::size_t end) const noexcept {
    while (at < end && !can_start(text::char_at(valid_text, at))) at = text::next(valid_text, at);
    return at;
  }

  /// End of the longest match that starts at byte `at` and ends at or before `limit`; `at` where there is none. `$`
  /// holds at `limit`.
  /// `rules` gets the rules that match just that place, where `$` holds only at the end of the text.
  std::size_t longest(std::string_view valid_text, std::size_t at, std::size_t limit, RuleNumbers& rules) const;
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
