// SPDX-License-Identifier: MIT
#include "plandiff/run.hpp"

#include <doctest/doctest.h>
#include <expat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "libparse/compare.hpp"
#include "libparse/error.hpp"
#include "plandiff/changes.hpp"
#include "plandiff/report.hpp"

using plandiff::Language;
using plandiff::Options;
using plandiff::OutputFormat;
using tools::ExitStatus;

namespace {

const std::string kSamples = LIBPARSE_SOURCE_DIR "/samples/diff/";

struct Outcome {
  ExitStatus status;
  std::string out;
  std::string err;
};

Outcome run(Options options, const std::string& standard_input = {}) {
  if (options.before.empty()) options.before = kSamples + "plan.txt";
  if (options.after.empty()) options.after = kSamples + "plan-revised.txt";
  std::istringstream in(standard_input);
  std::ostringstream out;
  std::ostringstream err;
  const ExitStatus status = plandiff::run(options, in, out, err);
  return {status, out.str(), err.str()};
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// What an XML parser finds wrong with a page; empty where it is well-formed.
std::string find_markup_problem(const std::string& page) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate("UTF-8"), XML_ParserFree);
  if (XML_Parse(parser.get(), page.data(), static_cast<int>(page.size()), XML_TRUE) == XML_STATUS_OK) return {};
  return "line " + std::to_string(XML_GetCurrentLineNumber(parser.get())) + ": " +
         XML_ErrorString(XML_GetErrorCode(parser.get()));
}

std::string list_of(const std::string& text) {
  return R"({"schema":"planparse.task-list/1","generator":{"name":"planparse","version":"0"},"document":{"source":)"
         R"({"sha256":"","media_type":"text/plain","encoding":"UTF-8","bytes":0,"characters":0}},"tasks":[)"
         R"({"id":"1","kind":"task","text":")" +
         text + R"(","span":{"begin":0,"end":0}}]})";
}

}  // namespace

TEST_CASE("equal plans give status 0 and an empty report, different ones status 1") {
  const Outcome same = run({.after = kSamples + "plan.txt"});
  CHECK(same.status == ExitStatus::done);
  CHECK(same.out == "");
  CHECK(same.err == "");
  CHECK(run({}).status == ExitStatus::findings);
}

TEST_CASE("a task list from standard input is compared with one from a notice") {
  const Outcome outcome = run({.before = "-", .after = kSamples + "plan.txt"}, list_of("办好实事"));
  CHECK(outcome.status == ExitStatus::findings);
  CHECK(contains(outcome.out, "- 1  办好实事"));
}

TEST_CASE("--only and --ignore choose changes by name and by group") {
  const Outcome later = run({.only = {"deadline-later"}});
  CHECK(contains(later.out, "时限推迟"));
  CHECK_FALSE(contains(later.out, "时限提前"));
  CHECK_FALSE(contains(later.out, "目标"));
  const Outcome deadlines = run({.only = {"deadline"}, .ignore = {"deadline-later"}});
  CHECK(contains(deadlines.out, "时限提前"));
  CHECK_FALSE(contains(deadlines.out, "时限推迟"));
  CHECK(run({.only = {"time-changed"}}).status == ExitStatus::done);
  const Outcome unknown = run({.only = {"colour"}});
  CHECK(unknown.status == ExitStatus::usage);
  CHECK(contains(unknown.err, "`colour` is no change"));
}

TEST_CASE("every change belongs to a group, and every group has changes") {
  std::istringstream groups{std::string(plandiff::kGroupNames)};
  std::set<libparse::Change> grouped;
  for (std::string group; std::getline(groups >> std::ws, group, ',');) {
    CAPTURE(group);
    const auto changes = plandiff::changes_of(group);
    CHECK(!changes.empty());
    grouped.insert(changes.begin(), changes.end());
  }
  CHECK(grouped.size() == libparse::kNames<libparse::Change>.size());
}

