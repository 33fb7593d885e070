// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "rules/pack.hpp"

namespace libparse::extract {

/// Which year a date without a year in figures belongs to.
enum class YearWord : std::uint8_t {
  none,      ///< no year is written
  document,  ///< 今年, 明年: `shift` years behind the document's
  same,      ///< 当年
  next,      ///< 次年: the year behind the one last spoken of
};

/// A date as far as it is written: 2020年8月, 年底, 3月上旬, 第三季度末. 0 stands for what is not written.
struct TimePoint {
  int year = 0;
  YearWord word = YearWord::none;
  int shift = 0;
  int month = 0;
  int last_month = 0;  ///< of a quarter or a half-year
  int day = 0;
  int last_day = 0;            ///< of a 旬
  bool end = false;            ///< 底, 末: the last day is meant
  bool year_end = false;       ///< 年底 without a year: of the document's, whatever year was spoken of before
  bool issue_month = false;    ///< 月底: of the month in which the document was issued
  bool issue_quarter = false;  ///< 本季度: likewise

  [[nodiscard]] bool whole_year() const noexcept { return month == 0 && !of_issue(); }
  [[nodiscard]] bool of_issue() const noexcept { return issue_month || issue_quarter; }
  [[nodiscard]] bool one_day() const noexcept { return day > 0 && last_day == 0; }
};

/// First and last civil day that a date covers.
struct DayRange {
  std::chrono::year_month_day first{};
  std::chrono::year_month_day last{};
};

/// Reads dates and durations by the word lists `time-*`. Made once per rule pack; const and thread-safe.
class TimeWords {
 public:
  explicit TimeWords(const rules::Pack& pack);

  /// The date that `text` says, spaces ignored; nothing where it is none (13月, 4月31日).
  [[nodiscard]] std::optional<TimePoint> point(std::string_view text) const;
  /// ISO 8601 duration of 两个月, 每季度, 30个工作日; empty where there is none. Weeks beyond one are given in days
  /// unless `weeks` is set, whole years of months in years, hours and minutes behind T: P14D, P1Y, PT24H.
  [[nodiscard]] std::string duration(std::string_view text, bool weeks = false) const;
  /// Value of the Arabic or Chinese number that starts at `at`, which is moved behind it; -1 where none starts there.
  [[nodiscard]] int number(std::string_view text, std::size_t& at) const;
  /// First year of a five-year plan by its number: 十四 (五) is 2021. 0 where unreadable.
  [[nodiscard]] int plan_start(std::string_view numeral) const;

 private:
  bool take_word(std::string_view text, std::size_t& at, TimePoint& out) const;

  const rules::Lexicon& numerals_;
  const rules::Lexicon& year_words_;
  const rules::Lexicon& year_parts_;
  const rules::Lexicon& year_ends_;
  const rules::Lexicon& month_ends_;
  const rules::Lexicon& feasts_;
  const rules::Lexicon& thirds_;
  const rules::Lexicon& signs_;
  const rules::Lexicon& units_;
  const rules::Lexicon& hours_;
};

/// The days that `point` covers in `year`; nothing where it is no date of that year.
[[nodiscard]] std::optional<DayRange> days_of(const TimePoint& point, int year);
/// `value` with leading zeros.
[[nodiscard]] std::string iso_number(unsigned value, std::size_t width);
[[nodiscard]] std::string iso_month_day(std::chrono::year_month_day date);  ///< `--12-25`
[[nodiscard]] std::string iso_date(std::chrono::year_month_day date);       ///< `2020-12-25`

}  // namespace libparse::extract
