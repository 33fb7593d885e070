// SPDX-License-Identifier: MIT
#include "planview/run.hpp"

#include <istream>
#include <optional>
#include <ostream>

#include "common/dates.hpp"
#include "common/input.hpp"
#include "common/messages.hpp"
#include "common/notice_input.hpp"
#include "common/options.hpp"
#include "common/output.hpp"
#include "common/rules.hpp"
#include "common/task_lists.hpp"
#include "libparse/parse.hpp"
#include "planview/charts.hpp"
#include "planview/page.hpp"

namespace planview {
namespace {

using tools::ExitStatus;

struct Report {
  libparse::TaskList list;
  std::optional<std::string> text;
};

// What is wrong with options that are right one by one.
std::optional<std::string> find_usage_problem(const Options& options) {
  if (!options.as_of.empty() && !tools::is_date(options.as_of)) {
    return "--as-of " + options.as_of + " is no date; write it as 2025-12-31";
  }
  if (options.inputs.size() > 1) {
    return "a page shows one notice; " + std::to_string(options.inputs.size()) + " are named";
  }
  std::vector<std::string> inputs = options.inputs;
  if (!options.source.empty()) inputs.push_back(options.source);
  if (options.inputs.empty() && options.source == "-") return "- may be named once only";
  if (const auto problem =
          tools::find_file_problem(inputs, {{"--output", options.output}}, options.terminal, "a notice")) {
    return problem;
  }
  if (options.inputs.empty() && options.terminal.on_stdin) return "name a notice, or - to type one in";
  if (options.terminal.on_stdout && !tools::writes_file(options.output)) {
    return "a page is nothing for a terminal; name a file with --output";
  }
  return std::nullopt;
}

// What was asked for that only the reading of a notice can do.
std::optional<std::string> find_list_problem(const Options& options, const std::string& name) {
  for (const auto& [is_given, option] :
       {std::pair(!options.as_of.empty(), "--as-of"), std::pair(options.year != 0, "--year"),
        std::pair(!options.rules.empty(), "--rules")}) {
    if (is_given) return std::string(option) + " is for notices, and " + name + " is a task list";
  }
  return std::nullopt;
}

libparse::TaskList read_one_list(const std::string& bytes, const std::string& name) {
  std::vector<libparse::TaskList> lists = tools::parse_task_lists(bytes, name);
  if (lists.size() != 1) {
    throw libparse::Error(libparse::ErrorCode::format,
                          "holds " + std::to_string(lists.size()) + " task lists; a page shows one", name);
  }
  return std::move(lists.front());
}

std::string read_text_of(const libparse::TaskList& list, const Options& options, std::istream& in) {
  libparse::ParseResult result;
  const std::string name = tools::shown_name(options.source);
  try {
    result = libparse::parse_notice(tools::read_notice(options.source, in, options.input),
                                    {.path = options.source, .input = options.input.read});
  } catch (const libparse::Error& error) {
    throw libparse::Error(error.code(), error.what(), error.where().empty() ? name : error.where());
  }
  if (result.list.document.source.sha256 != list.document.source.sha256) {
    throw libparse::Error(libparse::ErrorCode::format,
                          "is not the notice that the task list was made from (the SHA-256 differs)", name);
  }
  return std::move(result.text);
}

}  // namespace

ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto refuse = [&](const std::string& problem) {
    err << "planview: error: " << problem << "\nTry `planview --help`.\n";
    return ExitStatus::usage;
  };
  if (const auto problem = find_usage_problem(options)) return refuse(*problem);
  const std::string input = options.inputs.empty() ? "-" : options.inputs.front();
  const std::string name = tools::shown_name(input);

  Report report;
  try {
    const std::string bytes = tools::read_notice(input, in, options.input);
    if (tools::is_task_list(bytes)) {
      if (const auto problem = find_list_problem(options, name)) return refuse(*problem);
      report.list = read_one_list(bytes, name);
      if (!options.source.empty()) report.text = read_text_of(report.list, options, in);
    } else {
      if (!options.source.empty()) return refuse("--source is for task lists, and " + name + " is a notice");
      const libparse::RulePack rules = tools::load_rules(options.rules);
      libparse::ParseResult result = libparse::parse_notice(
          bytes, {.path = input, .as_of = options.as_of, .year = options.year, .input = options.input.read}, rules);
      if (!options.quiet) tools::print_diagnostics(result.list.diagnostics, name, result.text, err);
      report = {std::move(result.list), std::move(result.text)};
    }
  } catch (const libparse::Error& error) {
    tools::print_error(error, name, err);
    return ExitStatus::input;
  }

  std::string bytes;
  switch (options.chart) {
    case Chart::none:
      bytes = make_page(report.list, report.text, options.language);
      break;
    case Chart::timeline:
      bytes = draw_timeline(report.list, options.language, true);
      break;
    case Chart::matrix:
      bytes = draw_matrix(report.list, options.language, true);
      break;
  }
  if (tools::writes_file(options.output)) {
    tools::PendingFile(options.output, bytes).commit();
  } else {
    tools::write_stream(out, bytes);
  }
  return ExitStatus::done;
}

}  // namespace planview
