// SPDX-License-Identifier: MIT
// What holds for the built-in rules as a whole.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "rules/rule_file.hpp"

namespace fs = std::filesystem;

namespace {

const libparse::rules::RuleFolder& folder() {
  static const auto loaded = libparse::rules::load_rule_folder(LIBPARSE_SOURCE_DIR "/libparse/rules");
  return loaded;
}

}  // namespace

TEST_CASE("the rule files hold at least 400 texts to accept and 400 to reject") {
  std::size_t accept = 0, reject = 0;
  for (const auto& c : folder().cases) {
    accept += c.accept.size();
    reject += c.reject.size();
  }
  CHECK(accept >= 400);
  CHECK(reject >= 400);
}

TEST_CASE("each rule has a text to accept and one to reject") { CHECK_NOTHROW(check_cases(folder())); }

TEST_CASE("the cases of each family are run by a test program") {
  std::string programs;
  for (const auto& entry : fs::directory_iterator(LIBPARSE_SOURCE_DIR "/tests/rules")) {
    if (!entry.path().filename().string().ends_with("_cases_test.cpp")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    programs.append(std::istreambuf_iterator<char>(file), {});
  }
  std::set<std::string> families;
  for (const auto& rule : folder().rules) families.insert(rule.family);
  for (const std::string& family : families) {
    CAPTURE(family);
    CHECK(programs.find("run_cases(\"" + family + "\"") != std::string::npos);
  }
}
