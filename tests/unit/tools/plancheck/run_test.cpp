// SPDX-License-Identifier: MIT
#include "plancheck/run.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "checked.hpp"
#include "libparse/error.hpp"
#include "temporary_folder.hpp"

using plancheck::FailOn;
using tests::run;
using tests::small_list;
using tests::to_json;
using tools::ExitStatus;

namespace {

std::string broken_list() {
  libparse::TaskList list = small_list();
  list.tasks[0].times[0].end = "2025-06-31";
  return to_json(list);
}

std::string list_with_warning() {
  libparse::TaskList list = small_list();
  list.tasks[0].path.pop_back();
  return to_json(list);
}

}  // namespace

TEST_CASE("a sound list gives no output and status 0") {
  const auto outcome = run({}, to_json(small_list()));
  CHECK(outcome.status == ExitStatus::done);
  CHECK(outcome.out == "");
  CHECK(outcome.err == "");
}

TEST_CASE("a finding is one line with file, line and column, and makes the status 1") {
  const auto outcome = run({}, broken_list());
  CHECK(outcome.status == ExitStatus::findings);
  CHECK(outcome.out.starts_with("<stdin>:"));
  CHECK(outcome.out.ends_with(": error: there is no day `2025-06-31` [check-date]\n"));
  CHECK(outcome.err == "plancheck: 1 error, 0 warnings, 0 infos in 1 task list\n");
  CHECK(run({.quiet = true}, broken_list()).err == "");
}

TEST_CASE("--fail-on says which severity makes the status 1") {
  CHECK(run({}, list_with_warning()).status == ExitStatus::done);
  CHECK(run({.fail_on = FailOn::warning}, list_with_warning()).status == ExitStatus::findings);
  CHECK(run({.fail_on = FailOn::info}, list_with_warning()).status == ExitStatus::findings);
  CHECK(run({.fail_on = FailOn::never}, broken_list()).status == ExitStatus::done);
}

TEST_CASE("diagnostics of the notice are reported on request only") {
  libparse::TaskList list = small_list();
  list.diagnostics = {{.code = "numbering-gap", .message = "label 三 is missing", .task = "1.2"}};
  CHECK(run({}, to_json(list)).out == "");
  CHECK(run({.diagnostics = true}, to_json(list)).out.ends_with(": warning: label 三 is missing [numbering-gap]\n"));
}

TEST_CASE("YAML and NDJSON are checked like JSON, each finding at its own line") {
  std::ostringstream yaml;
  libparse::TaskList list = small_list();
  list.tasks[0].times[0].end = "2025-06-31";
  libparse::write_yaml(list, yaml);
  const auto in_yaml = run({}, yaml.str());
  CHECK(in_yaml.status == ExitStatus::findings);
  const std::string text = yaml.str();
  const std::size_t at = text.find("2025-06-31");
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  CHECK(in_yaml.out.starts_with("<stdin>:" + std::to_string(line) + ":"));

  std::ostringstream lines;
  libparse::write_ndjson(small_list(), lines);
  libparse::write_ndjson(list, lines);
  CHECK(run({}, lines.str()).out.starts_with("<stdin>:2:"));
}

TEST_CASE("what cannot be read makes the status 3 and does not stop the rest") {
  const tests::TemporaryFolder folder;
  const std::string broken = folder.write("broken.json", broken_list());
  const std::string torn = folder.write("torn.json", broken_list().substr(0, 400));
  const auto outcome = run({.inputs = {"/no/such.json", torn, broken}, .fail_on = FailOn::never});
  CHECK(outcome.status == ExitStatus::input);
  CHECK(outcome.out.find("[check-date]") != std::string::npos);
  CHECK(outcome.err.find("/no/such.json: error: ") != std::string::npos);
  CHECK(outcome.err.find("torn.json:") != std::string::npos);
  CHECK(outcome.err.find("3 task lists") != std::string::npos);
}

TEST_CASE("an empty input is no empty plan") {
  for (const char* empty : {"", "\n", "# nothing\n"}) {
    const auto outcome = run({}, empty);
    CHECK(outcome.status == ExitStatus::input);
    CHECK(outcome.err.find("<stdin>: error: holds no task list") != std::string::npos);
  }
}

TEST_CASE("bad input ends in a message, whatever it is") {
  CHECK(run({}, std::string(100'000, '[')).status == ExitStatus::input);
  CHECK(run({}, "{\"schema\": \"" + std::string(20 << 20, 'x') + "\"}").status == ExitStatus::findings);
  const auto torn = run({}, "{\"schema\": \"" + std::string(20 << 20, 'x'));
  CHECK(torn.status == ExitStatus::input);
  CHECK(torn.err.size() < 500);
  CHECK(run({}, "3").status == ExitStatus::findings);
  CHECK(run({}, std::string("{\"a\": \0}", 8)).status == ExitStatus::input);
  CHECK(run({}, "\xFF\xFE").status != ExitStatus::done);
}

TEST_CASE("an object of very many keys is checked in reasonable time") {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":1";
  CHECK(run({.quiet = true}, text + "}").status == ExitStatus::findings);
}

TEST_CASE("a repeated key is refused, also behind many others") {
  std::string text = "{";
  for (int i = 0; i < 100; ++i) text += "\"" + std::to_string(i) + "\":1,";
  CHECK(run({}, text + "\"50\":2}").err.find("key `50` is repeated") != std::string::npos);
}

TEST_CASE("there is one notice for each list") {
  const tests::TemporaryFolder folder;
  const std::string notice = folder.write("notice.txt", tests::small_notice());
  const std::string other = folder.write("other.txt", tests::small_notice() + "附\n");
  std::ostringstream lines;
  libparse::write_ndjson(small_list(), lines);
  libparse::write_ndjson(small_list(), lines);
  CHECK(run({.sources = {notice, notice}}, lines.str()).status == ExitStatus::done);
  const auto outcome = run({.sources = {notice, other}}, lines.str());
  CHECK(outcome.status == ExitStatus::findings);
  CHECK(outcome.out.starts_with("<stdin>:2:"));
  CHECK(run({.sources = {notice}}, lines.str()).status == ExitStatus::usage);
  CHECK(run({.sources = {notice, notice, notice}}, lines.str()).status == ExitStatus::usage);
}

TEST_CASE("options that make no sense together are told") {
  CHECK(run({.today = "2025-02-30"}).status == ExitStatus::usage);
  CHECK(run({.inputs = {"-"}, .sources = {"-"}}).status == ExitStatus::usage);
  CHECK(run({.sources = {"-"}}).status == ExitStatus::usage);
  CHECK(run({.inputs = {"a.json"}, .output = "a.json"}).status == ExitStatus::usage);
  CHECK(run({.inputs = {"a.json"}, .sources = {"a.txt"}, .output = "a.txt"}).status == ExitStatus::usage);
}

TEST_CASE("a policy that is broken or not there makes the status 3") {
  const tests::TemporaryFolder folder;
  CHECK(run({.policy = folder.write("p.yaml", "rules: 3\n")}, to_json(small_list())).status == ExitStatus::input);
  CHECK_THROWS_AS(run({.policy = "/no/such.yaml"}, to_json(small_list())), libparse::Error);
  CHECK_THROWS_AS(run({.policy = folder.write("q.yaml", "a: [1\n")}, to_json(small_list())), libparse::Error);
}

TEST_CASE("the report goes to a file on request") {
  const tests::TemporaryFolder folder;
  CHECK(run({.output = folder.file("report.txt")}, broken_list()).out == "");
  CHECK(folder.read("report.txt").find("[check-date]") != std::string::npos);
}