TEST_CASE("each language has words for everything") {
  const plandiff::Words zh(Language::zh), en(Language::en);
  std::vector<std::string> keys;
  for (const auto name : libparse::kNames<libparse::Change>) keys.push_back("change." + std::string(name));
  for (const auto name : libparse::kNames<libparse::Role>) keys.push_back("role." + std::string(name));
  for (const auto name : libparse::kNames<libparse::TaskKind>) keys.push_back("kind." + std::string(name));
  for (const std::string& key : keys) {
    CHECK(zh.of(key) != key);
    CHECK(en.of(key) != key);
  }
  const auto keys_of = [](const std::string& language) {
    std::istringstream file(read(LIBPARSE_SOURCE_DIR "/tools/plandiff/page/words." + language + ".txt"));
    std::set<std::string> found;
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with('#')) found.insert(line.substr(0, line.find('\t')));
    }
    return found;
  };
  CHECK(keys_of("zh") == keys_of("en"));
  CHECK(zh.of("no.such.key") == "no.such.key");
}

TEST_CASE("reports are in the language that was asked for") {
  const Outcome outcome = run({.language = Language::en});
  CHECK(contains(outcome.out, "deadline later  2024-09-30 → 2024-12-31  (92 days later)"));
  CHECK(contains(outcome.out, "role changed  市应急局  participate → cooperate"));
  CHECK_FALSE(contains(outcome.out, "时限推迟"));
}

TEST_CASE("colours are for terminals and not for files") {
  Options options;
  CHECK_FALSE(contains(run(options).out, "\033["));
  options.terminal.color = true;
  CHECK(contains(run(options).out, "\033[31m"));
}

TEST_CASE("text from a plan cannot drive the terminal") {
  const Outcome outcome = run({.before = "-", .after = kSamples + "plan.txt"}, list_of("办好\\u001b[31m实事"));
  CHECK_FALSE(contains(outcome.out, "\033"));
}

TEST_CASE("the page is well-formed and loads nothing") {
  for (const auto language : {Language::zh, Language::en}) {
    const Outcome outcome = run({.format = OutputFormat::html, .language = language});
    CHECK(find_markup_problem(outcome.out) == "");
    for (const char* part : {"http:", "https:", "//", "src=", "href=", "url(", "@import", "<script", "<link"})
      CHECK_FALSE(contains(outcome.out, part));
    CHECK(contains(outcome.out, "<del>9</del>月底前"));
    CHECK(contains(outcome.out, "<ins>12</ins>月底前"));
    CHECK(contains(outcome.out, "prefers-color-scheme: dark"));
  }
}

TEST_CASE("markup in a plan stays text") {
  const std::string list = list_of("<script>alert(1)</script> & *重点* | `a`");
  const Outcome html = run({.before = "-", .format = OutputFormat::html}, list);
  CHECK(find_markup_problem(html.out) == "");
  CHECK_FALSE(contains(html.out, "<script"));
  CHECK(contains(html.out, "&lt;script&gt;"));
  const Outcome markdown = run({.before = "-", .format = OutputFormat::markdown}, list);
  CHECK(contains(markdown.out, "\\<script\\>alert(1)\\</script\\> \\& \\*重点\\* \\| \\`a\\`"));
}

TEST_CASE("a cascade names what was not taken over and leaves the wording alone") {
  const Outcome outcome = run({.before = kSamples + "superior.txt",
                               .after = kSamples + "local.txt",
                               .mode = libparse::ComparisonMode::cascade});
  CHECK(contains(outcome.out, "- 1.4  开展满意度回访\n  未承接"));
  CHECK_FALSE(contains(outcome.out, "文字修改"));
  CHECK_FALSE(contains(outcome.out, "住建"));
}

TEST_CASE("an input that holds several task lists is refused") {
  try {
    run({.before = "-"}, list_of("甲") + "\n" + list_of("乙"));
    FAIL("was accepted");
  } catch (const libparse::Error& error) {
    CHECK(error.where() == "<stdin>");
    CHECK(contains(error.what(), "holds 2 task lists"));
  }
}
