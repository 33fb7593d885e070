// SPDX-License-Identifier: MIT
#include "planparse/batch.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <streambuf>

#include "libparse/io.hpp"
#include "planparse/manifest.hpp"
#include "planparse/run.hpp"
#include "schema_check.hpp"
#include "temporary_folder.hpp"

using planparse::BatchOptions;
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

std::string notice(int number) {
  return "一、工作任务\n（一）修缮" + std::to_string(number) + "处渡口。责任单位：县交通局\n";
}

/// A folder with `count` notices and one that is none.
void write_notices(const tests::TemporaryFolder& folder, int count) {
  for (int i = 0; i < count; ++i) {
    folder.write("in/" + std::to_string(i % 3) + "/n" + std::to_string(100 + i) + ".txt", notice(i));
  }
  folder.write("in/1/bad.txt", std::string("\x00\x01\x02\xFF", 4));
}

/// The names of all files below `folder`, hidden ones too.
std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Gives some lines of a list and then breaks, as a run that is stopped does.
class BreakingList : public std::streambuf {
 public:
  explicit BreakingList(std::string text) : text_(std::move(text)) {
    setg(text_.data(), text_.data(), text_.data() + text_.size());
  }

 protected:
  int_type underflow() override { throw std::runtime_error("stopped"); }

 private:
  std::string text_;
};

/// Runs with a list that breaks behind its first `stop` lines.
void run_until(const Options& options, const std::string& list, std::size_t stop) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < stop; ++i) end = list.find('\n', end) + 1;
  BreakingList breaking(list.substr(0, end));
  std::istream in(&breaking);
  std::ostringstream out;
  CHECK_THROWS_AS(planparse::run(options, in, out, out), libparse::Error);
}

std::vector<std::string> paths_of(const std::string& ndjson) {
  std::vector<std::string> paths;
  std::istringstream lines(ndjson);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find("\"path\":\"") + 8;
    paths.push_back(line.substr(at, line.find('"', at) - at));
  }
  return paths;
}

}  // namespace

TEST_CASE("a folder is read in the order of its paths, and a broken notice is a record of the stream") {
  const tests::TemporaryFolder folder;
  write_notices(folder, 5);
  const Outcome outcome = run({.inputs = {folder.file("in/")}});
  CHECK(outcome.status == ExitStatus::input);
  const std::vector<std::string> paths = paths_of(outcome.out);
  REQUIRE(paths.size() == 6);
  CHECK(std::is_sorted(paths.begin(), paths.end()));
  CHECK(paths[0] == folder.file("in/0/n100.txt"));
  CHECK(outcome.out.find("{\"schema\":\"planparse.error/1\",\"path\":\"" + folder.file("in/1/bad.txt") +
                         "\",\"error\":{\"code\":\"not-text\",\"message\":\"") != std::string::npos);
  CHECK(outcome.err.starts_with(folder.file("in/1/bad.txt") + ": error: "));
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);) {
    const bool is_error = line.find("planparse.error/1") != std::string::npos;
    CHECK(tests::find_record_schema_problems(line, is_error ? "error-record" : "task-list") == "");
  }
}

TEST_CASE("any number of threads gives the same bytes, on the stream, in the manifest and on standard error") {
  const tests::TemporaryFolder folder;
  write_notices(folder, 60);
  std::string manifest;
  Outcome one = run({.inputs = {folder.file("in")}, .batch = {.manifest = folder.file("m")}});
  manifest = folder.read("m");
  for (const std::size_t jobs : {2U, 8U}) {
    const Outcome several = run({.inputs = {folder.file("in")}, .batch = {.manifest = folder.file("m"), .jobs = jobs}});
    CHECK(several.out == one.out);
    CHECK(several.err == one.err);
    CHECK(folder.read("m") == manifest);
  }
}

