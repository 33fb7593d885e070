// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace libparse {

/// An exact decimal number: digits × 10^-scale. 0.05 is {5, 2}; 50000 is {50000, 0}.
///
/// Kept in lowest form (no trailing zero digit behind the point), so that equal values compare equal.
struct Decimal {
  std::int64_t digits = 0;
  int scale = 0;

  /// Lowest form of digits × 10^-scale.
  [[nodiscard]] static Decimal of(std::int64_t digits, int scale = 0);
  /// Reads `12`, `0.35`, `1,200` (thousands marks allowed). False where the text is no such number or too large.
  [[nodiscard]] static bool parse(const std::string& text, Decimal& out);
  /// This number × 10^power (万 is 4, 亿 is 8).
  [[nodiscard]] Decimal shifted(int power) const;
  /// Plain digits without exponent: `50000`, `0.05`, `-1.5`.
  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] double to_double() const;
  friend bool operator==(const Decimal&, const Decimal&) = default;
  /// By value, exactly.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
};

}  // namespace libparse
