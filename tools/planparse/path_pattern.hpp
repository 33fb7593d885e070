// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace planparse {

/// A pattern of paths as shells have it (POSIX.1-2017, XCU 2.13): `*`, `?` and `[…]` within one name, `**` for any
/// number of folders. `?` is one character of UTF-8 in every locale. Names that begin with a dot are matched only where
/// the pattern has the dot.
class PathPattern {
 public:
  /// Positions in the pattern that a path can have reached, in rising order.
  using States = std::vector<std::size_t>;

  explicit PathPattern(const std::string& pattern);

  /// True where `path` has a character that makes it a pattern.
  [[nodiscard]] static bool is_pattern(const std::string& path);

  /// The folder above the first name with a wildcard; empty: the current folder.
  [[nodiscard]] const std::string& root() const { return root_; }
  [[nodiscard]] States start() const { return close({0}); }
  /// Where `states` lead by one more name. Empty: no path that begins so matches.
  [[nodiscard]] States step(const States& states, const std::string& name) const;
  /// True where a path that leads to `states` matches.
  [[nodiscard]] bool matches(const States& states) const { return !states.empty() && states.back() == parts_.size(); }

 private:
  [[nodiscard]] States close(States states) const;

  std::string root_;
  std::vector<std::string> parts_;
};

}  // namespace planparse
