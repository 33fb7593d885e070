// SPDX-License-Identifier: MIT
// Times that cover more than a day or come back: periods, starts, recurrences, relative times.
#include <algorithm>

#include "extract/time_reading.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

using rules::RuleMatch;

constexpr std::size_t kLongestAnchor = 24;  // characters of the event before 后 and 起

/// Years that stand for every year where a date comes back.
constexpr int kCommonYear = 2023, kLeapYear = 2024;

std::optional<Comparator> comparator_of(std::string_view name) {
  if (name == "ge") return Comparator::ge;
  if (name == "le") return Comparator::le;
  if (name == "gt") return Comparator::gt;
  return std::nullopt;
}

std::string first_of(int year) { return std::to_string(year).append("-01-01"); }
std::string last_of(int year) { return std::to_string(year).append("-12-31"); }

}  // namespace

void TimeReading::take_period(const RuleMatch& match) {
  Time value;
  value.type = TimeType::period;
  if (const auto plan = captured(match, "plan"); !plan.empty()) {
    const int first = reader_.words_.plan_start(plan);
    if (first == 0) return reject(match, "no date");
    const std::chrono::year_month_day last{std::chrono::year{first + 4}, std::chrono::December, std::chrono::day{31}};
    if (!context_.slot && (first + 4 < context_.year || is_told(match, last))) return reject(match, "lies behind");
    value.start = first_of(first);
    value.end = last_of(first + 4);
    return add(match, std::move(value));
  }
  if (match.rule->property("years") == "2") {  // 今明两年
    value.basis = "document year";
    if (context_.year > 0) {
      value.start = first_of(context_.year);
      value.end = last_of(context_.year + 1);
    }
    return add(match, std::move(value));
  }
  if (!match.range_of("to")) {  // (3月上旬)
    const auto dated = date(captured(match, "point"));
    if (!dated) return reject(match, "no date");
    value.basis = dated->basis;
    if (dated->days) {
      value.start = iso_date(dated->days->first);
      value.end = iso_date(dated->days->last);
    }
    return add(match, std::move(value));
  }
  auto to = reader_.words_.point(captured(match, "to"));
  if (!to) return reject(match, "no date");
  if (!captured(match, "now").empty()) {  // 即日起至12月31日
    const auto end = date(captured(match, "to"));
    if (!end) return reject(match, "no date");
    value.type = context_.issued.empty() ? TimeType::deadline : TimeType::period;
    value.start = context_.issued;
    if (end->days) value.end = iso_date(end->days->last);
    value.basis = context_.issued.empty() ? end->basis : "issue date";
    return add(match, std::move(value));
  }
  auto from = reader_.words_.point(captured(match, "point"));
  if (!from) return reject(match, "no date");
  const bool year_behind = from->year == 0 && from->word == YearWord::none && to->year > 0;  // 8月至2020年12月
  const int from_year = year_behind ? to->year : year_of(*from, value.basis);
  if (to->month == 0 && to->day > 0) to->month = to->last_month = from->last_month;  // 3月1日至20日
  int to_year = from_year;
  std::string unused;
  if (to->year > 0 || to->word == YearWord::document) to_year = year_of(*to, unused);
  if (to->word == YearWord::next && from_year > 0) to_year = from_year + 1;
  const auto first = days_of(*from, from_year);
  auto last = days_of(*to, to_year);
  if (from_year > 0 && (!first || !last)) return reject(match, "no date");
  if (first && last && last->last < first->first) {  // 11月至3月
    if (to->year > 0 || to->word != YearWord::none) return reject(match, "ends before it starts");
    last = days_of(*to, to_year + 1);
  }
  if (first && last) {
    const TimePoint& written = to->year > 0 ? *to : *from;
    if (lies_behind(written, last->last)) return reject(match, "lies behind");
    value.start = iso_date(first->first);
    value.end = iso_date(last->last);
    if (from->year > 0 || to->year > 0) carried_year_ = static_cast<int>(last->last.year());
  }
  add(match, std::move(value));
}

void TimeReading::take_start(const RuleMatch& match) {
  Time value;
  value.type = TimeType::start;
  if (match.rule->property("from") == "issue") {
    if (context_.issued.empty()) return reject(match, "issue date unknown");
    value.start = context_.issued;
    value.basis = "issue date";
    return add(match, std::move(value));
  }
  const auto dated = date(captured(match, "point"));
  if (!dated) return reject(match, "no date");
  if (dated->days) {
    if (lies_behind(dated->point, dated->days->last)) return reject(match, "lies behind");
    value.start = iso_date(dated->point.end ? dated->days->last : dated->days->first);
  }
  value.basis = dated->basis;
  if (dated->point.year > 0) carried_year_ = dated->point.year;
  add(match, std::move(value));
}

