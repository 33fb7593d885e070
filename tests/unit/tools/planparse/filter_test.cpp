// SPDX-License-Identifier: MIT
#include "planparse/filter.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

#include "libparse/tree.hpp"
#include "planparse/json_text.hpp"
#include "planparse/run.hpp"
#include "schema_check.hpp"
#include "temporary_folder.hpp"

using planparse::Options;
using tools::ExitStatus;

namespace {

struct Outcome {
  ExitStatus status;
  std::vector<std::string> lines;
};

Outcome answer(const std::string& requests, Options options = {}) {
  options.filter = true;
  std::istringstream in(requests);
  std::ostringstream out;
  std::ostringstream err;
  const ExitStatus status = planparse::run(options, in, out, err);
  CHECK(err.str().empty());
  Outcome outcome{status, {}};
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) CHECK(tests::find_record_schema_problems(line, "filter-answer") == "");
    outcome.lines.push_back(line);
  }
  return outcome;
}

/// `error.code error.where` of an answer, or `result`.
std::string kind_of(const std::string& line) {
  const auto trees = libparse::read_trees(line, libparse::Format::json);
  const libparse::Node* error = planparse::find_member(trees.at(0), "error");
  if (error == nullptr) return planparse::find_member(trees.at(0), "result") == nullptr ? "nothing" : "result";
  const libparse::Node* where = planparse::find_member(*error, "where");
  return planparse::find_member(*error, "code")->text + (where == nullptr ? "" : " " + where->text);
}

}  // namespace

TEST_CASE("each line has its answer in its place, and empty lines stay") {
  for (const std::size_t jobs : {1U, 4U}) {
    const Outcome outcome = answer(
        "{\"id\":1,\"text\":\"一、工作任务\\n\"}\r\n\n \n{\"id\":2,\"text\":\"\"}\n{\"id\":3,\"path\":\"/none\"}",
        {.batch = {.jobs = jobs}});
    CHECK(outcome.status == ExitStatus::done);
    REQUIRE(outcome.lines.size() == 5);
    CHECK(outcome.lines[0].starts_with(R"({"id":1,"result":{"schema":"planparse.task-list/1",)"));
    CHECK(outcome.lines[1].empty());
    CHECK(outcome.lines[2].empty());
    CHECK(outcome.lines[3].starts_with(R"({"id":2,"result":{)"));
    CHECK(outcome.lines[4].starts_with(R"({"id":3,"error":{"code":"unreadable","message":"cannot be opened)"));
  }
}

TEST_CASE("an id comes back as it was written, whatever it is") {
  for (const char* id :
       {"null", "true", "1.50", "-0.1e40", "\"云\\\"\\n\"", "[]", R"({"b":[1,{}],"a":12345678901234567890})"}) {
    CAPTURE(id);
    const Outcome outcome = answer(std::string("{\"id\":") + id + ",\"path\":\"/none\"}");
    CHECK(outcome.lines.at(0).starts_with(std::string("{\"id\":") + id + ",\"error\""));
  }
  CHECK(answer(R"({"path":"/none"})").lines.at(0).starts_with("{\"error\""));
}

TEST_CASE("path, text and base64 of the same notice give the same list") {
  const tests::TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "一、工作");
  for (const char* request : {R"({"id":[1],"path":"a"})", R"({"text":"a","name":"b"})", R"({"base64":"5LiA"})"}) {
    CHECK(tests::find_record_schema_problems(request, "filter-request") == "");
  }
  const Outcome outcome = answer("{\"path\":\"" + path + "\"}\n{\"text\":\"一、工作\",\"name\":\"" + path +
                                 "\"}\n{\"base64\":\"5LiA44CB5bel5L2c\",\"name\":\"" + path + "\"}\n");
  REQUIRE(outcome.lines.size() == 3);
  CHECK(kind_of(outcome.lines[0]) == "result");
  CHECK(outcome.lines[1] == outcome.lines[0]);
  CHECK(outcome.lines[2] == outcome.lines[0]);
}

TEST_CASE("requests that are none are answered with what is wrong and where") {
  CHECK(kind_of(answer("\n{\"text\":").lines.at(1)) == "format column 8");
  for (const char* request :
       {"[]", "1", R"({"id":1})", R"({"text":"a","path":"b"})", R"({"text":1})", R"({"txt":"a"})",
        R"({"path":"a","name":"b"})", R"({"base64":"***"})", R"({"base64":"5LiA4"})", R"({"text":"a"} {"text":"b"})"}) {
    CAPTURE(request);
    CHECK(kind_of(answer(request).lines.at(0)) == "format");
    const std::string_view text = request;
    if (text.find("***") == text.npos && text.find("LiA4") == text.npos && text.find("} {") == text.npos) {
      CHECK(tests::find_record_schema_problems(text, "filter-request") != "");
    }
  }
  CHECK(kind_of(answer(R"({"path":"-"})").lines.at(0)) == "unreadable");
  CHECK(kind_of(answer(R"({"text":"a","text":"b"})").lines.at(0)).starts_with("format"));
  CHECK(kind_of(answer(R"({"base64":"AAEC/w=="})").lines.at(0)) == "not-text");
}

TEST_CASE("a line that is too long is passed over and answered") {
  Options options;
  options.input.read.limits.input_bytes = 1000;
  const Outcome outcome =
      answer("{\"text\":\"" + std::string(std::size_t{2} << 20, 'x') + "\"}\n{\"text\":\"\"}\n", options);
  REQUIRE(outcome.lines.size() == 2);
  CHECK(kind_of(outcome.lines[0]) == "limit");
  CHECK(kind_of(outcome.lines[1]) == "result");
  CHECK(kind_of(answer("{\"text\":\"" + std::string(2000, 'x') + "\"}", options).lines.at(0)) == "limit");
}

TEST_CASE("errors make the status 3 only where it is asked for") {
  CHECK(answer("{}").status == ExitStatus::done);
  CHECK(answer("{}", {.strict = true}).status == ExitStatus::input);
  CHECK(answer(R"({"text":"一、工作任务"})", {.strict = true}).status == ExitStatus::done);
}

TEST_CASE("a shard answers its own lines, empty ones counted") {
  CHECK(answer("{\"id\":1}\n\n{\"id\":3}\n{\"id\":4}\n", {.batch = {.shard = "2/2"}}).lines.size() == 2);
  CHECK(answer("{\"id\":1}\n\n{\"id\":3}\n", {.batch = {.shard = "2/2"}}).lines == std::vector<std::string>{""});
}
