// SPDX-License-Identifier: MIT
#include "planparse/run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "libparse/io.hpp"
#include "temporary_folder.hpp"

using planparse::Options;
using planparse::OutputFormat;
using tools::ExitStatus;

namespace {

struct Outcome {
  ExitStatus status;
  std::string out;
  std::string err;
};

Outcome run(const Options& options, const std::string& standard_input = {}) {
  std::istringstream in(standard_input);
  std::ostringstream out;
  std::ostringstream err;
  const ExitStatus status = planparse::run(options, in, out, err);
  return {status, out.str(), err.str()};
}

}  // namespace

TEST_CASE("standard input is read when no file is named") {
  const Outcome outcome = run({}, "一、工作任务\n");
  CHECK(outcome.status == ExitStatus::done);
  CHECK(libparse::read_json(outcome.out).at(0).document.source.path == "-");
}

TEST_CASE("an empty notice gives a task list without tasks") {
  const Outcome outcome = run({});
  CHECK(outcome.status == ExitStatus::done);
  CHECK(libparse::read_json(outcome.out).at(0).tasks.empty());
}

TEST_CASE("options that make no sense together are a usage error") {
  const tests::TemporaryFolder folder;
  const std::string notice = folder.write("a.txt", "text");
  Options terminal;
  terminal.terminal.on_stdin = true;
  for (const Options& options :
       {terminal, Options{.inputs = {"-", "-"}}, Options{.as_of = "2025-02-29"}, Options{.as_of = "2025-1-1"},
        Options{.text_out = "-"}, Options{.inputs = {notice, "-"}, .text_out = folder.file("t")},
        Options{.inputs = {notice}, .output = notice}, Options{.inputs = {notice}, .text_out = notice},
        Options{.inputs = {notice}, .output = folder.path().string() + "/./a.txt"},
        Options{.inputs = {notice}, .output = folder.file("x"), .text_out = folder.file("x")}}) {
    const Outcome outcome = run(options);
    CHECK(outcome.status == ExitStatus::usage);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with("planparse: error: "));
  }
  CHECK(folder.read("a.txt") == "text");
}

TEST_CASE("a file that cannot be read does not stop the others") {
  const tests::TemporaryFolder folder;
  const std::string good = folder.write("good.txt", "text");
  const Outcome outcome = run({.inputs = {folder.file("missing"), good, folder.file("none")}, .quiet = true});
  CHECK(outcome.status == ExitStatus::input);
  CHECK(libparse::read_json(outcome.out).size() == 1);
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 2);
}

TEST_CASE("the ending of the output file chooses the format, --format overrules it") {
  const tests::TemporaryFolder folder;
  const std::string notice = folder.write("a.txt", "text");
  for (const char* name : {"o.yaml", "o.yml", "o.json", "o.ndjson", "o.jsonl", "o.other"}) {
    CAPTURE(name);
    CHECK(run({.inputs = {notice, notice}, .output = folder.file(name)}).out.empty());
    const libparse::Format format = std::string_view(name).starts_with("o.y") ? libparse::Format::yaml
                                    : std::string_view(name).ends_with("l")   ? libparse::Format::ndjson
                                                                              : libparse::Format::json;
    CHECK(libparse::read_task_lists(folder.read(name), format).size() == 2);
  }
  run({.inputs = {notice}, .output = folder.file("o.yaml"), .format = OutputFormat::ndjson});
  CHECK(libparse::read_ndjson(folder.read("o.yaml")).size() == 1);
}

TEST_CASE("a table is the default on a terminal only") {
  Options options;
  options.terminal.on_stdout = true;
  CHECK(run(options, "text").out.find('{') == std::string::npos);
  options.output = "-";
  options.format = OutputFormat::json;
  CHECK(run(options, "text").out.starts_with("{"));
}

TEST_CASE("the text that spans refer to is written on request") {
  const tests::TemporaryFolder folder;
  const std::string notice = folder.write("a.txt", "一\r\n二");
  CHECK(run({.inputs = {notice}, .text_out = folder.file("t")}).status == ExitStatus::done);
  CHECK(folder.read("t") == "一\r\n二");
}

TEST_CASE("when nothing could be read, no output file appears") {
  const tests::TemporaryFolder folder;
  const Outcome outcome =
      run({.inputs = {folder.file("missing")}, .output = folder.file("o"), .text_out = folder.file("t")});
  CHECK(outcome.status == ExitStatus::input);
  CHECK(folder.count() == 0);
}
