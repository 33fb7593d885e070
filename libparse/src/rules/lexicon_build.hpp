// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rules/records.hpp"

namespace libparse::rules {

/// What a LexiconRecord points to.
struct LexiconTables {
  std::vector<WordRecord> words;
  std::vector<std::uint32_t> by_last;
  std::vector<CharBucket> starts, ends;
  std::vector<std::uint64_t> firsts;
  [[nodiscard]] LexiconRecord record(std::string_view name) const {
    return {name, words, by_last, starts, ends, firsts};
  }
};

/// Sorts and indexes words, which must not be empty. Of equal words the last stands.
LexiconTables build_lexicon(std::vector<WordRecord> words);

}  // namespace libparse::rules
