// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/time_point.hpp"
#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::extract {

/// What yearless and relative forms are resolved with.
struct TimeContext {
  int year = 0;        ///< the year 年底前 refers to; 0: unknown, such forms then give no dates
  std::string issued;  ///< 成文日期, ISO 8601, or empty
  bool slot = false;  ///< the text is the content of a 完成时限 slot: a lone date is its last day, 持续推进 counts
  bool every_date = false;  ///< take a date also where it says nothing of when to act (会议于6月10日召开), as a period
};

/// A time said in a text. `value.text` and `value.span` are left empty: the assembler quotes the source.
struct TimeMention {
  text::Range range;  ///< shortest phrase that carries the time, with its 前/底/内/起/至
  Time value;         ///< `value.rule` names the rule
};

/// Reads 时间要求 out of running text. Made once per rule pack; const and thread-safe.
class TimeReader {
 public:
  explicit TimeReader(const rules::Pack& pack);

  /// Every time inside `where` that says when something is to be done, started, repeated or reported, in text order,
  /// without overlaps; times that describe something else (2000年以前建成的小区) are left out and told in `rejections`.
  ///
  /// Units:  ranges are bytes of `text`; dates are civil, UTC+8, nothing is ever taken from the clock.
  /// Shape:  a date without a year takes the year last written in its sentence, else `context.year`. In a slot whose
  ///         label, right before `where`, asks for a span (时间要求, 起止时间), a lone date is a period.
  [[nodiscard]] std::vector<TimeMention> read(std::string_view text, text::Range where, const TimeContext& context,
                                              std::vector<rules::Rejection>* rejections = nullptr) const;

 private:
  friend class TimeReading;
  const rules::RuleSet& rules_;
  TimeWords words_;
  const rules::Lexicon& comparators_;
  const rules::Lexicon& joins_;
  const rules::Lexicon& leads_;
  const rules::Lexicon& anchors_;
  const rules::Lexicon& span_labels_;
  const rules::Lexicon& told_;
};

}  // namespace libparse::extract
