// SPDX-License-Identifier: MIT
#include "plancheck/schema.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "checked.hpp"

using namespace plancheck;

namespace {

// The small list as text with one stretch of it replaced.
std::string changed(const std::string& from, const std::string& to) {
  std::string text = tests::to_json(tests::small_list());
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string violation(const std::string& text) {
  const libparse::Node tree = libparse::read_trees(text, libparse::Format::json).at(0);
  std::string lines;
  for (const Violation& one : Schema(kTaskListSchemaText).find_violations(tree)) {
    lines += (lines.empty() ? "" : "\n") + one.pointer + ": " + one.message;
  }
  return lines;
}

}  // namespace

TEST_CASE("the program holds the schema file as it is") {
  std::ifstream file(LIBPARSE_SOURCE_DIR "/schemas/task-list.schema.json");
  CHECK(kTaskListSchemaText == std::string(std::istreambuf_iterator<char>(file), {}));
}

TEST_CASE("every violation names the value and what is asked of it") {
  CHECK(violation(tests::to_json(tests::small_list())) == "");
  CHECK(violation(changed(R"("kind": "task")", R"("kind": "tsak")")) ==
        "/tasks/0/kind: `tsak` is none of task, goal, phase, safeguard");
  CHECK(violation(changed(R"("depth": 1)", R"("depth": "1")")) ==
        "/sections/0/depth: must be a whole number, not a string");
  CHECK(violation(changed(R"("depth": 1)", R"("depth": 0)")) == "/sections/0/depth: must be at least 1");
  CHECK(violation(changed(R"("depth": 1)", R"("depth": 1.5)")) ==
        "/sections/0/depth: must be a whole number, not a number");
  CHECK(violation(changed(R"("depth": 1)", R"("depth": 1.0)")) == "");
  CHECK(violation(changed(R"("title": "工作任务")", R"("title": "")")) == "/sections/0/title: must not be empty");
  CHECK(violation(changed(R"("2025-06-30")", R"("30.6.2025")"))
            .starts_with("/tasks/0/times/0/end: `30.6.2025` does not have the form ^[0-9]{4}-"));
  CHECK(violation(changed(R"("organization": "县水利局",)", "")) ==
        "/tasks/0/responsibilities/0: key `organization` is missing");
  CHECK(violation(R"([])") == ": must be an object, not an array");
}

TEST_CASE("unknown keys are told one by one, each at its place") {
  const std::string text = changed(R"("depth": 1,)", R"("depth": 1, "x/y": {}, "z": null,)");
  CHECK(violation(text) == "/sections/0/x~1y: key `x/y` is unknown here\n/sections/0/z: key `z` is unknown here");
  const auto found = Schema(kTaskListSchemaText).find_violations(libparse::read_trees(text, libparse::Format::json)[0]);
  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].at, 5) == "\"x/y\"");
  CHECK(text.substr(found[1].at, 3) == "\"z\"");
}

TEST_CASE("what the schema allows beside a range only is told as misplaced") {
  CHECK(violation(changed(R"("value": 12)", R"("value": 12, "max": 13)")) ==
        "/tasks/0/targets/0/max: key `max` has no place here");
  CHECK(violation(changed(R"("comparator": "eq")", R"("comparator": "range")")) ==
        "/tasks/0/targets/0: key `max` is missing");
  CHECK(
      violation(changed(R"("value": 12)", R"("value": "12", "max": 13)")) ==
      "/tasks/0/targets/0/value: must be a number, not a string\n/tasks/0/targets/0/max: key `max` has no place here");
}

TEST_CASE("another version of the schema is told as such") {
  const auto report = tests::check(changed("planparse.task-list/1", "planparse.task-list/7"));
  CHECK(tests::told(report) == "check-schema-version /schema");
}

TEST_CASE("a string of megabytes with a pattern is refused without harm") {
  CHECK(violation(changed("2025-06-30", std::string(4 << 20, '2'))).starts_with("/tasks/0/times/0/end: `2222"));
  std::string han;
  for (int i = 0; i < 100'000; ++i) han += "长";
  CHECK(violation(changed(R"("text": "2025年6月底前")", R"("text": ")" + han + '"')) == "");
}

TEST_CASE("unquoted YAML scalars have the types of the core schema") {
  const auto told = [](const std::string& yaml) {
    const libparse::Node tree = libparse::read_trees(yaml, libparse::Format::yaml).at(0);
    std::string lines;
    for (const Violation& one : Schema(kTaskListSchemaText).find_violations(tree)) {
      lines += (lines.empty() ? "" : "\n") + one.pointer + ": " + one.message;
    }
    return lines;
  };
  const std::string start =
      "schema: planparse.task-list/1\ngenerator: {name: x, version: \"1\"}\ndocument:\n  source:\n"
      "    sha256: " +
      std::string(64, 'a') + "\n    media_type: text/plain\n    encoding: UTF-8\n    bytes: 10\n    characters: 10\n";
  CHECK(told(start) == "");
  CHECK(told(start + "  title: 2.10\n") == "/document/title: must be a string, not a number");
  CHECK(told(start + "  title: true\n") == "/document/title: must be a string, not true or false");
  CHECK(told(start + "  title:\n") == "/document/title: must be a string, not null");
  CHECK(told(start + "  title: \"2.10\"\n") == "");
  CHECK(told(start + "  issued_on: 2025-01-01\n") == "");
  CHECK(told(start + "  year: 2025\n") == "");
}

TEST_CASE("a value that fits no schema for want of one alone is told of") {
  const auto violations = [](const std::string& schema, const std::string& document) {
    const libparse::Node tree = libparse::read_trees(document, libparse::Format::json).at(0);
    std::string lines;
    for (const Violation& one : Schema(schema).find_violations(tree)) lines += one.pointer + ": " + one.message + '\n';
    return lines;
  };
  const std::string one_of = R"({"properties": {"a": {"oneOf": [{"type": "integer"}, {"minimum": 2}]}}})";
  CHECK(violations(one_of, R"({"a": 1})") == "");
  CHECK(violations(one_of, R"({"a": 3})") == "/a: failed to validate against exactly one child schema\n");
  CHECK(violations(R"({"properties": {"a": {"items": false}}})", R"({"a": [1]})").starts_with("/a"));
  CHECK(violations("false", "1") == ": the schema allows no such value\n");
}
