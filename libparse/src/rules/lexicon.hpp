// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/records.hpp"

namespace libparse::rules {

/// A word list with values: 责任单位 → responsible. Immutable; built once per rule pack.
class Lexicon {
 public:
  Lexicon() = default;
  /// Later lists lie over earlier ones: the value of a repeated word is the last one's.
  explicit Lexicon(const std::vector<std::span<const WordRecord>>& layers);

  struct Hit {
    std::string_view word;   ///< empty where nothing was found
    std::string_view value;
    explicit operator bool() const noexcept { return !word.empty(); }
  };
  /// The entry equal to `text`.
  [[nodiscard]] Hit find(std::string_view text) const noexcept;
  [[nodiscard]] bool contains(std::string_view text) const noexcept { return static_cast<bool>(find(text)); }
  /// The longest entry that `text` starts with.
  [[nodiscard]] Hit prefix(std::string_view text) const noexcept;
  /// The longest entry that `text` ends with.
  [[nodiscard]] Hit suffix(std::string_view text) const noexcept;
  /// The leftmost (then longest) entry inside `text`, and where it stands.
  [[nodiscard]] Hit search(std::string_view text, std::size_t& at) const noexcept;
  [[nodiscard]] bool any_in(std::string_view text) const noexcept {
    std::size_t at = 0;
    return static_cast<bool>(search(text, at));
  }
  [[nodiscard]] const std::vector<WordRecord>& words() const noexcept { return words_; }

 private:
  std::vector<WordRecord> words_;         ///< sorted by bytes
  std::vector<std::uint32_t> by_last_;    ///< indices, sorted by the word's last byte, longest first within
  std::uint32_t first_[257] = {};         ///< where the words with a first byte start
  std::uint32_t last_[257] = {};
};

}  // namespace libparse::rules
