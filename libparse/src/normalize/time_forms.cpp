// SPDX-License-Identifier: MIT
#include "normalize/time_forms.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace libparse::normalize {
namespace {

/// The number and unit of a duration of one unit, `P3M`; unit 0 where it is none. Hours have the unit `H`.
std::pair<int, char> parts_of(std::string_view duration) {
  if (!duration.starts_with('P')) return {0, 0};
  const bool has_time = duration.substr(1).starts_with('T');
  duration.remove_prefix(has_time ? 2 : 1);
  int number = 0;
  const auto [end, error] = std::from_chars(duration.data(), duration.data() + duration.size(), number);
  if (error != std::errc{} || end + 1 != duration.data() + duration.size() || number <= 0) return {0, 0};
  if (has_time != (*end == 'H')) return {0, 0};
  return {number, *end};
}

std::string_view frequency_of(char unit) {
  switch (unit) {
    case 'Y':
      return "YEARLY";
    case 'M':
      return "MONTHLY";
    case 'W':
      return "WEEKLY";
    case 'D':
      return "DAILY";
    case 'H':
      return "HOURLY";
    default:
      return {};
  }
}

/// BYMONTHDAY for a day of the month; `month` is 0 where it is any.
std::string month_day(int day, int month) {
  constexpr std::array<int, 13> kShortest = {28, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int shortest = kShortest[static_cast<std::size_t>(month)];
  if (day <= shortest) return ";BYMONTHDAY=" + std::to_string(day);
  if (day == 31 || (month == 2 && day == 29)) return ";BYMONTHDAY=-1";
  std::string days = ";BYMONTHDAY=";  // the last of these that the month has
  for (int d = shortest; d <= day; ++d) days += (d == shortest ? "" : ",") + std::to_string(d);
  return days + ";BYSETPOS=-1";
}

int number_at(std::string_view text, std::size_t at) {
  int value = 0;
  std::from_chars(text.data() + at, text.data() + at + 2, value);
  return value;
}

}  // namespace

std::string edtf_of(const Time& time) {
  if (time.start.empty() && time.end.empty()) return {};
  if (time.type == TimeType::start && time.end.empty()) return time.start + "/..";
  return (time.start.empty() ? ".." : time.start) + "/" + (time.end.empty() ? ".." : time.end);
}

std::string rrule_of(const Time& time) {
  if (time.type != TimeType::recurrence) return {};
  const auto [number, unit] = parts_of(time.every);
  const std::string_view frequency = frequency_of(unit);
  if (frequency.empty()) return {};
  std::string rule = "FREQ=" + std::string(frequency);
  if (number > 1) rule += ";INTERVAL=" + std::to_string(number);
  if (unit == 'Y' && time.by.size() == 7) {  // --12-25
    const int month = number_at(time.by, 2);
    rule += ";BYMONTH=" + std::to_string(month) + month_day(number_at(time.by, 5), month);
  } else if (unit == 'M' && time.by.size() == 5) {  // ---08
    rule += month_day(number_at(time.by, 3), 0);
  }
  if (time.end.size() == 10) {
    rule += ";UNTIL=" + time.end.substr(0, 4) + time.end.substr(5, 2) + time.end.substr(8, 2);
  }
  return rule;
}

}  // namespace libparse::normalize
