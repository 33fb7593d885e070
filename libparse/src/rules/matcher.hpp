// SPDX-License-Identifier: MIT
#pragma once

#include <array>
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

inline constexpr std::uint64_t kAllUnits = ~std::uint64_t{0};  ///< bits as in MatcherRecord::starts

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
  /// End of the longest match that starts at byte `at` and ends at or before `limit`; `at` where there is none. `$`
  /// holds at `limit`.
  /// `rules` gets the rules that match just that place, where `$` holds only at the end of the text.
  /// `units` leaves out automata of which a StartFinder knows that they match nothing there.
  std::size_t longest(std::string_view valid_text, std::size_t at, std::size_t limit, RuleNumbers& rules,
                      std::uint64_t units = kAllUnits) const;
  /// The rules that match `whole`; `$` holds at the end of `text`.
  void matching(std::string_view text, text::Range whole, RuleNumbers& rules) const;

 private:
  [[nodiscard]] bool has_live(std::span<const std::uint16_t> set) const noexcept;
  void add(std::span<const std::uint16_t> set, RuleNumbers& rules) const;

  const MatcherRecord* record_;
  std::vector<bool> replaced_;
};

/// Finds where matches of a family can start, going forward once through a text.
class StartFinder {
 public:
  StartFinder(const MatcherRecord& record, std::string_view valid_text, std::size_t end) noexcept
      : record_(&record), text_(valid_text), end_(end) {}

  /// The first place from `at` on where a match can start; the end where there is none. `at` never goes back.
  [[nodiscard]] std::size_t find(std::size_t at) noexcept;
  /// What can match at the place found last.
  [[nodiscard]] std::uint64_t units() const noexcept { return units_; }

 private:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  /// Places where an automaton with a filter can match.
  struct Stretch {
    std::size_t first = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] Stretch next_stretch(const RunFilterRecord& filter, std::size_t at) const noexcept;
  [[nodiscard]] bool may_go_on(char32_t first, std::uint16_t char_class, std::size_t behind) const noexcept;
  /// What the filters let pass at `at`, where a character of that class stands.
  [[nodiscard]] std::uint64_t units_at(std::size_t at, std::uint16_t char_class) const noexcept;

  const MatcherRecord* record_;
  std::string_view text_;
  std::size_t end_;
  std::size_t found_ = kNowhere;
  std::uint64_t units_ = 0;
  std::array<Stretch, kMostFilters> stretches_{};  ///< of each filter, the one at or behind the place found last
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
