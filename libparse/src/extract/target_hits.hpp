// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "rules/lexicon.hpp"
#include "text/work_text.hpp"

namespace libparse::extract {

/// Where the words of a list stand in one stretch of text. Made in one pass when first asked, so that asking for many
/// overlapping ranges stays cheap. Refers to the list and the text.
class WordHits {
 public:
  WordHits(const rules::Lexicon& words, std::string_view text, text::Range where)
      : words_(words), text_(text), where_(where) {}
  /// True where a word stands between `begin` and `end`.
  [[nodiscard]] bool any(std::size_t begin, std::size_t end) const;

 private:
  const rules::Lexicon& words_;
  std::string_view text_;
  text::Range where_;
  mutable bool made_ = false;
  mutable std::vector<text::Range> hits_;  ///< the longest word at each place where one starts
};

}  // namespace libparse::extract