std::optional<Count> TimeReading::count_of(const RuleMatch& match) const {
  if (const auto list = captured(match, "list"); !list.empty()) {  // 每年1月、7月
    int items = 1;
    for (std::size_t at = 0; at < list.size(); at = text::next(list, at)) {
      items += list[at] == ',' || reader_.joins_.contains(list.substr(at, text::next(list, at) - at));
    }
    return Count{Comparator::eq, items};
  }
  const std::string_view turns = captured(match, "turns");
  if (turns.empty()) return std::nullopt;
  std::size_t at = 0;
  Count count;
  count.value = reader_.words_.number(turns, at);
  if (count.value <= 0) return std::nullopt;
  std::size_t behind = at;
  while (behind < turns.size() && reader_.words_.number(turns, behind) < 0) behind = text::next(turns, behind);
  const bool between = behind < turns.size();  // 1至2次
  if (!captured(match, "more").empty() || between) count.comparator = Comparator::ge;
  for (const char* name : {"between", "lead"}) {  // 每月至少召开一次, 至少每月更新一次
    std::size_t found = 0;
    const auto word = reader_.comparators_.search(captured(match, name), found);
    if (const auto c = comparator_of(word.value)) count.comparator = *c;
  }
  return count;
}

std::string TimeReading::by_of(const RuleMatch& match, const std::string& every) const {
  const std::string_view by = captured(match, "by");
  if (by.empty() || !captured(match, "to").empty()) return {};
  if (every != "P1Y") {  // the last of 1日至5日
    int day = 0;
    for (std::size_t at = 0; at < by.size();) {
      if (const int n = reader_.words_.number(by, at); n > 0)
        day = n;
      else
        at = text::next(by, at);
    }
    return day > 0 && day <= 31 ? std::string("---").append(iso_number(static_cast<unsigned>(day), 2)) : std::string{};
  }
  auto point = reader_.words_.point(by);
  if (!point) return {};
  if (point->month == 0 && point->end) point->month = point->last_month = 12;  // 每年底
  if (point->month == 0) return {};
  const bool before = !captured(match, "before").empty();
  if (!point->one_day() && !point->end && !before) return {};
  const auto days = days_of(*point, point->month == 2 && point->day == 29 ? kLeapYear : kCommonYear);
  return days ? iso_month_day(last_day(*point, *days, before)) : std::string{};
}

void TimeReading::take_recurrence(const RuleMatch& match) {
  Time value;
  value.type = TimeType::recurrence;
  value.every = match.rule->property("every");
  if (value.every.empty()) value.every = reader_.words_.duration(captured(match, "every"));
  if (value.every.empty()) return reject(match, "no interval");
  value.count = count_of(match);
  value.by = by_of(match, value.every);
  add(match, std::move(value));
}

std::size_t TimeReading::anchor_start(std::size_t tail) const {
  const std::size_t floor = std::max(where_.begin, mentions_.empty() ? 0 : mentions_.back().range.end);
  std::size_t start = tail;
  for (std::size_t n = 0; start > floor && n < kLongestAnchor; ++n) {
    const std::size_t before = text::previous(text_, start);
    const char32_t c = text::char_at(text_, before);
    if (c != U' ' && c != U'(' && opens_clause(c)) break;
    start = before;
  }
  std::size_t out = start;
  for (std::size_t at = start; at < tail; at = text::next(text_, at)) {
    const auto lead = reader_.anchors_.prefix(text_.substr(at, tail - at));
    if (!lead) continue;
    if (lead.value == "keep") return at;
    if (at + lead.word.size() < tail) out = at + lead.word.size();
  }
  while (out < tail && text_[out] == ' ') ++out;
  return out;
}

void TimeReading::take_relative(const RuleMatch& match) {
  Time value;
  value.type = TimeType::relative;
  value.within = reader_.words_.duration(captured(match, "within"), true);
  if (value.within.empty()) return reject(match, "no duration");
  RuleMatch whole = match;
  if (const auto tail = match.range_of("tail")) {
    whole.range.begin = anchor_start(tail->begin);
    value.after = text_.substr(whole.range.begin, tail->end - whole.range.begin);
  }
  add(whole, std::move(value));
}

}  // namespace libparse::extract
