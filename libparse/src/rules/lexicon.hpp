// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "rules/lexicon_build.hpp"
#include "rules/records.hpp"

namespace libparse::rules {

/// A word list with values: 责任单位 → responsible. Immutable.
class Lexicon {
 public:
  Lexicon() = default;
  /// Reads the tables where they lie; they must outlive it.
  explicit Lexicon(const LexiconRecord& record) : record_(record) {}
  /// Later lists lie over earlier ones: the value of a repeated word is the last one's.
  explicit Lexicon(const std::vector<std::span<const WordRecord>>& layers);

  struct Hit {
    std::string_view word;  ///< empty where nothing was found
    std::string_view value;
    explicit operator bool() const noexcept { return !word.empty(); }
  };
  /// The entry equal to `text`.
  [[nodiscard]] Hit find(std::string_view text) const noexcept;
  [[nodiscard]] bool contains(std::string_view text) const noexcept { return static_cast<bool>(find(text)); }
  /// The longest entry that `text` starts with.
  [[nodiscard]] Hit prefix(std::string_view text) const noexcept { return may_start(text) ? find_prefix(text) : Hit{}; }
  /// The longest entry that `text` ends with.
  [[nodiscard]] Hit suffix(std::string_view text) const noexcept;
  /// The leftmost (then longest) entry inside `text`, and where it stands.
  [[nodiscard]] Hit search(std::string_view text, std::size_t& at) const noexcept;
  [[nodiscard]] bool any_in(std::string_view text) const noexcept {
    std::size_t at = 0;
    return static_cast<bool>(search(text, at));
  }
  /// Sorted by bytes.
  [[nodiscard]] std::span<const WordRecord> words() const noexcept { return record_.words; }

 private:
  /// Most places start no word: this keeps the look-up from them.
  [[nodiscard]] bool may_start(std::string_view text) const noexcept {
    if (text.empty() || record_.firsts.empty()) return false;
    const std::size_t bit = first_bit(text);
    return bit == kFirstBits || (record_.firsts[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  [[nodiscard]] Hit find_prefix(std::string_view text) const noexcept;

  std::shared_ptr<const LexiconTables> own_;  ///< of a lexicon that was put together
  LexiconRecord record_;
};

}  // namespace libparse::rules
