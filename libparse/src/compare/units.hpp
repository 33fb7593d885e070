// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libparse/compare.hpp"
#include "rules/pack.hpp"

namespace libparse::compare {

/// Compares the bodies (责任单位) named for a task. Made once for each comparison.
class UnitComparer {
 public:
  UnitComparer(const rules::Pack& pack, ComparisonMode mode)
      : endings_(pack.lexicon("body-ending")),
        levels_(pack.lexicon("level-ending")),
        national_(pack.lexicon("national-lead")),
        mode_(mode) {}

  /// Adds unit_added, unit_removed, role_changed and scope_changed.
  void compare(const std::vector<const Responsibility*>& before, const std::vector<const Responsibility*>& after,
               std::vector<Difference>& changes) const;

  /// True for two writings of one body: 市住建局 and 市住房和城乡建设局; in a cascade also for bodies of two levels
  /// with one field: 省住房城乡建设厅 and 市住建局.
  [[nodiscard]] bool is_same(const Responsibility& a, const Responsibility& b) const;

 private:
  struct Name {
    std::string_view ending;              ///< 局, 委员会; empty where none is known
    std::string_view ending_class;        ///< endings of one class may stand for each other at different levels
    std::vector<std::string_view> cores;  ///< without ending: as written, without place, without level
  };
  [[nodiscard]] Name take_apart(std::string_view name) const;

  const rules::Lexicon& endings_;
  const rules::Lexicon& levels_;
  const rules::Lexicon& national_;
  ComparisonMode mode_;
};

}  // namespace libparse::compare
