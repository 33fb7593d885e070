// SPDX-License-Identifier: MIT
#include "extract/time_reading.hpp"

#include <algorithm>

#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

using rules::RuleMatch;
using text::Range;

constexpr std::size_t kLongestMark = 12;    // bytes between a label and its slot: a colon, a dash, a bracket
constexpr int kLongestTold = 40;            // characters between a date and the word that tells it is past
constexpr std::size_t kLongestTitle = 600;  // bytes; an opening 《 whose end is lost must not swallow the rest
constexpr char32_t kFullStop = 0x3002, kEnumerationComma = 0x3001, kTitleOpen = 0x300A, kTitleClose = 0x300B;

/// The outermost 《…》 inside `where`.
std::vector<Range> titles_in(std::string_view text, Range where) {
  std::vector<Range> out;
  std::size_t open = 0;
  int depth = 0;
  for (std::size_t at = where.begin; at < where.end; at = text::next(text, at)) {
    const char32_t c = text::char_at(text, at);
    if (depth > 0 && at - open > kLongestTitle) depth = 0;
    if (c == kTitleOpen && depth++ == 0) open = at;
    if (c == kTitleClose && depth > 0 && --depth == 0) out.push_back({open, text::next(text, at)});
  }
  return out;
}

}  // namespace

bool TimeReading::opens_clause(char32_t c) {
  switch (c) {
    case U',':
    case U';':
    case U':':
    case U'.':
    case U'!':
    case U'?':
    case U'(':
    case U'[':
    case U'\n':
    case U'"':
    case U'*':
    case U'\t':
    case U'|':
    case kFullStop:
    case kEnumerationComma:
    case kTitleClose:
    case 0x201C:
    case 0x2018:
    case 0x3010:
    case 0x3014:
      return true;
    default:
      return c >= 0x2460 && c <= 0x24FF;  // ① and its like
  }
}

TimeReading::TimeReading(const TimeReader& reader, std::string_view text, Range where, const TimeContext& context,
                         std::vector<rules::Rejection>* rejections)
    : reader_(reader),
      text_(text),
      where_(where),
      context_(context),
      rejections_(rejections),
      titles_(titles_in(text, where)),
      passed_(where.begin) {
  std::size_t label = where.begin;
  while (context.slot && label > 0 && !text::is_han(text::char_at(text, text::previous(text, label)))) {
    label = text::previous(text, label);
    if (where.begin - label > kLongestMark) break;
  }
  asks_for_span_ = context.slot && reader.span_labels_.suffix(text.substr(0, label));
}

std::string_view TimeReading::captured(const RuleMatch& match, std::string_view name) const {
  return match.get(name, text_);
}

void TimeReading::reject(const RuleMatch& match, std::string_view reason) {
  if (rejections_ != nullptr) rejections_->push_back({match.rule, match.range, reason, {}});
}

void TimeReading::pass_over(std::size_t to) {
  for (; passed_ < to; passed_ = text::next(text_, passed_)) {
    const char32_t c = text::char_at(text_, passed_);
    if (c == kFullStop || c == U'\n') carried_year_ = 0;
  }
}

bool TimeReading::in_title(Range range) {
  while (next_title_ < titles_.size() && titles_[next_title_].end <= range.begin) ++next_title_;
  return next_title_ < titles_.size() && titles_[next_title_].overlaps(range);
}

bool TimeReading::at_clause_start(std::size_t at) const {
  while (at > where_.begin && text_[at - 1] == ' ') --at;
  if (at <= where_.begin || opens_clause(text::char_at(text_, text::previous(text_, at)))) return true;
  return static_cast<bool>(reader_.leads_.suffix(text_.substr(where_.begin, at - where_.begin)));
}

/// The title of a stage is what its item begins with: four characters or more, without punctuation.
bool TimeReading::behind_stage(const RuleMatch& match) const {
  const std::string_view title = text_.substr(where_.begin, match.range.begin - where_.begin);
  const std::size_t length = text::count(title);
  if (length < 4 || length > 16) return false;
  for (std::size_t at = 0; at < title.size(); at = text::next(title, at)) {
    const char32_t c = text::char_at(title, at);
    if (!text::is_han(c) && c != U' ' && c != kEnumerationComma) return false;
  }
  return true;
}

bool TimeReading::joined(std::size_t end, std::size_t begin) const {
  if (begin <= end) return false;
  std::string_view gap = text_.substr(end, begin - end);
  while (gap.starts_with(' ')) gap.remove_prefix(1);
  while (gap.ends_with(' ')) gap.remove_suffix(1);
  return reader_.joins_.contains(gap);
}

