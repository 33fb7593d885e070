// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "libparse/compare.hpp"

namespace libparse::compare {

/// The sections around the tasks of one list, told by their words: numbers change when a section is put in before.
class Places {
 public:
  explicit Places(const TaskList& list);

  struct Level {
    std::string key;   ///< normalised
    std::string text;  ///< label and title as written
    friend bool operator==(const Level&, const Level&) = default;
  };
  /// The sections around task `i`, from the top, without its own heading.
  [[nodiscard]] const std::vector<Level>& of(std::size_t i) const { return of_task_[i]; }
  /// The same in one string; empty outside all sections.
  [[nodiscard]] const std::string& key(std::size_t i) const { return keys_[i]; }
  /// Labels and titles as written, with ` > ` between them.
  [[nodiscard]] std::string text(std::size_t i) const;

 private:
  std::vector<std::vector<Level>> of_task_;
  std::vector<std::string> keys_;
};

/// Adds `section_renamed` and `section_moved` to `difference.sections`, and `moved` to the tasks that stand elsewhere:
/// in another section, or elsewhere among those that stayed in their section.
void compare_places(const Places& before, const Places& after, PlanDifference& difference);

/// Marks those that keep their order: a longest increasing subsequence. O(n log n).
[[nodiscard]] std::vector<bool> in_order(const std::vector<std::size_t>& sequence);

}  // namespace libparse::compare
