// SPDX-License-Identifier: MIT
#include "planmark/run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "libparse/error.hpp"
#include "temporary_folder.hpp"

using libparse::MentionType;
using planmark::Options;
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
  const ExitStatus status = planmark::run(options, in, out, err);
  return {status, out.str(), err.str()};
}

}  // namespace

TEST_CASE("a mention is one JSON object on one line") {
  CHECK(
      run({.only = {MentionType::time}}, "2025年6月底前完成\n").out ==
      R"({"type":"time","text":"2025年6月底前","span":{"begin":0,"end":9},"value":{"type":"deadline","end":"2025-06-30"},)"
      R"("rule":"time.before"})"
      "\n");
}

TEST_CASE("spans count code points of the text as read, full-width forms and line breaks included") {
  const std::string out = run({.only = {MentionType::reference}}, "依据\r\n《安全法》（国令第１号）。").out;
  CHECK(out.find(R"("text":"《安全法》","span":{"begin":4,"end":9})") != std::string::npos);
}

TEST_CASE("a text without mentions gives nothing") {
  CHECK(run({}, "大家好\n").out.empty());
  CHECK(run({}, "").status == ExitStatus::done);
}

TEST_CASE("only what is asked for is printed") {
  const std::string text = "（一）县财政局牵头，2025年底前改造管网30公里，按《供水条例》执行。\n";
  const auto count = [&](std::vector<MentionType> only) {
    const std::string out = run({.only = std::move(only)}, text).out;
    return std::count(out.begin(), out.end(), '\n');
  };
  CHECK(count({}) == 5);
  CHECK(count({MentionType::label}) == 1);
  CHECK(count({MentionType::organization}) == 1);
  CHECK(count({MentionType::time, MentionType::quantity}) == 2);
  CHECK(count({MentionType::reference}) == 1);
}

TEST_CASE("options that make no sense together are a usage error") {
  const tests::TemporaryFolder folder;
  const std::string text = folder.write("a.txt", "text");
  Options terminal;
  terminal.terminal.on_stdin = true;
  for (const Options& options : {terminal, Options{.inputs = {"-", "-"}}, Options{.date = "2025-02-29"},
                                 Options{.inputs = {text}, .output = text}}) {
    const Outcome outcome = run(options);
    CHECK(outcome.status == ExitStatus::usage);
    CHECK(outcome.err.starts_with("planmark: error: "));
  }
}

TEST_CASE("a text that cannot be read does not stop the rest") {
  const tests::TemporaryFolder folder;
  const Outcome outcome = run({.inputs = {folder.file("none"), folder.write("a.txt", "2025年底前")}});
  CHECK(outcome.status == ExitStatus::input);
  CHECK(outcome.out.find("2025-12-31") != std::string::npos);
}

TEST_CASE("a user's own body is found in running text") {
  const tests::TemporaryFolder folder;
  folder.write("lexicon/org-name.txt", "绿源水务\town\n");
  const Options options{.only = {MentionType::organization}, .rules = {folder.path().string()}};
  CHECK(run({.only = options.only}, "材料报绿源水务备案。").out.empty());
  CHECK(run(options, "材料报绿源水务备案。").out.find(R"("text":"绿源水务")") != std::string::npos);
}

TEST_CASE("a broken rule folder ends the tool with its place") {
  const tests::TemporaryFolder folder;
  folder.write("lexicon/org-name.txt", "绿源水务\n");
  CHECK_THROWS_AS(run({.rules = {folder.path().string()}}), libparse::Error);
}
