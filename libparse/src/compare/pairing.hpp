// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace libparse::compare {

/// Values of two tasks that still look for a partner, in reading order.
template <typename T>
struct Unpaired {
  std::vector<T> before;
  std::vector<T> after;

  /// Pairs values whose keys are equal and not empty, the first with the first, and calls `found(old, new)`.
  template <typename Key, typename Found>
  void take_equal(const Key& key, const Found& found) {
    std::unordered_map<std::string, std::vector<std::size_t>> waiting;  // the first at the back
    for (std::size_t k = after.size(); k-- > 0;) {
      if (std::string of = key(after[k]); !of.empty()) waiting[std::move(of)].push_back(k);
    }
    std::unordered_set<std::size_t> taken;
    std::vector<T> left;
    for (T& value : before) {
      const auto same = waiting.find(key(value));
      if (same == waiting.end() || same->second.empty()) {
        left.push_back(std::move(value));
        continue;
      }
      found(value, after[same->second.back()]);
      taken.insert(same->second.back());
      same->second.pop_back();
    }
    before = std::move(left);
    left = {};
    for (std::size_t k = 0; k < after.size(); ++k) {
      if (!taken.contains(k)) left.push_back(std::move(after[k]));
    }
    after = std::move(left);
  }
};

}  // namespace libparse::compare
