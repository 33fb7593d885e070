// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/time.hpp"

namespace libparse::extract {

/// One pass over one text: turns the places that the rules find into times, and remembers what the next one needs
/// (the year last written, the list it may belong to).
class TimeReading {
 public:
  TimeReading(const TimeReader& reader, std::string_view text, text::Range where, const TimeContext& context,
              std::vector<rules::Rejection>* rejections);
  /// Takes the next place, in text order.
  void take(const rules::RuleMatch& match);
  [[nodiscard]] std::vector<TimeMention> finish() && { return std::move(mentions_); }

 private:
  /// A date with the days it covers.
  struct Dated {
    TimePoint point;
    std::optional<DayRange> days;
    std::string basis;
  };

  void take_bare(const rules::RuleMatch& match);
  void take_deadline(const rules::RuleMatch& match);
  void take_period(const rules::RuleMatch& match);
  void take_start(const rules::RuleMatch& match);
  void take_recurrence(const rules::RuleMatch& match);
  void take_relative(const rules::RuleMatch& match);

  [[nodiscard]] std::optional<Dated> date(std::string_view text);
  [[nodiscard]] int year_of(const TimePoint& point, std::string& basis) const;
  /// The last day of a deadline on `point`, or one that says `before` it.
  [[nodiscard]] static std::chrono::year_month_day last_day(const TimePoint& point, const DayRange& days, bool before);
  [[nodiscard]] std::string_view captured(const rules::RuleMatch& match, std::string_view name) const;
  [[nodiscard]] bool goes_on_yearly(const Dated& dated, std::size_t begin) const;
  void add_yearly(const rules::RuleMatch& match, const Dated& dated);
  [[nodiscard]] std::string by_of(const rules::RuleMatch& match, const std::string& every) const;
  [[nodiscard]] std::optional<Count> count_of(const rules::RuleMatch& match) const;
  /// Where the event starts that stands before `tail`: behind 于, at 自, or at the start of the clause.
  [[nodiscard]] std::size_t anchor_start(std::size_t tail) const;
  void add(const rules::RuleMatch& match, Time value);
  void reject(const rules::RuleMatch& match, std::string_view reason);
  /// Makes the lone dates of the list that ends right before `range` deadlines too: 2020年、2021年分别完成.
  void settle_list(text::Range range);
  /// True where only 、 or 和 stands between `end` and `begin`.
  [[nodiscard]] bool joined(std::size_t end, std::size_t begin) const;
  /// Characters behind which a clause starts.
  [[nodiscard]] static bool opens_clause(char32_t c);
  [[nodiscard]] bool at_clause_start(std::size_t at) const;
  [[nodiscard]] bool behind_stage(const rules::RuleMatch& match) const;
  [[nodiscard]] bool in_title(text::Range range);
  [[nodiscard]] bool lies_behind(const TimePoint& point, std::chrono::year_month_day last) const;
  [[nodiscard]] bool is_told(const rules::RuleMatch& match, std::chrono::year_month_day last) const;
  void pass_over(std::size_t to);

  const TimeReader& reader_;
  std::string_view text_;
  text::Range where_;
  const TimeContext& context_;
  std::vector<rules::Rejection>* rejections_;

  std::vector<TimeMention> mentions_;
  std::vector<TimeMention> held_;    ///< lone dates that count only if the list they start ends in a deadline
  std::vector<bool> lone_;           ///< for each mention: a lone date, read as a period
  std::vector<text::Range> titles_;  ///< 《…》 inside `where`
  std::size_t next_title_ = 0;
  bool asks_for_span_ = false;  ///< the slot's label asks for a span of time
  std::size_t passed_ = 0;      ///< the text before has been looked at for sentence ends
  int carried_year_ = 0;        ///< the year last written in this sentence
};

}  // namespace libparse::extract