TEST_CASE("lists keep their order and name standard input, folders and missing files as errors") {
  const tests::TemporaryFolder folder;
  const std::string a = folder.write("a.txt", notice(1));
  const std::string b = folder.write("b\nb.txt", notice(2));
  const Outcome lines = run({.batch = {.files_from = "-"}}, folder.file("no") + "\r\n\n" + a + "\n" + a);
  CHECK(paths_of(lines.out) == std::vector<std::string>{folder.file("no"), a, a});
  CHECK(lines.status == ExitStatus::input);
  const Outcome names =
      run({.batch = {.files_from = "-", .null_names = true}}, b + std::string(1, '\0') + a + std::string(1, '\0'));
  CHECK(names.status == ExitStatus::done);
  CHECK(libparse::read_ndjson(names.out).at(0).document.source.path == b);
  CHECK(run({.batch = {.files_from = "-"}}, "-\n" + folder.path().string()).out.find("task-list") == std::string::npos);
  CHECK_THROWS_AS(run({.batch = {.files_from = folder.file("no")}}), libparse::Error);
}

TEST_CASE("an output tree mirrors the folder, and a run leaves nothing else in it") {
  const tests::TemporaryFolder folder;
  write_notices(folder, 4);
  folder.write("out/1/bad.txt.json", "of an earlier run");
  const Outcome outcome =
      run({.inputs = {folder.file("in")}, .batch = {.out_dir = folder.file("out"), .manifest = folder.file("m")}});
  CHECK(outcome.status == ExitStatus::input);
  CHECK(outcome.out.empty());
  CHECK(files_below(folder.file("out")) ==
        std::vector<std::string>{"0/n100.txt.json", "0/n103.txt.json", "1/n101.txt.json", "2/n102.txt.json"});
  CHECK(folder.read("out/1/n101.txt.json") == run({.inputs = {folder.file("in/1/n101.txt")}}).out);
  std::istringstream lines(folder.read("m"));
  for (std::string line; std::getline(lines, line);) {
    const auto entry = planparse::read_entry(line);
    REQUIRE(entry);
    CHECK(planparse::write_entry(*entry) == line + '\n');
    CHECK(tests::find_record_schema_problems(line, "manifest-entry") == "");
    CHECK(entry->failure.has_value() == (entry->path == folder.file("in/1/bad.txt")));
    CHECK(entry->output.empty() == entry->failure.has_value());
  }
}

TEST_CASE("several inputs are mirrored by their whole paths, never above the output folder") {
  const tests::TemporaryFolder folder;
  const std::string a = folder.write("x/a.txt", notice(1));
  const std::string b = folder.write("y/a.txt", notice(2));
  const std::string out = folder.file("out");
  CHECK(run({.inputs = {folder.file("x"), b}, .format = OutputFormat::yaml, .batch = {.out_dir = out}}).status ==
        ExitStatus::done);
  CHECK(files_below(out) == std::vector<std::string>{a.substr(1) + ".yaml", b.substr(1) + ".yaml"});
  CHECK(run({.batch = {.files_from = "-", .out_dir = out}}, "../a.txt").status == ExitStatus::input);
  CHECK(files_below(out).size() == 2);
}

TEST_CASE("what a run writes into the folder that it reads is no input of the next run") {
  const tests::TemporaryFolder folder;
  write_notices(folder, 3);
  const Options options{.inputs = {folder.file("in")}, .output = folder.file("in/all.ndjson")};
  run(options);
  const std::string first = folder.read("in/all.ndjson");
  run(options);
  CHECK(folder.read("in/all.ndjson") == first);
}

TEST_CASE("shards take every n-th notice and together have all") {
  const tests::TemporaryFolder folder;
  write_notices(folder, 10);
  std::vector<std::string> together;
  for (const char* shard : {"1/3", "2/3", "3/3"}) {
    for (std::string& path : paths_of(run({.inputs = {folder.file("in")}, .batch = {.shard = shard}}).out)) {
      together.push_back(std::move(path));
    }
  }
  std::sort(together.begin(), together.end());
  CHECK(together == paths_of(run({.inputs = {folder.file("in")}}).out));
  CHECK(run({.inputs = {folder.file("in")}, .batch = {.shard = "20/20"}}).out.empty());
}

