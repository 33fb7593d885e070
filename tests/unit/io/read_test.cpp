// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <sstream>

#include "full_list.hpp"
#include "libparse/io.hpp"
#include "libparse/tree.hpp"

using namespace libparse;

namespace {

constexpr WriteOptions kExplain{.explain = true};

std::string to_text(const TaskList& list, Format format, const WriteOptions& options = kExplain) {
  std::ostringstream out;
  write_task_list(list, format, out, options);
  return out.str();
}

// `where: message` of the error that reading ends in; empty where it ends in none.
std::string failure(std::string_view text, Format format) {
  try {
    read_task_lists(text, format, "f");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::format);
    return error.where() + ": " + error.what();
  }
  return {};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

constexpr std::string_view kMinimal =
    R"({"schema":"planparse.task-list/1","generator":{"name":"p","version":"1"},"document":{"source":{"path":"-",)"
    R"("sha256":"0","media_type":"t","encoding":"U","bytes":1,"characters":1}}})";

}  // namespace

TEST_CASE("every field survives writing and reading in every format") {
  const TaskList list = tests::make_full_list();
  for (const Format format : {Format::json, Format::yaml, Format::ndjson}) {
    const std::vector<TaskList> read = read_task_lists(to_text(list, format), format);
    REQUIRE(read.size() == 1);
    CHECK(read.front() == list);
  }
}

TEST_CASE("JSON to YAML to JSON is the identity") {
  const std::string json = to_text(tests::make_full_list(), Format::json);
  const std::string yaml = to_text(read_json(json).front(), Format::yaml);
  CHECK(to_text(read_yaml(yaml).front(), Format::json) == json);
  CHECK(to_text(read_yaml(json).front(), Format::json) == json);  // JSON is YAML
}

TEST_CASE("a list that is read and written again keeps the program that made it") {
  const TaskList list = read_json(kMinimal).front();
  CHECK(list.generator == Generator{"p", "1"});
  for (const Format format : {Format::json, Format::yaml, Format::ndjson}) {
    CHECK(read_task_lists(to_text(list, format), format).front().generator == Generator{"p", "1"});
  }
}

TEST_CASE("all task lists of a file are read, in order") {
  TaskList one = tests::make_full_list();
  TaskList two;
  two.document.source.path = "two";
  CHECK(read_json(to_text(one, Format::json) + to_text(two, Format::json)) == std::vector{one, two});
  CHECK(read_ndjson(to_text(one, Format::ndjson) + "\n" + to_text(two, Format::ndjson)) == std::vector{one, two});
  CHECK(read_yaml(to_text(one, Format::yaml) + "---\n" + to_text(two, Format::yaml)) == std::vector{one, two});
}

TEST_CASE("what stands behind a number is read too") {
  CHECK(failure("1]", Format::json).starts_with("f:1:1: "));
  CHECK(failure(std::string(kMinimal) + "7x", Format::json).find("f:1:") == 0);
  CHECK_THROWS_AS(read_trees("12]", Format::json), Error);
  CHECK_THROWS_AS(read_trees("2@", Format::json), Error);
  CHECK_THROWS_AS(read_trees(std::string("12\0", 3), Format::json), Error);
  CHECK(read_trees("12[3]", Format::json).size() == 2);
}

TEST_CASE("YAML with a mark where a document should start is refused and ends") {
  for (const std::string bytes : {",", "]", "}", ", a", "- a\n---\n,\n", "--- ]"}) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(read_trees(bytes, Format::yaml), Error);
  }
  CHECK(failure("\n,", Format::yaml) == "f:2:1: there is no value here");
  CHECK(read_trees("---\n---\n---\na: b\n", Format::yaml).size() == 3);
}

TEST_CASE("YAML that is no UTF-8 is refused, with its place") {
  CHECK(failure("a: \u4e00\nb: \xE4\xB8\n", Format::yaml) == "f:2:4: the file is no UTF-8");
  CHECK_THROWS_AS(read_trees(std::string("\xFF\xFE"
                                         "a\0:\0 \0b\0",
                                         10),
                             Format::yaml),
                  Error);  // UTF-16
  CHECK(read_trees("a: \xE4\xB8\x80\n", Format::yaml).size() == 1);
}

TEST_CASE("JSON that is no UTF-8 is refused, with its place") {
  const std::vector<std::string> bad{"\xFF",         "\x80",         "\xC0\xAF",
                                     "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                     "\xC3",         "\xE5\xA0",     "\xFC\x80\x80\x80\x80\x80"};
  for (const std::string& bytes : bad) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(read_trees("[\"" + bytes + "\"]", Format::json), Error);
    CHECK_THROWS_AS(read_trees("{\"" + bytes + "\": 0}", Format::json), Error);
    CHECK_THROWS_AS(read_trees("[\"\\" + bytes + "\"]", Format::json), Error);
    CHECK_THROWS_AS(read_trees("[1" + bytes + "]", Format::json), Error);
    CHECK_THROWS_AS(read_trees(bytes, Format::json), Error);
  }
  CHECK(failure("[\n\"\xFF\"]", Format::json).starts_with("f:2:2: "));
  CHECK(failure(std::string("\xFF\xFE[\0", 4), Format::json).starts_with("f:1:1: "));  // UTF-16
}

TEST_CASE("a file without a document holds no task list") {
  for (const Format format : {Format::json, Format::yaml, Format::ndjson}) {
    CHECK(read_task_lists("", format).empty());
    CHECK(read_task_lists(" \n\n", format).empty());
  }
}

