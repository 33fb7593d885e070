// SPDX-License-Identifier: MIT
#include "normalize/numerals.hpp"

#include <algorithm>

namespace libparse::normalize {
namespace {

constexpr int kNone = -1;
constexpr std::size_t kLongestRun = 12;  // 二〇二五 has four; what is longer is no number that anyone would write out

// The value of a digit or a unit, or kNone.
int value_of(char32_t c) {
  switch (c) {
    case 0x3007:  // 〇
    case 0x96F6:  // 零
      return 0;
    case 0x4E00:  // 一
      return 1;
    case 0x4E8C:  // 二
    case 0x4E24:  // 两
      return 2;
    case 0x4E09:  // 三
      return 3;
    case 0x56DB:  // 四
      return 4;
    case 0x4E94:  // 五
      return 5;
    case 0x516D:  // 六
      return 6;
    case 0x4E03:  // 七
      return 7;
    case 0x516B:  // 八
      return 8;
    case 0x4E5D:  // 九
      return 9;
    case 0x5341:  // 十
      return 10;
    case 0x767E:  // 百
      return 100;
    case 0x5343:  // 千
      return 1000;
    default:
      return kNone;
  }
}

// A run with units, such as 三百零五; kNone where it is not well formed.
int count_of(std::u32string_view run) {
  int sum = 0, digit = kNone, last_unit = 10'000;
  bool behind_zero = false;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const int value = value_of(run[i]);
    if (value == 0) {
      if (digit != kNone) return kNone;
      behind_zero = true;
    } else if (value < 10) {
      if (digit != kNone) return kNone;
      digit = value;
    } else {
      if (digit == kNone && value == 10 && (i == 0 || behind_zero)) digit = 1;  // 十五, 一百零十
      if (digit == kNone || value >= last_unit) return kNone;
      sum += digit * value;
      digit = kNone;
      last_unit = value;
      behind_zero = false;
    }
  }
  if (digit == kNone) return sum;
  const bool elided = last_unit >= 100 && last_unit <= 1000 && !behind_zero;  // 三百五
  return sum + digit * (elided ? last_unit / 10 : 1);
}

}  // namespace

bool is_numeral(char32_t c) { return value_of(c) != kNone; }

std::u32string digits_of(std::u32string_view run) {
  if (run.empty() || run.size() > kLongestRun) return {};
  std::u32string digits;
  if (std::none_of(run.begin(), run.end(), [](char32_t c) { return value_of(c) >= 10; })) {
    for (const char32_t c : run) digits.push_back(U'0' + static_cast<char32_t>(value_of(c)));
    return digits;
  }
  const int count = count_of(run);
  if (count == kNone) return {};
  for (const char c : std::to_string(count)) digits.push_back(static_cast<char32_t>(c));
  return digits;
}

}  // namespace libparse::normalize
