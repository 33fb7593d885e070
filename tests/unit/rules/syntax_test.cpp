// SPDX-License-Identifier: MIT
#include "rules/syntax.hpp"

#include <doctest/doctest.h>

namespace libparse::rules {
namespace {

std::string refusal(std::string_view pattern) {
  try {
    parse_syntax(pattern);
  } catch (const SyntaxError& e) {
    return e.what();
  }
  return "";
}

}  // namespace

TEST_CASE("syntax that no rule needs is refused by name") {
  CHECK(refusal("年\\b") == "'\\b' is not known here");
  CHECK(refusal("\\p{Lu}") == "'\\p' is not known here");
  CHECK(refusal("[[:alpha:]]") == "a named class such as [[:alpha:]] is not known here");
  CHECK(refusal("(?i)a") == "a group with flags is not known here");
  CHECK(refusal("^年") == "'^' is of no use: a match starts where it is looked for");
  CHECK(refusal("(年)") == "a group must be (?:…) or (?P<name>…)");
  CHECK(refusal("(?:(?P<year>[0-9]{4})年)??[^\\d-]+.*$") == "");
}

TEST_CASE("a class is the set of its characters") {
  CHECK(parse_syntax("[]a-c-]").chars == CharSet{{'-', '-'}, {']', ']'}, {'a', 'c'}});
  CHECK(parse_syntax("[^\\n-]").chars == CharSet{{0, 9}, {11, 44}, {46, kLastChar}});
  CHECK(parse_syntax("[①-③\\s]").chars == CharSet{{9, 10}, {12, 13}, {32, 32}, {0x2460, 0x2462}});
  CHECK(parse_syntax(".").chars == CharSet{{0, 9}, {11, kLastChar}});
}

TEST_CASE("a brace that counts nothing is a character") {
  CHECK(parse_syntax("{").chars == CharSet{{'{', '{'}});
  CHECK(parse_syntax("a{2,}").min == 2);
  CHECK(parse_syntax("a{2,}").max == Syntax::kNoLimit);
  CHECK(parse_syntax("a{,2}").parts.size() == 5);
}

TEST_CASE("what can match nothing is nullable") {
  CHECK(is_nullable(parse_syntax("(?:a?|b)*$")));
  CHECK(is_nullable(parse_syntax("(?P<x>a*){2}")));
  CHECK_FALSE(is_nullable(parse_syntax("a?b")));
}

}  // namespace libparse::rules
