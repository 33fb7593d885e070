// SPDX-License-Identifier: MIT
#include "libparse/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

namespace libparse {
namespace {

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Cuts the whole part off the front of `text`: `12`, or `1,200` in groups of three. Empty where it is malformed.
std::string take_whole_part(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789,"), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end);
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  for (const char c : part) {
    if (c == ',') {
      if (group == 0 || group > 3 || (grouped && group != 3)) return {};
      grouped = true;
      group = 0;
    } else {
      digits += c;
      ++group;
    }
  }
  if (grouped && group != 3) return {};
  return digits;
}

}  // namespace

Decimal Decimal::of(std::int64_t digits, int scale) {
  if (digits == 0) return {};
  while (scale > 0 && digits % 10 == 0) {
    digits /= 10;
    --scale;
  }
  // A number too large to be written out keeps a negative scale; it is still exact.
  while (scale < 0 && digits <= kMax / 10 && digits >= kMin / 10) {
    digits *= 10;
    ++scale;
  }
  return {digits, scale};
}

bool Decimal::parse(const std::string& text, Decimal& out) {
  std::string_view rest = text;
  std::string digits;
  if (rest.starts_with('-') || rest.starts_with('+')) {
    if (rest.front() == '-') digits = "-";
    rest.remove_prefix(1);
  }
  const std::string whole = take_whole_part(rest);
  if (whole.empty()) return false;
  digits += whole;
  int scale = 0;
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    if (rest.empty() || !std::all_of(rest.begin(), rest.end(), is_digit)) return false;
    rest = rest.substr(0, rest.find_last_not_of('0') + 1);  // zeros at the end must not cost range
    digits += rest;
    scale = static_cast<int>(rest.size());
    rest = {};
  }
  if (!rest.empty()) return false;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return false;
  out = of(value, scale);
  return true;
}

Decimal Decimal::shifted(int power) const { return of(digits, scale - power); }

std::string Decimal::to_string() const {
  std::string text = std::to_string(digits);
  if (digits == 0) return text;
  if (scale <= 0) return text.append(static_cast<std::size_t>(-scale), '0');
  const std::size_t sign = digits < 0 ? 1 : 0;
  const auto places = static_cast<std::size_t>(scale);
  if (text.size() - sign <= places) text.insert(sign, places + 1 - (text.size() - sign), '0');
  return text.insert(text.size() - places, 1, '.');
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if ((a.digits < 0) != (b.digits < 0) || a.digits == 0 || b.digits == 0) return a.digits <=> b.digits;
  const auto parts = [](const Decimal& of) {  // whole part and places behind the point, without sign
    std::string text = of.to_string();
    if (of.digits < 0) text.erase(0, 1);
    const std::size_t point = std::min(text.find('.'), text.size());
    return std::pair(text.substr(0, point), text.substr(std::min(point + 1, text.size())));
  };
  const auto [whole_a, places_a] = parts(a);
  const auto [whole_b, places_b] = parts(b);
  const auto size = std::tuple(whole_a.size(), whole_a, places_a) <=> std::tuple(whole_b.size(), whole_b, places_b);
  return a.digits < 0 ? 0 <=> size : size;
}

double Decimal::to_double() const {
  const std::string text = to_string();
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);  // unlike strtod, blind to the locale
  return value;
}

}  // namespace libparse
