// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "libparse/error.hpp"
#include "libparse/tree.hpp"
#include "plancheck/scalar.hpp"
#include "suite.hpp"

using libparse::Node;
using nlohmann::json;
using plancheck::ValueType;

namespace {

json to_json(const Node& node) {
  switch (plancheck::scalar_type(node)) {
    case ValueType::null:
      return nullptr;
    case ValueType::boolean:
      return plancheck::boolean_of(node);
    case ValueType::integer:
    case ValueType::number:
      return json::parse(node.text[0] == '+' ? node.text.substr(1) : node.text, nullptr, false);
    case ValueType::string:
      return node.text;
    case ValueType::array: {
      json out = json::array();
      for (const Node& item : node.items) out.push_back(to_json(item));
      return out;
    }
    case ValueType::object: {
      json out = json::object();
      for (const libparse::Member& member : node.members) out[member.key] = to_json(member.value);
      return out;
    }
  }
  return nullptr;
}

// The suite gives the documents of a stream as JSON texts one behind the other.
std::vector<json> expected_values(const std::string& texts) {
  std::vector<json> out;
  for (const Node& tree : libparse::read_trees(texts, libparse::Format::json)) out.push_back(to_json(tree));
  return out;
}

struct Outcome {
  bool accepted = false;
  std::vector<json> values;
  std::string error;
};

Outcome read(const std::string& text) {
  Outcome out;
  try {
    for (const Node& tree : libparse::read_trees(text, libparse::Format::yaml, "y"))
      out.values.push_back(to_json(tree));
    out.accepted = true;
  } catch (const libparse::Error& error) {
    CHECK(error.code() == libparse::ErrorCode::format);
    CHECK_MESSAGE(error.where().starts_with("y:"), error.where());
    out.error = error.what();
  }
  return out;
}

// Empty where the reader does what the suite says.
std::string difference(const json& test) {
  const Outcome found = read(test["yaml"].get<std::string>());
  if (test.value("fail", false)) return found.accepted ? "is taken" : "";
  if (!found.accepted) return "is refused: " + found.error;
  if (!test.contains("json") || !test["json"].is_string()) return "";
  const std::vector<json> expected = expected_values(test["json"].get<std::string>());
  return found.values == expected ? "" : "reads as " + json(found.values).dump();
}

}  // namespace

TEST_CASE("YAML is taken, refused and read as the YAML test suite says") {
  const auto folder = tests::find_suite(LIBPARSE_SUITES_DIR "/yaml-test-suite/data", "tools/dev/fetch-suites.sh");
  if (!folder) return;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    if (entry.path().extension() == ".js" && entry.path().stem() != "index") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  tests::Tally tally("yaml");
  for (const std::filesystem::path& file : files) {
    std::size_t number = 0;
    const json suite = tests::read_module(file);
    for (const json& test : suite["cases"]) {
      const std::string found = difference(test);
      tally.add(file.stem().string() + "/" + std::to_string(number++), found.empty(), found);
    }
  }
  CHECK(tally.run() > 380);
  tally.finish();
}
