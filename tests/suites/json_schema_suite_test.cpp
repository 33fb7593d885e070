// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "libparse/error.hpp"
#include "plancheck/schema.hpp"
#include "suite.hpp"

using nlohmann::json;

namespace {

std::string verdict(const std::string& schema, const std::string& document, bool& valid) {
  try {
    const libparse::Node tree = libparse::read_trees(document, libparse::Format::json).at(0);
    valid = plancheck::Schema(schema).find_violations(tree).empty();
    return valid ? "taken as valid" : "taken as invalid";
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("plancheck's validation ends as the suite of JSON Schema draft-07 says") {
  const auto folder = tests::find_suite("/usr/share/json-schema-test-suite/tests/draft7", "json-schema-test-suite");
  if (!folder) return;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  tests::Tally tally("json_schema");
  for (const std::filesystem::path& file : files) {
    const std::string part = file.lexically_relative(*folder).replace_extension().string();
    for (const json& group : json::parse(tests::read_file(file))) {
      for (const json& test : group["tests"]) {
        const bool expected = test["valid"].get<bool>();
        bool valid = !expected;
        const std::string found = verdict(group["schema"].dump(), test["data"].dump(), valid);
        tally.add(part + ": " + group["description"].get<std::string>() + ": " + test["description"].get<std::string>(),
                  valid == expected, found);
      }
    }
  }
  CHECK(tally.run() > 500);
  tally.finish();
}
