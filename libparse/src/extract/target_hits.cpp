// SPDX-License-Identifier: MIT
#include "extract/target_hits.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::extract {

bool WordHits::any(std::size_t begin, std::size_t end) const {
  if (!made_) {
    made_ = true;
    for (std::size_t at = where_.begin; at < where_.end; at = text::next(text_, at)) {
      const auto hit = words_.prefix(text_.substr(at, where_.end - at));
      if (hit) hits_.push_back({at, at + hit.word.size()});
    }
  }
  auto hit = std::ranges::partition_point(hits_, [&](text::Range h) { return h.begin < begin; });
  for (; hit != hits_.end() && hit->begin < end; ++hit) {
    if (hit->end <= end) return true;
    if (words_.prefix(text_.substr(hit->begin, end - hit->begin))) return true;  // a shorter word
  }
  return false;
}

}  // namespace libparse::extract
