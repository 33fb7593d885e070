// SPDX-License-Identifier: MIT
#include "planview/run.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "libparse/io.hpp"
#include "libparse/parse.hpp"
#include "temporary_folder.hpp"

namespace {

using planview::Options;
using tools::ExitStatus;

const std::string kNotice =
    "临江县人民政府关于修路的通知\n一、任务\n1.建成桥梁3座，2025年底前完成。责任单位：县交通局\n";

struct Outcome {
  ExitStatus status;
  std::string out;
  std::string err;
};

Outcome run(const Options& options, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const ExitStatus status = planview::run(options, in, out, err);
  return {status, out.str(), err.str()};
}

std::string list_of(const std::string& notice) {
  std::ostringstream json;
  libparse::write_json(libparse::parse_notice(notice, {.path = "n.txt"}).list, json);
  return json.str();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a notice becomes a page with its text, and the same bytes each time") {
  const Outcome page = run({.quiet = true}, kNotice);
  CHECK(page.status == ExitStatus::done);
  CHECK(page.out.rfind("<!DOCTYPE html>", 0) == 0);
  CHECK(has(page.out, "id=\"data-text\">\""));
  CHECK(page.out == run({.quiet = true}, kNotice).out);
}

TEST_CASE("a task list has the text of its notice with --source only") {
  const tests::TemporaryFolder folder;
  folder.write("n.txt", kNotice);
  Options options;
  CHECK(has(run(options, list_of(kNotice)).out, "id=\"data-text\">null<"));
  options.source = folder.file("n.txt");
  const Outcome page = run(options, list_of(kNotice));
  CHECK(page.status == ExitStatus::done);
  CHECK(has(page.out, "id=\"data-text\">\""));
}

TEST_CASE("a source that is another notice is refused") {
  const tests::TemporaryFolder folder;
  folder.write("n.txt", kNotice + "2.再建2座。\n");
  Options options;
  options.source = folder.file("n.txt");
  const Outcome refused = run(options, list_of(kNotice));
  CHECK(refused.status == ExitStatus::input);
  CHECK(refused.out.empty());
  CHECK(has(refused.err, "n.txt: error: is not the notice that the task list was made from"));
}

TEST_CASE("options of the other kind of input are a mistake in the command line") {
  CHECK(run({.source = "n.txt"}, kNotice).status == ExitStatus::usage);
  CHECK(run({.as_of = "2025-01-01"}, list_of(kNotice)).status == ExitStatus::usage);
  CHECK(run({.year = 2025}, list_of(kNotice)).status == ExitStatus::usage);
  CHECK(run({.inputs = {"a", "b"}}, "").status == ExitStatus::usage);
  CHECK(run({.as_of = "soon"}, kNotice).status == ExitStatus::usage);
}

TEST_CASE("two task lists in one input are refused") {
  const Outcome refused = run({}, list_of(kNotice) + list_of(kNotice));
  CHECK(refused.status == ExitStatus::input);
  CHECK(has(refused.err, "holds 2 task lists"));
}

TEST_CASE("--svg writes one chart and no page") {
  Options options;
  options.quiet = true;
  options.chart = planview::Chart::matrix;
  const Outcome chart = run(options, kNotice);
  CHECK(chart.out.rfind("<?xml", 0) == 0);
  CHECK(has(chart.out, "data-unit=\"县交通运输局\""));
  CHECK_FALSE(has(chart.out, "<html"));
}