TEST_CASE("a run that was stopped goes on behind what it had finished, and gives the same bytes") {
  const tests::TemporaryFolder folder;
  write_notices(folder, 12);
  std::string list;
  for (const std::string& name : files_below(folder.file("in"))) list += folder.file("in/") + name + '\n';
  for (const OutputFormat format : {OutputFormat::ndjson, OutputFormat::yaml, OutputFormat::json}) {
    for (const bool is_tree : {false, true}) {
      CAPTURE(is_tree);
      Options options{.format = format, .batch = {.files_from = "-", .manifest = folder.file("m")}};
      (is_tree ? options.batch.out_dir : options.output) = folder.file("o");
      std::filesystem::remove_all(folder.file("o"));
      run(options, list);
      const auto state = [&] {
        std::string all = folder.read("m");
        if (!is_tree) return all + folder.read("o");
        for (const std::string& name : files_below(folder.file("o"))) all += name + '\n' + folder.read("o/" + name);
        return all;
      };
      const std::string whole = state();
      for (const std::size_t stop : {0U, 1U, 5U, 13U}) {
        CAPTURE(stop);
        std::filesystem::remove_all(folder.file("o"));
        std::filesystem::remove(folder.file("m"));
        options.batch.resume = false;
        run_until(options, list, stop);
        CHECK_FALSE(std::filesystem::exists(folder.file("m")));
        options.batch.resume = true;
        const Outcome rest = run(options, list);
        CHECK(rest.status == ExitStatus::input);
        CHECK(rest.err.empty() == (stop > 4));  // the broken notice is the fifth: it was not read again
        CHECK(state() == whole);
      }
    }
  }
}

TEST_CASE("what is no longer so is done again: changed notices and options, damaged output, half a line") {
  const tests::TemporaryFolder folder;
  write_notices(folder, 12);
  std::string list;
  for (const std::string& name : files_below(folder.file("in"))) list += folder.file("in/") + name + '\n';
  Options options{.output = folder.file("o"), .batch = {.files_from = "-", .resume = true}};
  const auto stopped = [&] { run_until(options, list, 8); };
  const auto resumed = [&] {
    run(options, list);
    return folder.read("o");
  };
  const std::string whole = resumed();

  stopped();
  std::ofstream(folder.file(".o.part.journal"), std::ios::app) << R"({"path":"half)";
  std::ofstream(folder.file(".o.part"), std::ios::app) << "half a record";
  CHECK(resumed() == whole);

  stopped();
  std::fstream part(folder.file(".o.part"), std::ios::in | std::ios::out);
  part.seekp(700).put('#');
  part.close();
  CHECK(resumed() == whole);

  stopped();
  options.year = 2031;
  const std::string other = resumed();
  CHECK(other != whole);
  options.year = 0;

  stopped();
  folder.write("in/0/n103.txt", notice(77));
  const std::string changed = resumed();
  options.batch.resume = false;
  CHECK(changed != whole);
  CHECK(changed == resumed());
  CHECK(files_below(folder.path().string()).size() == 14);  // 13 notices and the output
}

TEST_CASE("options of a run over many notices that make no sense together are a usage error") {
  const tests::TemporaryFolder folder;
  const std::string in = folder.write("a.txt", "text");
  for (const Options& options :
       {Options{.inputs = {in}, .batch = {.null_names = true, .jobs_given = true}}, Options{.batch = {.out_dir = "d"}},
        Options{.inputs = {"-"}, .batch = {.files_from = "-"}},
        Options{.inputs = {in}, .output = "o", .batch = {.out_dir = "d"}},
        Options{.inputs = {in}, .text_out = "t", .batch = {.shard = "1/2"}},
        Options{.inputs = {in}, .batch = {.resume = true}}, Options{.inputs = {in}, .batch = {.shard = "0/2"}},
        Options{.inputs = {in}, .batch = {.shard = "3/2"}}, Options{.inputs = {in}, .batch = {.shard = "1"}},
        Options{.inputs = {in}, .batch = {.shard = "1/x"}}, Options{.inputs = {in}, .batch = {.manifest = in}},
        Options{.inputs = {in}, .output = "o", .batch = {.manifest = "o"}},
        Options{.output = "o", .batch = {.resume = true}}}) {
    const Outcome outcome = run(options);
    CHECK(outcome.status == ExitStatus::usage);
    CHECK(outcome.out.empty());
  }
}
