// SPDX-License-Identifier: MIT
#pragma once

#include "libparse/decimal.hpp"

namespace libparse::review {

/// a > b, exactly. False where the numbers are too far apart in size to be compared in 64 bits.
[[nodiscard]] constexpr bool exceeds(const Decimal& a, const Decimal& b) {
  constexpr int kScale = 6;
  constexpr std::int64_t kLargest = 1'000'000'000'000;
  if (a.scale > kScale || b.scale > kScale || a.scale < 0 || b.scale < 0) return false;
  if (a.digits > kLargest || b.digits > kLargest || a.digits < -kLargest || b.digits < -kLargest) return false;
  std::int64_t x = a.digits, y = b.digits;
  for (int s = a.scale; s < kScale; ++s) x *= 10;
  for (int s = b.scale; s < kScale; ++s) y *= 10;
  return x > y;
}

}  // namespace libparse::review