TEST_CASE("a byte order mark and carriage returns do not disturb") {
  const std::string json = replaced(to_text(tests::make_full_list(), Format::json), "\n", "\r\n");
  CHECK(read_json("\xEF\xBB\xBF" + json).front() == tests::make_full_list());
  CHECK(read_ndjson("\xEF\xBB\xBF" + std::string(kMinimal) + "\r\n").size() == 1);
}

TEST_CASE("numbers of other writers are taken when they mean the same") {
  const std::string json = to_text(tests::make_full_list(), Format::json);
  for (const char* number : {"0.050", "5e-2", "5E-2", "0.5e-1"}) {
    CAPTURE(number);
    CHECK(read_json(replaced(json, "\"value\": 0.05", std::string("\"value\": ") + number)).front() ==
          tests::make_full_list());
  }
  CHECK(read_json(replaced(json, "\"begin\": 10", "\"begin\": 10.0")).front() == tests::make_full_list());
}

TEST_CASE("errors name the line and the column, in code points") {
  CHECK(failure("{\"schema\":\"一\",}", Format::json) ==
        "f:1:15: syntax error while parsing object key - unexpected '}'; expected string literal");
  CHECK(failure("{\n  \"a\": 1,\n  \"a\": 2}", Format::json) == "f:3:3: key `a` is repeated");
  CHECK(failure("a: 1\na: 2", Format::yaml) == "f:2:1: key `a` is repeated");
  CHECK(failure("schema: 一\n\tx", Format::yaml).starts_with("f:2:"));
  const std::string two_lines = std::string(kMinimal) + "\n{\"schema\":\"x\"}\n";
  CHECK(failure(two_lines, Format::ndjson) == "f:2:11: `schema` is `x`, not `planparse.task-list/1`");
}

TEST_CASE("what is no task list is refused, with the reason") {
  struct Case {
    std::string_view from;
    std::string_view to;
    std::string_view message;
  };
  for (const Case& c : {Case{"\"name\":\"p\",", "", "`name` is missing"},
                        {"\"bytes\":1", "\"bytes\":-1", "`bytes` must be a whole number within its range"},
                        {"\"bytes\":1", "\"bytes\":1.5", "`bytes` must be a whole number within its range"},
                        {"\"bytes\":1", "\"bytes\":1e300", "`bytes` must be a whole number within its range"},
                        {"\"bytes\":1", "\"bytes\":1e400000", "number overflow"},
                        {"\"bytes\":1", "\"bytes\":\"1\"", "`bytes` must be a number"},
                        {"\"bytes\":1", "\"bytes\":null", "`bytes` must be a number"},
                        {"\"sha256\":\"0\"", "\"sha256\":0", "`sha256` must be a string"},
                        {"\"bytes\":1", "\"bytes\":1,\"byte\":2", "key `byte` is unknown here"},
                        {"\"document\":{", "\"tasks\":{},\"document\":{", "`tasks` must be an array"},
                        {"\"document\":{", "\"tasks\":[1],\"document\":{", "`tasks` must be an object"}}) {
    const std::string text = replaced(std::string(kMinimal), c.from, c.to);
    CAPTURE(text);
    CHECK(failure(text, Format::json).find(c.message) != std::string::npos);
    CHECK(failure(text, Format::ndjson).find(c.message) != std::string::npos);
  }
  const std::string word = replaced(to_text(tests::make_full_list(), Format::json), "\"lead\"", "\"boss\"");
  CHECK(failure(word, Format::json).find("`role` has no such word: `boss`") != std::string::npos);
  CHECK(failure("[]", Format::json) == "f:1:1: a task list must be an object");
  CHECK(failure(std::string(kMinimal) + " " + std::string(kMinimal), Format::ndjson).find("one document only") !=
        std::string::npos);
}

TEST_CASE("hostile documents end in an error, not in a crash") {
  const std::string deep(100000, '[');
  CHECK_FALSE(failure(deep, Format::json).empty());
  CHECK_FALSE(failure(deep, Format::yaml).empty());
  CHECK_FALSE(failure("{\"a\":" + deep, Format::ndjson).empty());
  CHECK(failure("a: &x [1]\nb: *x", Format::yaml) == "f:2:4: aliases have no place in a task list");
  CHECK(failure("? [a]\n: 1", Format::yaml).find("a key must be a word") != std::string::npos);
  CHECK_FALSE(failure("\xFF\xFE", Format::json).empty());
}

TEST_CASE("a file of millions of tiny values is refused before it fills the memory") {
  std::string bytes = "[";
  for (int i = 0; i < 4'000'001; ++i) bytes += "1,";
  CHECK_THROWS_WITH_AS(read_json(bytes + "1]"), "holds more than 4000000 values", Error);
}

TEST_CASE("a repeated key is found among many") {
  std::string text = "{";
  for (int i = 0; i < 100; ++i) text += "\"k" + std::to_string(i) + "\": 0, ";
  CHECK(read_trees(text + "\"last\": 0}", Format::json).at(0).members.size() == 101);
  for (const char* key : {"k0", "k31", "k32", "k99"}) {
    CAPTURE(key);
    CHECK(failure(text + "\"" + key + "\": 0}", Format::json).find(std::string("key `") + key + "` is repeated") !=
          std::string::npos);
  }
}
