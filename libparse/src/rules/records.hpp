// SPDX-License-Identifier: MIT
#pragma once

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

struct LexiconRecord {
  std::string_view name;
  std::span<const WordRecord> words;  ///< sorted by the bytes of `word`
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
