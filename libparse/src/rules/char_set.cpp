// SPDX-License-Identifier: MIT
#include "rules/char_set.hpp"

#include <algorithm>

namespace libparse::rules {

CharSet normalized(CharSet ranges) {
  std::sort(ranges.begin(), ranges.end());
  CharSet out;
  for (const CharRange& x : ranges) {
    if (!out.empty() && x.first <= out.back().last + 1) {
      out.back().last = std::max(out.back().last, x.last);
    } else {
      out.push_back(x);
    }
  }
  return out;
}

CharSet complement(const CharSet& ranges) {
  CharSet out;
  char32_t next = 0;
  for (const CharRange& x : normalized(ranges)) {
    if (x.first > next) out.push_back({next, x.first - 1});
    next = x.last + 1;
  }
  if (next <= kLastChar) out.push_back({next, kLastChar});
  return out;
}

}  // namespace libparse::rules
