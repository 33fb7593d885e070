// SPDX-License-Identifier: MIT
// What is written today, against every schema that was released: a reader that passes over fields it does not know must
// find nothing else new. docs/promises.md, "The form of the output".
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "libparse/compare.hpp"
#include "libparse/io.hpp"
#include "libparse/parse.hpp"
#include "schema_check.hpp"

using namespace libparse;
namespace fs = std::filesystem;

namespace {

/// Takes out what refuses fields that are not known.
void open_up(nlohmann::json& schema) {
  if (schema.is_object()) schema.erase("additionalProperties");
  for (nlohmann::json& inner : schema) {
    if (inner.is_structured()) open_up(inner);
  }
}

std::vector<std::string> released(const std::string& name) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(LIBPARSE_SOURCE_DIR "/schemas/released")) {
    if (!entry.is_directory()) continue;
    auto schema = nlohmann::json::parse(std::ifstream(entry.path() / name));
    open_up(schema);
    found.push_back(schema.dump());
  }
  return found;
}

std::vector<TaskList> all_lists() {
  std::vector<TaskList> lists;
  for (const char* folder : {"samples", "samples/diff", "tests/notices"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(LIBPARSE_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      lists.push_back(parse_notice(bytes, {.path = entry.path().filename().string(), .explain = true}).list);
    }
  }
  return lists;
}

}  // namespace

TEST_CASE("task lists of today satisfy every released schema, but for fields that it does not know") {
  const std::vector<std::string> schemas = released("task-list.schema.json");
  REQUIRE_FALSE(schemas.empty());
  const std::vector<TaskList> lists = all_lists();
  CHECK(lists.size() > 20);
  for (const TaskList& list : lists) {
    CAPTURE(list.document.source.path);
    std::ostringstream out;
    write_json(list, out, {.explain = true});
    for (const std::string& schema : schemas) CHECK(tests::find_problems_by(out.str(), schema) == "");
  }
}

TEST_CASE("differences of today satisfy every released schema, but for fields that it does not know") {
  const std::vector<std::string> schemas = released("plan-diff.schema.json");
  REQUIRE_FALSE(schemas.empty());
  const std::vector<TaskList> lists = all_lists();
  for (std::size_t i = 1; i < lists.size(); ++i) {
    CAPTURE(lists[i].document.source.path);
    std::ostringstream out;
    write_json(compare_plans(lists[i - 1], lists[i]), lists[i - 1], lists[i], out);
    for (const std::string& schema : schemas) CHECK(tests::find_problems_by(out.str(), schema) == "");
  }
}

TEST_CASE("a released schema that is opened up still refuses what is missing and what is of another type") {
  const std::string schema = released("task-list.schema.json").front();
  TaskList list;
  list.document.source = {"n.txt", std::string(64, 'a'), "text/plain", "UTF-8", 1, 1};
  std::ostringstream out;
  write_json(list, out);
  auto json = nlohmann::json::parse(out.str());
  json["document"]["new"] = 1;
  CHECK(tests::find_problems_by(json.dump(), schema) == "");
  json["document"]["title"] = 7;
  CHECK(tests::find_problems_by(json.dump(), schema) != "");
  json["document"].erase("title");
  json["document"]["source"].erase("sha256");
  CHECK(tests::find_problems_by(json.dump(), schema) != "");
}
