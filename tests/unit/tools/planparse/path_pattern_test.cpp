// SPDX-License-Identifier: MIT
#include "planparse/path_pattern.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using planparse::PathPattern;

namespace {

/// True where the path, given below the pattern's root, matches.
bool matches(const std::string& pattern, const std::vector<std::string>& names) {
  const PathPattern p(pattern);
  PathPattern::States states = p.start();
  for (const std::string& name : names) states = p.step(states, name);
  return p.matches(states);
}

}  // namespace

TEST_CASE("the root of a pattern is what stands before its first wildcard") {
  CHECK(PathPattern("a/b/*.txt").root() == "a/b");
  CHECK(PathPattern("*.txt").root().empty());
  CHECK(PathPattern("/data/2025-?/x").root() == "/data");
  CHECK(PathPattern("/*").root() == "/");
  CHECK(PathPattern("./a*").root() == ".");
}

TEST_CASE("a star stays within one name") {
  CHECK(matches("a/*.txt", {"x.txt"}));
  CHECK_FALSE(matches("a/*.txt", {"x.txt.bak"}));
  CHECK_FALSE(matches("a/*.txt", {"b", "x.txt"}));
  CHECK_FALSE(matches("a/*/x.txt", {"x.txt"}));
}

TEST_CASE("two stars are any number of folders, none too") {
  CHECK(matches("a/**/*.txt", {"x.txt"}));
  CHECK(matches("a/**/*.txt", {"b", "c", "x.txt"}));
  CHECK(matches("a/**", {"b", "x"}));
  CHECK(matches("**/b/*", {"a", "b", "x"}));
  CHECK(matches("**/**/x", {"x"}));
  CHECK_FALSE(matches("a/**/b/*", {"b", "c", "x"}));
}

TEST_CASE("a question mark is one character of UTF-8 in every locale") {
  CHECK(matches("?.txt", {"云.txt"}));
  CHECK_FALSE(matches("??.txt", {"云.txt"}));
  CHECK(matches("[云临][0-9].txt", {"临7.txt"}));
  CHECK_FALSE(matches("[!云].txt", {"云.txt"}));
}

TEST_CASE("names that begin with a dot are matched only where the pattern has the dot") {
  CHECK_FALSE(matches("*", {".x"}));
  CHECK_FALSE(matches("**/*", {".git", "x"}));
  CHECK(matches(".[a-z]*", {".x"}));
}
