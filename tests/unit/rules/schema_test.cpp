// SPDX-License-Identifier: MIT
// The rule files that are built in have the form that schemas/rules.schema.json describes.
#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "schema_check.hpp"

namespace fs = std::filesystem;

namespace {

/// As the loader reads YAML: every scalar is a text.
nlohmann::json to_json(const YAML::Node& node) {
  if (node.IsSequence()) {
    nlohmann::json list = nlohmann::json::array();
    for (const YAML::Node& item : node) list.push_back(to_json(item));
    return list;
  }
  if (node.IsMap()) {
    nlohmann::json map = nlohmann::json::object();
    for (const auto& pair : node) map[pair.first.Scalar()] = to_json(pair.second);
    return map;
  }
  return node.Scalar();
}

std::string problems_of(const std::string& yaml, const std::string& definition) {
  return tests::find_rule_schema_problems(to_json(YAML::Load(yaml)).dump(), definition);
}

}  // namespace

TEST_CASE("every built-in rule file satisfies the schema of rule files") {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(LIBPARSE_SOURCE_DIR) / "libparse/rules")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string path = entry.path().string();
    CAPTURE(path);
    const std::string problems =
        tests::find_rule_schema_problems(to_json(YAML::LoadFile(path)).dump(), entry.path().stem().string());
    CHECK(problems == "");
    ++files;
  }
  CHECK(files >= 20);
}

TEST_CASE("the schema of rule files refuses what the loader refuses") {
  CHECK(problems_of("- {id: time.x, habit: h, example: e, match: m}", "rules") == "");
  CHECK(problems_of("- {id: time.x, habit: h, example: e}", "rules") != "");
  CHECK(problems_of("- {id: time.x, habit: h, example: e, match: m, mtach: m}", "rules") != "");
  CHECK(problems_of("- {id: Time, habit: h, example: e, match: m}", "rules") != "");
  CHECK(problems_of("- {id: time.x, habit: h, example: e, match: m, produces: [a]}", "rules") != "");
  CHECK(problems_of("- {id: a, rule: time.x, accept: [b]}", "cases") == "");
  CHECK(problems_of("- {id: a, rule: time.x}", "cases") != "");
  CHECK(problems_of("{name: '[0-9]+'}", "macros") == "");
  CHECK(problems_of("[name]", "macros") != "");
}
