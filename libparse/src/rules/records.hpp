// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "rules/tables.hpp"

/// The compiled form of the rule files: plain constant tables that live in the binary, so that nothing is parsed at
/// start-up. `rulec` writes them for the built-in rules; RulePack builds the same from a user's folder.
namespace libparse::rules {

struct WordRecord {
  std::string_view word;
  std::string_view value;
};

/// Where the words with a first (or last) character stand, half-open; empty where there are none.
struct CharBucket {
  char32_t c = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The place where a table of `size` buckets, a power of two, has `c` or where the search for it starts.
[[nodiscard]] constexpr std::size_t bucket_of(char32_t c, std::size_t size) noexcept {
  return (static_cast<std::uint32_t>(c) * 0x9E3779B1U >> 8U) & (size - 1);
}

/// Where the filter of a lexicon's first characters has the character that `text` starts with: the low bits of its
/// code point. Only a text that is cut off in its first character has no place there.
inline constexpr std::size_t kFirstBits = 1024;
[[nodiscard]] constexpr std::size_t first_bit(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x80) return byte(0);
  if (text.size() < 3) return kFirstBits;
  if (byte(0) < 0xE0) return byte(1);
  return (byte(1) & 0x0FU) << 6U | (byte(2) & 0x3FU);
}

struct LexiconRecord {
  std::string_view name;
  std::span<const WordRecord> words;       ///< sorted by the bytes of `word`, each once
  std::span<const std::uint32_t> by_last;  ///< indices, by the word's last character, longest first within
  std::span<const CharBucket> starts;      ///< hashed by the first character: stretches of `words`
  std::span<const CharBucket> ends;        ///< hashed by the last character: stretches of `by_last`
  std::span<const std::uint64_t> firsts;   ///< bit first_bit(word) is set for each word; of kFirstBits
};

struct PropertyRecord {
  std::string_view key;
  std::string_view value;
};

struct RuleRecord {
  std::string_view id;
  std::string_view family;
  std::string_view habit;
  std::string_view pattern;
  std::span<const std::string_view> unless_before;
  std::span<const std::string_view> unless_after;
  std::span<const std::string_view> only_before;
  std::span<const std::string_view> only_after;
  std::span<const PropertyRecord> produces;
};

struct FamilyRecord {
  std::string_view name;
  std::span<const RuleRecord> rules;  ///< a stretch of the pack's, in file order
  MatcherRecord matcher;
};

/// A rule as it is written, with {name} for lexicons and macros: what is needed to put a user's words in.
struct RuleSource {
  std::string_view match;
  std::span<const std::string_view> unless_before;
  std::span<const std::string_view> unless_after;
  std::span<const std::string_view> only_before;
  std::span<const std::string_view> only_after;
};

struct PackRecord {
  std::span<const LexiconRecord> lexicons;
  std::span<const RuleRecord> rules;  ///< grouped by family, in file order
  std::span<const PropertyRecord> macros;
  std::span<const RuleSource> sources;  ///< one for each of `rules`, in the same order
  std::span<const FamilyRecord> families;
};

/// The built-in rules; defined in the source that rulec writes.
extern const PackRecord kBuiltinPack;

}  // namespace libparse::rules
