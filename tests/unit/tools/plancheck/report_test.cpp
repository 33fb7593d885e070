// SPDX-License-Identifier: MIT
#include "plancheck/report.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "input/xml.hpp"
#include "schema_check.hpp"

using nlohmann::json;
using namespace plancheck;
using libparse::Severity;

namespace {

// One finding of each kind: an error with everything, a warning with marks that every format escapes, a waived one, one
// of the policy and one of an input that cannot be read.
Report full_report() {
  Report report;
  report.lists = {{"清单 1.json", 0, true}, {"/data/b.ndjson", 2, true}, {"torn.json", 0, false}};
  report.checks = {{"check-syntax", Severity::error, "The input is neither JSON nor YAML"},
                   {"check-date", Severity::error, "A date does not exist"},
                   {"policy-x", Severity::warning, "Rule x of the policy is broken"},
                   {"policy-waiver-unused", Severity::info, "A waiver covers nothing"}};
  Finding date{.code = "check-date", .message = "there is no day `2025-06-31`", .pointer = "/tasks/0/times/0/end"};
  date.place = {"清单 1.json", 64, 18};
  date.task = "1.1";
  date.fingerprint = "1c5a80dd8485bc95";
  Finding marks{.code = "policy-x", .severity = Severity::warning, .message = "a<b> & \"c\" 50%\nd\x01"};
  marks.place = {"/data/b.ndjson", 2, 7};
  marks.list = 1;
  Finding waived{.code = "policy-x", .severity = Severity::warning, .message = "m", .pointer = "/tasks/1"};
  waived.place = {"清单 1.json", 70, 5};
  waived.waived = "核实过";
  Finding syntax{.code = "check-syntax", .message = "syntax error"};
  syntax.place = {"torn.json", 0, 0};
  syntax.list = 2;
  Finding unused{.code = "policy-waiver-unused", .severity = Severity::info, .message = "u"};
  unused.place = {"team.yaml", 3, 5};
  unused.list = Finding::kNoList;
  report.findings = {date, waived, marks, syntax, unused};
  return report;
}

std::string written(ReportFormat format, FailOn fail_on = FailOn::error) {
  std::ostringstream out;
  write_report(full_report(), format, fail_on, out);
  return std::move(out).str();
}

}  // namespace

TEST_CASE("text has a line for each finding that counts and was not told before") {
  CHECK(written(ReportFormat::text) ==
        "清单 1.json:64:18: error: there is no day `2025-06-31` [check-date]\n"
        "/data/b.ndjson:2:7: warning: a<b> & \"c\" 50%\uFFFDd\uFFFD [policy-x]\n"
        "team.yaml:3:5: info: u [policy-waiver-unused]\n");
}

TEST_CASE("the JSON report has a summary and every finding") {
  const json report = json::parse(written(ReportFormat::json));
  CHECK(report["summary"] == json{{"lists", 3}, {"errors", 2}, {"warnings", 1}, {"infos", 1}, {"waived", 1}});
  REQUIRE(report["findings"].size() == 5);
  CHECK(report["findings"][0]["pointer"] == "/tasks/0/times/0/end");
  CHECK(report["findings"][0]["line"] == 64);
  CHECK(report["findings"][1]["waived"] == "核实过");
  CHECK_FALSE(report["findings"][3].contains("line"));
  CHECK_FALSE(report["findings"][4].contains("list"));
}

TEST_CASE("SARIF has what the standard requires, and its rules and results fit") {
  const json log = json::parse(written(ReportFormat::sarif));
  CHECK(log["version"] == "2.1.0");
  const json& run = log["runs"].at(0);
  CHECK(run["columnKind"] == "unicodeCodePoints");
  const json& rules = run["tool"]["driver"]["rules"];
  REQUIRE(run["results"].size() == 5);
  for (const json& result : run["results"]) {
    CHECK(rules.at(result["ruleIndex"].get<std::size_t>())["id"] == result["ruleId"]);
    CHECK_FALSE(result["message"]["text"].get<std::string>().empty());
  }
  const auto place = [&](std::size_t i) { return run["results"][i]["locations"][0]["physicalLocation"]; };
  CHECK(place(0)["artifactLocation"]["uri"] == "%E6%B8%85%E5%8D%95%201.json");
  CHECK(place(2)["artifactLocation"]["uri"] == "file:///data/b.ndjson");
  CHECK(place(0)["region"] == json{{"startLine", 64}, {"startColumn", 18}});
  CHECK_FALSE(place(3).contains("region"));
  CHECK(run["results"][1]["suppressions"][0]["justification"] == "核实过");
  CHECK(run["results"][4]["level"] == "note");
}

TEST_CASE("SARIF fits the schema of OASIS") {
  const char* name = std::getenv("LIBPARSE_SARIF_SCHEMA");
  if (name == nullptr) {
    MESSAGE("LIBPARSE_SARIF_SCHEMA does not name the schema; docs/testing.md says where it can be had");
    return;
  }
  std::ifstream file(name);
  REQUIRE(file);
  const std::string schema(std::istreambuf_iterator<char>(file), {});
  CHECK(tests::find_problems_by(written(ReportFormat::sarif), schema) == "");
  json broken = json::parse(written(ReportFormat::sarif));
  broken["runs"][0]["results"][0].erase("message");
  CHECK(tests::find_problems_by(broken.dump(), schema) != "");
}

TEST_CASE("JUnit XML is well-formed and counts what it holds") {
  using libparse::input::XmlElement;
  const std::string xml = written(ReportFormat::junit);
  const auto tree = libparse::input::XmlTree::parse(xml, {}, "report");
  const XmlElement root = tree.root();
  CHECK(root.name() == "testsuites");
  std::size_t tests = 0, failures = 0, skipped = 0, suites = 0;
  for (const XmlElement suite : root.children()) {
    ++suites;
    for (const XmlElement one : suite.children()) {
      ++tests;
      failures += one.child("failure") ? 1 : 0;
      skipped += one.child("skipped") ? 1 : 0;
    }
  }
  CHECK(suites == 4);  // one for each list, one for the waivers
  CHECK(root.attribute("tests") == std::to_string(tests));
  CHECK(root.attribute("failures") == std::to_string(failures));
  CHECK(root.attribute("skipped") == std::to_string(skipped));
  CHECK(failures == 2);
  CHECK(skipped == 3);  // the waived one, and two checks of the input that cannot be read
  CHECK(xml.find("a&lt;b&gt; &amp; &quot;c&quot; 50%\uFFFDd\uFFFD") != std::string::npos);
}

TEST_CASE("a warning fails a JUnit test case where --fail-on asks for it, else it is its output") {
  CHECK(written(ReportFormat::junit).find("<system-out>/data/b.ndjson:2:7: warning") != std::string::npos);
  CHECK(written(ReportFormat::junit, FailOn::warning).find("type=\"warning\">/data/b.ndjson:2:7") != std::string::npos);
}

TEST_CASE("GitHub's annotations are escaped") {
  CHECK(written(ReportFormat::github) ==
        "::error file=清单 1.json,line=64,col=18,title=check-date::there is no day `2025-06-31`\n"
        "::warning file=/data/b.ndjson,line=2,col=7,title=policy-x::a<b> & \"c\" 50%25%0Ad\uFFFD\n"
        "::error file=torn.json,title=check-syntax::syntax error\n"
        "::notice file=team.yaml,line=3,col=5,title=policy-waiver-unused::u\n");
}
