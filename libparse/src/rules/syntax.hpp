// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "rules/char_set.hpp"

namespace libparse::rules {

/// A pattern as a tree.
struct Syntax {
  enum class Kind : unsigned char {
    chars,     ///< one character of `chars`
    sequence,  ///< `parts` behind each other; without parts the empty text
    choice,    ///< one of `parts`, an earlier one rather than a later one
    repeat,    ///< `parts[0]` from `min` to `max` times
    group,     ///< `parts[0]`, captured as `name`
    end,       ///< $: the end of the text
  };
  static constexpr int kNoLimit = -1;

  Kind kind = Kind::sequence;
  CharSet chars;
  std::vector<Syntax> parts;
  int min = 0;
  int max = kNoLimit;
  bool greedy = true;  ///< a repeat takes as much as it can rather than as little
  std::string name;
};

/// Syntax of RE2 that rule files have no use for, so that our automaton does not know it.
class SyntaxError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads a pattern that RE2 accepts (the loader asks RE2 first, so that this reader need not judge what is a pattern).
///
/// Known: characters, `.`, classes with ranges, `^` and escapes, \d \D \s \S \w \W \n \t \r \f \v and escaped
/// punctuation, (?:…), (?P<name>…), |, ? * + {n} {n,} {n,m} with or without a lazy `?`, and $.
/// Errors: SyntaxError with what is not known, such as flags, \b, \p{…}, [[:alpha:]] and ^.
Syntax parse_syntax(std::string_view valid_pattern);

/// Whether it can match the empty text (where `$` holds).
bool is_nullable(const Syntax& syntax);

}  // namespace libparse::rules
