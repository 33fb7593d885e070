// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace libparse::rules {

/// Code points from `first` to `last`, both included.
struct CharRange {
  char32_t first = 0;
  char32_t last = 0;
  friend bool operator==(const CharRange&, const CharRange&) = default;
  friend auto operator<=>(const CharRange&, const CharRange&) = default;
};

inline constexpr char32_t kLastChar = 0x10FFFF;

/// A set of characters: sorted, disjoint ranges that do not touch.
using CharSet = std::vector<CharRange>;

/// The same characters in normal form.
CharSet normalized(CharSet ranges);

/// Every other character.
CharSet complement(const CharSet& ranges);

}  // namespace libparse::rules
