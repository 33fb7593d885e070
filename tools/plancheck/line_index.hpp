// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace plancheck {

/// Turns byte offsets of a file into lines and columns. Building it reads the file once; a look-up costs the same
/// however long the lines are.
class LineIndex {
 public:
  explicit LineIndex(std::string_view bytes);
  /// Line and column of a byte, from 1; columns count code points. An offset behind the end is the end.
  [[nodiscard]] std::pair<std::size_t, std::size_t> find(std::size_t at) const;

 private:
  static constexpr std::size_t kStep = 1024;
  [[nodiscard]] std::size_t characters_before(std::size_t at) const;

  std::string_view bytes_;
  std::vector<std::size_t> starts_;  // byte offset of each line
  std::vector<std::size_t> marks_;   // code points before every kStep-th byte
};

}  // namespace plancheck
