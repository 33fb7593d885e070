// SPDX-License-Identifier: MIT
#include "planconv/merge.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "../../../temporary_folder.hpp"
#include "convert.hpp"

using namespace planconv;
using tests::try_convert;
using tools::ExitStatus;

namespace {

std::string line(const std::string& path, const std::string& sha256, const std::string& title) {
  libparse::TaskList list;
  list.document.source.path = path;
  list.document.source.sha256 = sha256;
  list.document.title = title;
  std::ostringstream out;
  libparse::write_ndjson(list, out);
  return std::move(out).str();
}

// What the merge of some texts comes to, each of them an input.
tests::Converted merged(const std::vector<std::string>& texts) {
  const tests::TemporaryFolder folder;
  Options options{.merge = true};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    options.inputs.push_back(folder.write(std::to_string(i) + ".ndjson", texts[i]));
  }
  tests::Converted result = try_convert("", options);
  for (std::size_t at = 0; (at = result.err.find(folder.path().string() + "/")) != std::string::npos;) {
    result.err.erase(at, folder.path().string().size() + 1);
  }
  return result;
}

}  // namespace

TEST_CASE("lists are ordered by path and then by SHA-256, equal ones stand once") {
  const std::string a = line("a.txt", "2", "x");
  const std::string b = line("b.txt", "1", "y");
  const std::string c = line("c.txt", "0", "z");
  const auto result = merged({c + a, b + a});
  CHECK(result.out == a + b + c);
  CHECK(result.err.empty());
  CHECK(result.status == ExitStatus::done);
}

TEST_CASE("a merge does not depend on the order of shards nor on merges before") {
  std::vector<std::string> shards(4);
  for (int i = 0; i < 40; ++i) {
    const std::string name = "n" + std::to_string(i * 7 % 25) + ".txt";
    shards[static_cast<std::size_t>(i * 3 % 7 % 4)] += line(name, std::to_string(i % 3), std::to_string(i % 5));
  }
  const auto all = merged(shards);
  CHECK(all.status == ExitStatus::findings);  // some paths come with several contents
  CHECK(std::count(all.out.begin(), all.out.end(), '\n') > 25);
  std::sort(shards.begin(), shards.end());
  do {
    const auto result = merged(shards);
    CHECK(result.out == all.out);
    CHECK(result.err == all.err);
    const std::string left = merged({shards[0], shards[1]}).out;
    const std::string right = merged({shards[2], shards[3]}).out;
    CHECK(merged({right, left}).out == all.out);
    CHECK(merged({merged({left, shards[2]}).out, shards[3]}).out == all.out);
    CHECK(merged({all.out, shards[1]}).out == all.out);
  } while (std::next_permutation(shards.begin(), shards.end()));
}

TEST_CASE("different lists of one path are a finding, told once, and kept") {
  const std::string one = line("a.txt", "1", "x");
  const std::string two = line("a.txt", "1", "y");
  const std::string three = line("a.txt", "2", "x");
  const auto result = merged({three, two, one});
  CHECK(result.status == ExitStatus::findings);
  CHECK(result.out == one + two + three);
  CHECK(result.err == "a.txt: error: different task lists have this path; both are kept [merge-conflict]\n");
}

TEST_CASE("lists of standard input and without a path may differ") {
  const auto result = merged({line("-", "1", "x") + line("", "1", "x"), line("-", "2", "x") + line("", "2", "y")});
  CHECK(result.status == ExitStatus::done);
  CHECK(std::count(result.out.begin(), result.out.end(), '\n') == 4);
}

TEST_CASE("a broken line is told with its number and the other lines are merged") {
  const std::string a = line("a", "1", "x");
  const std::string b = line("b", "1", "x");
  const auto result = merged({b + "\n{\"schema\": 7}\n" + a + "{\"schema\":\"planp"});
  CHECK(result.status == ExitStatus::input);
  CHECK(result.out == a + b);
  CHECK(result.err.find("0.ndjson:3:12: error: `schema` must be a string\n") != std::string::npos);
  CHECK(result.err.find("0.ndjson:5:") != std::string::npos);
}

TEST_CASE("error records are kept and told until a list of their notice is merged in") {
  const auto error = [](const std::string& path) {
    return R"({"schema":"planparse.error/1","path":")" + path + R"(","error":{"code":"damaged","message":"no zip"}})" +
           "\n";
  };
  const std::string a = line("a.txt", "1", "x");
  const std::string c = line("c.txt", "1", "x");
  const auto first = merged({error("c.txt") + error("b.txt"), a + error("c.txt")});
  CHECK(first.out == a + error("b.txt") + error("c.txt"));
  CHECK(first.err == "b.txt: error: no zip\nc.txt: error: no zip\n");
  CHECK(first.status == ExitStatus::input);
  CHECK(merged({first.out, c}).out == a + error("b.txt") + c);
  CHECK(merged({merged({c, error("c.txt")}).out, first.out}).out == a + error("b.txt") + c);
  CHECK(merged({c, error("c.txt")}).status == ExitStatus::done);
}

TEST_CASE("JSON over many lines, YAML and standard input are merged too") {
  const tests::TemporaryFolder folder;
  const std::string a = line("a", "1", "x");
  const std::string b = line("b", "1", "x");
  const std::string c = line("c", "1", "x");
  const std::string json = folder.write("b.json", tests::convert(b, {.format = Format::json}));
  const std::string yaml = folder.write("a.yaml", tests::convert(a, {.format = Format::yaml}));
  const Options options{.inputs = {json, "-", yaml}, .output = folder.file("all.ndjson"), .merge = true};
  CHECK(tests::convert(c, options).empty());
  CHECK(folder.read("all.ndjson") == a + b + c);
  CHECK(folder.count() == 3);
}

TEST_CASE("missing, empty and foreign inputs are told") {
  const tests::TemporaryFolder folder;
  const auto result =
      try_convert("", {.inputs = {folder.file("none"), folder.write("empty", ""), folder.path().string()},
                       .output = folder.file("out.ndjson"),
                       .merge = true});
  CHECK(result.status == ExitStatus::input);
  CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 3);
  CHECK(folder.count() == 1);
}
