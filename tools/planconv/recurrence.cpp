// SPDX-License-Identifier: MIT
#include <charconv>
#include <string_view>

#include "planconv/calendar.hpp"

namespace planconv {
namespace {

// The number at the start of `text`, which is taken away; 0 where there is none.
int take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return error == std::errc{} && number > 0 ? number : 0;
}

// `--12-25` (each year) or `---08` (each month) as parts of a rule; empty for anything else.
std::string find_day_parts(std::string_view by) {
  const bool is_yearly = by.size() == 7 && by[4] == '-';
  std::string_view month = is_yearly ? by.substr(2, 2) : std::string_view{};
  std::string_view day = by.size() >= 5 ? by.substr(5) : std::string_view{};
  if (!by.starts_with("--") || (!is_yearly && by.size() != 5)) return {};
  if (!is_yearly) day = by.substr(3);
  std::string parts;
  if (const int number = take_number(month)) parts += ";BYMONTH=" + std::to_string(number);
  if (const int number = take_number(day)) parts += ";BYMONTHDAY=" + std::to_string(number);
  return parts;
}

}  // namespace

std::string find_rule(const libparse::Time& time) {
  if (!time.rrule.empty()) return time.rrule;
  std::string_view every = time.every;
  if (!every.starts_with('P')) return {};
  every.remove_prefix(1);
  int interval = take_number(every);
  if (interval == 0 || every.size() != 1) return {};
  char unit = every.front();
  if (unit == 'D' && interval % 7 == 0) {
    unit = 'W';
    interval /= 7;
  }
  std::string rule;
  if (unit == 'D') rule = "FREQ=DAILY";
  if (unit == 'W') rule = "FREQ=WEEKLY";
  if (unit == 'M') rule = "FREQ=MONTHLY";
  if (unit == 'Y') rule = "FREQ=YEARLY";
  if (rule.empty()) return {};
  if (interval > 1) rule += ";INTERVAL=" + std::to_string(interval);
  return rule + find_day_parts(time.by);
}

}  // namespace planconv
