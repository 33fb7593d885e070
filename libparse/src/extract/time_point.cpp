// SPDX-License-Identifier: MIT
#include "extract/time_point.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace libparse::extract {
namespace {

int to_int(std::string_view digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The two numbers of a lexicon value such as `1 6`.
std::pair<int, int> pair_of(std::string_view value) {
  const std::size_t space = value.find(' ');
  if (space == std::string_view::npos) return {0, 0};
  return {to_int(value.substr(0, space)), to_int(value.substr(space + 1))};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

TimeWords::TimeWords(const rules::Pack& pack)
    : numerals_(pack.lexicon("cn-numeral")),
      year_words_(pack.lexicon("time-year-word")),
      year_parts_(pack.lexicon("time-year-part")),
      year_ends_(pack.lexicon("time-year-end")),
      month_ends_(pack.lexicon("time-month-end")),
      feasts_(pack.lexicon("time-feast")),
      thirds_(pack.lexicon("time-third")),
      signs_(pack.lexicon("time-sign")),
      units_(pack.lexicon("time-unit")),
      hours_(pack.lexicon("time-hour")) {}

int TimeWords::number(std::string_view text, std::size_t& at) const {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end > at) {
    const int value = end - at > 6 ? -1 : to_int(text.substr(at, end - at));
    at = end;
    return value;
  }
  int total = 0, digit = 0;
  bool any = false, ten = false;  // 十 without a digit before it is one ten; 二〇二五 reads as digits
  while (const auto hit = numerals_.prefix(text.substr(at))) {
    const int n = to_int(hit.value);
    if (n >= 10) {
      total += (digit > 0 ? digit : 1) * n;
      digit = 0;
      ten = true;
    } else {
      digit = ten ? n : digit * 10 + n;
    }
    if (total + digit > 9999) return -1;
    any = true;
    at += hit.word.size();
  }
  return any ? total + digit : -1;
}

bool TimeWords::take_word(std::string_view text, std::size_t& at, TimePoint& out) const {
  const std::string_view rest = text.substr(at);
  if (const auto hit = year_words_.prefix(rest)) {
    out.word = hit.value == "next" ? YearWord::next : hit.value == "same" ? YearWord::same : YearWord::document;
    out.shift = out.word == YearWord::document ? to_int(hit.value) : 0;
    at += hit.word.size();
    return true;
  }
  const auto end = year_ends_.prefix(rest);
  const auto part = end ? end : year_parts_.prefix(rest);
  if (part) {
    std::tie(out.month, out.last_month) = pair_of(part.value);
    out.end = static_cast<bool>(end);
    out.year_end = out.end && out.month == 12;
    at += part.word.size();
    return true;
  }
  if (const auto hit = month_ends_.prefix(rest)) {
    (hit.value == "quarter" ? out.issue_quarter : out.issue_month) = true;
    out.end = true;
    at += hit.word.size();
    return true;
  }
  if (const auto hit = feasts_.prefix(rest)) {
    std::tie(out.month, out.day) = pair_of(hit.value);
    out.last_month = out.month;
    at += hit.word.size();
    return true;
  }
  if (const auto hit = thirds_.prefix(rest); hit && out.month > 0) {
    std::tie(out.day, out.last_day) = pair_of(hit.value);
    at += hit.word.size();
    return true;
  }
  return false;
}

std::optional<TimePoint> TimeWords::point(std::string_view text) const {
  TimePoint out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    if (take_word(text, at, out)) continue;
    const std::size_t start = at;
    const int n = number(text, at);
    while (at < text.size() && text[at] == ' ') ++at;
    const auto sign = signs_.prefix(text.substr(at));
    at += sign.word.size();
    if (n < 0 && at == start) return std::nullopt;
    if (sign.value == "end") {
      out.end = true;
    } else if (sign.value == "year" && n >= 0) {
      out.year = n < 100 ? 2000 + n : n;
    } else if (sign.value == "month" && n >= 0) {
      out.month = out.last_month = n;
    } else if (sign.value == "day" && n >= 0) {
      out.day = n;
    } else if (sign.value == "year") {  // 年内
      out.word = YearWord::document;
    } else if (sign.value == "month") {
      out.issue_month = true;
    } else if (n >= 0) {  // figures with points, or a number that leaves its unit to the date behind a dash
      if (out.year == 0 && n >= 1900)
        out.year = n;
      else if (out.month == 0)
        out.month = out.last_month = n;
      else
        out.day = n;
      if (at < text.size() && (text[at] == '.' || text[at] == '/' || text[at] == '-')) ++at;
    } else {
      return std::nullopt;
    }
  }
  if (out.month > 12 || out.day > 31) return std::nullopt;
  return out;
}

std::string TimeWords::duration(std::string_view text, bool weeks) const {
  int times = 1;
  for (std::size_t at = 0; at < text.size();) {
    const auto hours = hours_.prefix(text.substr(at));
    if (const auto unit = hours ? hours : units_.prefix(text.substr(at))) {
      int per = 0;
      const char* digits = unit.value.data();
      const char designator = *std::from_chars(digits, digits + unit.value.size(), per).ptr;
      const int total = times * per;
      if (total <= 0) return {};
      std::string out(hours ? "PT" : "P");
      if (hours) return out.append(std::to_string(total)).append(1, designator);
      if (designator == 'W' && total > 1 && !weeks) return out.append(std::to_string(7 * total)).append("D");
      if (designator == 'M' && total % 12 == 0) return out.append(std::to_string(total / 12)).append("Y");
      return out.append(std::to_string(total)).append(1, designator);
    }
    std::size_t behind = at;
    if (const int n = number(text, behind); n >= 0) {
      times = n;
      at = behind;
    } else {
      ++at;  // 每, spaces and what else stands before the unit
    }
  }
  return {};
}

int TimeWords::plan_start(std::string_view numeral) const {
  std::size_t at = 0;
  const int n = number(numeral, at);
  return n >= 6 ? 1951 + 5 * n : 0;  // 一五 began in 1953; from 六五 (1981) on they follow each other without a gap
}

std::optional<DayRange> days_of(const TimePoint& point, int year) {
  using namespace std::chrono;
  const auto month_of = [](int m) { return month{static_cast<unsigned>(m)}; };
  const auto day_of = [](int d) { return day{static_cast<unsigned>(d)}; };
  if (year <= 0) return std::nullopt;
  const int from = point.month > 0 ? point.month : 1, to = point.month > 0 ? point.last_month : 12;
  const year_month_day_last end{std::chrono::year{year}, month_day_last{month_of(to)}};
  DayRange out{{std::chrono::year{year}, month_of(from), day_of(std::max(point.day, 1))}, year_month_day{end}};
  if (point.day > 0) {
    const year_month_day last{std::chrono::year{year}, month_of(to), day_of(std::max(point.day, point.last_day))};
    if (point.one_day() || last.ok()) out.last = last;  // a third that ends on the 31st ends with its month
  }
  if (!out.first.ok() || !out.last.ok()) return std::nullopt;
  return out;
}

std::string iso_number(unsigned value, std::size_t width) {
  std::string out = std::to_string(value);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

std::string iso_month_day(std::chrono::year_month_day date) {
  std::string out("--");
  return out.append(iso_number(static_cast<unsigned>(date.month()), 2))
      .append("-")
      .append(iso_number(static_cast<unsigned>(date.day()), 2));
}

std::string iso_date(std::chrono::year_month_day date) {
  return iso_number(static_cast<unsigned>(static_cast<int>(date.year())), 4).append(iso_month_day(date).substr(1));
}

}  // namespace libparse::extract