/// A date of an earlier year, outside a slot, tells what was and not what is to be done.
bool TimeReading::lies_behind(const TimePoint& point, std::chrono::year_month_day last) const {
  return point.year > 0 && !context_.slot && !context_.every_date && context_.year > 0 &&
         static_cast<int>(last.year()) < context_.year;
}

/// 今年前三季度,全县共受理线索213件: a date before the day of issue, in a sentence that tells what was done.
bool TimeReading::is_told(const RuleMatch& match, std::chrono::year_month_day last) const {
  if (context_.slot || context_.issued.empty() || iso_date(last) >= context_.issued) return false;
  std::size_t end = match.range.end;
  for (int steps = 0; steps < kLongestTold && end < where_.end; ++steps, end = text::next(text_, end)) {
    const char32_t c = text::char_at(text_, end);
    if (c == kFullStop || c == U';' || c == U'\n') break;
  }
  return reader_.told_.any_in(text_.substr(match.range.end, end - match.range.end));
}

int TimeReading::year_of(const TimePoint& point, std::string& basis) const {
  if (point.year > 0) return point.year;
  if (point.of_issue() && point.word == YearWord::none) {
    basis = "issue date";
    return context_.issued.size() < 10 ? 0 : std::stoi(context_.issued.substr(0, 4));
  }
  if (point.word != YearWord::document && !point.year_end && carried_year_ > 0) {
    basis = "year in the same sentence";
    return carried_year_ + (point.word == YearWord::next ? 1 : 0);
  }
  basis = "document year";
  if (context_.year <= 0) return 0;
  return context_.year + (point.word == YearWord::next ? 1 : point.shift);
}

std::optional<TimeReading::Dated> TimeReading::date(std::string_view text) {
  const auto point = reader_.words_.point(text);
  if (!point) return std::nullopt;
  Dated out{*point, std::nullopt, {}};
  const int year = year_of(*point, out.basis);
  if (point->of_issue() && out.point.month == 0 && context_.issued.size() >= 10) {
    const int month = std::stoi(context_.issued.substr(5, 2));
    out.point.month = point->issue_month ? month : (month - 1) / 3 * 3 + 1;
    out.point.last_month = out.point.month + (point->issue_month ? 0 : 2);
  }
  out.days = days_of(out.point, year);
  if (year > 0 && !out.days) return std::nullopt;  // 4月31日
  if (year <= 0) out.basis.clear();
  return out;
}

void TimeReading::add(const RuleMatch& match, Time value) {
  value.rule = match.rule->id();
  mentions_.push_back({match.range, std::move(value)});
  lone_.push_back(false);
}

void TimeReading::settle_list(Range range) {
  std::size_t begin = range.begin;
  for (auto it = held_.rbegin(); it != held_.rend() && joined(it->range.end, begin); ++it) begin = it->range.begin;
  if (begin != range.begin) {
    for (TimeMention& held : held_) {
      if (held.range.begin < begin) continue;
      mentions_.push_back(std::move(held));
      lone_.push_back(false);
    }
    held_.clear();
    return;
  }
  for (std::size_t i = mentions_.size(); i-- > 0 && lone_[i] && joined(mentions_[i].range.end, begin);) {
    begin = mentions_[i].range.begin;
    mentions_[i].value.type = TimeType::deadline;
    mentions_[i].value.start.clear();
    lone_[i] = false;
  }
}

void TimeReading::take(const RuleMatch& match) {
  pass_over(match.range.begin);
  const std::string_view type = match.rule->property("type");
  const std::string_view at = match.rule->property("at");
  if (type == "none" && (!context_.slot || match.rule->property("slot").empty())) return reject(match, "trap");
  if (in_title(match.range)) return reject(match, "title");
  if (at == "slot" && !context_.slot) return reject(match, "outside a slot");
  if (at == "stage" && !behind_stage(match)) return reject(match, "no stage");
  if (type == "bare" || type == "none") {
    take_bare(match);
  } else if (at == "clause" && match.whole.begin == match.range.begin && !at_clause_start(match.range.begin)) {
    reject(match, "inside a clause");
  } else if (match.rule->property("dates") == "none") {
    if (!context_.every_date) return reject(match, "no date");
    Time value;
    value.type = find_named<TimeType>(type).value_or(TimeType::period);
    add(match, std::move(value));
  } else if (type == "deadline") {
    take_deadline(match);
  } else if (type == "period") {
    take_period(match);
  } else if (type == "start") {
    take_start(match);
  } else if (type == "recurrence") {
    take_recurrence(match);
  } else if (type == "relative") {
    take_relative(match);
  } else {
    Time value;
    value.type = type == "ongoing" ? TimeType::ongoing : TimeType::external;
    add(match, std::move(value));
  }
}

