// SPDX-License-Identifier: MIT
#include "extract/time.hpp"

#include "extract/time_reading.hpp"

namespace libparse::extract {

TimeReader::TimeReader(const rules::Pack& pack)
    : rules_(pack.family("time")),
      words_(pack),
      comparators_(pack.lexicon("time-cmp")),
      joins_(pack.lexicon("time-join")),
      leads_(pack.lexicon("time-lead")),
      anchors_(pack.lexicon("time-anchor-lead")),
      span_labels_(pack.lexicon("time-span-label")),
      told_(pack.lexicon("time-told")) {}

std::vector<TimeMention> TimeReader::read(std::string_view text, text::Range where, const TimeContext& context,
                                          std::vector<rules::Rejection>* rejections) const {
  TimeReading reading(*this, text, where, context, rejections);
  rules_.scan(
      text, where, [&](const rules::RuleMatch& match) { reading.take(match); }, rejections);
  return std::move(reading).finish();
}

}  // namespace libparse::extract
