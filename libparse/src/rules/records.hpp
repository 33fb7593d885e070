// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// The compiled form of the rule files: plain constant tables that live in the binary, so that nothing is parsed at
/// start-up. `rulec` writes them for the built-in rules; RulePack builds the same from a user's folder.
namespace libparse::rules {

struct WordRecord {
  std::string_view word;
  std::string_view value;
};

struct LexiconRecord {
  std::string_view name;
  std::span<const WordRecord> words;  ///< sorted by the bytes of `word`
};

struct PropertyRecord {
  std::string_view key;
  std::string_view value;
};

/// Code points from `first` to `last`, both included.
struct CharRange {
  char32_t first = 0;
  char32_t last = 0;
  friend bool operator==(const CharRange&, const CharRange&) = default;
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
  std::span<const CharRange> first;  ///< what a match can start with; see first_chars.hpp
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
};

/// The built-in rules; defined in the source that rulec writes.
extern const PackRecord kBuiltinPack;

}  // namespace libparse::rules