void TimeReading::take_bare(const RuleMatch& match) {
  const std::string_view written = captured(match, "point");
  const auto dated = date(written.empty() ? text_.substr(match.range.begin, match.range.size()) : written);
  if (!dated) return reject(match, "no date");
  const TimePoint& point = dated->point;
  if (point.whole_year() && (point.word == YearWord::same || point.word == YearWord::next)) {  // 当年新增的
    return reject(match, "a year of something else");
  }
  Time value;
  value.basis = dated->basis;
  const auto set = [&](TimeType type) {
    value.type = type;
    if (dated->days) value.end = iso_date(dated->days->last);
    if (dated->days && type == TimeType::period) value.start = iso_date(dated->days->first);
  };
  if (context_.slot) {
    set(asks_for_span_ ? TimeType::period : TimeType::deadline);
    if (point.year > 0) carried_year_ = point.year;
    return add(match, std::move(value));
  }
  if (dated->days && (lies_behind(point, dated->days->last) || is_told(match, dated->days->last))) {
    return reject(match, "lies behind");
  }
  const bool follows = !mentions_.empty() && lone_.back() && joined(mentions_.back().range.end, match.range.begin);
  if (goes_on_yearly(*dated, match.range.begin)) return add_yearly(match, *dated);
  const bool clause = match.rule->property("at") != "clause" || match.whole.begin != match.range.begin ||
                      at_clause_start(match.range.begin);
  if (!context_.every_date &&
      (point.one_day() || (!clause && !follows))) {  // 6月10日、12月10日前: counts if its list ends in a deadline
    set(TimeType::deadline);
    value.rule = match.rule->id();
    held_.push_back({match.range, std::move(value)});
    return reject(match, point.one_day() ? "a day without a deadline" : "inside a clause");
  }
  set(TimeType::period);
  if (point.year > 0) carried_year_ = point.year;
  add(match, std::move(value));
  lone_.back() = true;
}

/// 每年7月10日和次年1月10日: the year behind each year is no year of the calendar.
bool TimeReading::goes_on_yearly(const Dated& dated, std::size_t begin) const {
  return dated.point.word == YearWord::next && dated.point.one_day() && dated.days && carried_year_ == 0 &&
         !mentions_.empty() && mentions_.back().value.every == "P1Y" && joined(mentions_.back().range.end, begin);
}

void TimeReading::add_yearly(const RuleMatch& match, const Dated& dated) {
  Time value;
  value.type = TimeType::recurrence;
  value.every = "P1Y";
  value.by = iso_month_day(dated.days->last);
  add(match, std::move(value));
}

std::chrono::year_month_day TimeReading::last_day(const TimePoint& p, const DayRange& days, bool before) {
  const bool half = p.last_month - p.month == 5;
  const bool names_last_day = p.end || p.day > 0 || half || p.of_issue();  // 底前, 20日前, 中旬前, 上半年前
  if (!before || names_last_day) return days.last;
  return std::chrono::sys_days{days.first} - std::chrono::days{1};
}

void TimeReading::take_deadline(const RuleMatch& match) {
  Time value;
  value.type = TimeType::deadline;
  if (const auto plan = captured(match, "plan"); !plan.empty()) {
    const int first = reader_.words_.plan_start(plan);
    if (first == 0) return reject(match, "no date");
    value.end = std::to_string(first + 4).append("-12-31");
    settle_list(match.range);
    return add(match, std::move(value));
  }
  const std::string_view written = captured(match, "point");
  const auto dated = date(written);
  if (!dated) return reject(match, "no date");
  const TimePoint& point = dated->point;
  const std::string_view edge = match.rule->property("edge");
  const bool before = edge == "before";
  if (point.whole_year() && !point.end && !before && (point.word == YearWord::same || point.word == YearWord::next)) {
    return reject(match, "a year of something else");
  }
  if (dated->days) {
    const std::chrono::year_month_day eve = std::chrono::sys_days{dated->days->first} - std::chrono::days{1};
    value.end = iso_date(edge == "eve" ? eve : last_day(point, *dated->days, before));
  }
  value.basis = dated->basis;
  if (dated->days && lies_behind(point, dated->days->last)) return reject(match, "lies behind");
  if (goes_on_yearly(*dated, match.range.begin)) return add_yearly(match, *dated);
  settle_list(match.range);
  if (point.year > 0 && !point.whole_year()) carried_year_ = point.year;
  add(match, std::move(value));
}

}  // namespace libparse::extract
