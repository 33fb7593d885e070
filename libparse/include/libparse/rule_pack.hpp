// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

namespace libparse {

namespace rules {
class Pack;
}

/// The rules and word lists that a notice is read with. Immutable, thread-safe; copies share one state.
class RulePack {
 public:
  /// The rules built into the library. Costs nothing at start-up: each part is made ready when first used.
  static const RulePack& builtin();

  /// The built-in rules with the user's folders laid over them, the last on top: words are added or get a new value,
  /// a rule with a known id takes that rule's place, a new one comes before the built-in ones of its family.
  ///
  /// Errors: `Error{rules}` with file, line and reason.
  static RulePack load(const std::vector<std::filesystem::path>& folders);

  [[nodiscard]] const rules::Pack& pack() const noexcept { return *pack_; }

 private:
  explicit RulePack(std::shared_ptr<const rules::Pack> pack) : pack_(std::move(pack)) {}
  std::shared_ptr<const rules::Pack> pack_;
};

}  // namespace libparse
