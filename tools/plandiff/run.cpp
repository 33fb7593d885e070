// SPDX-License-Identifier: MIT
#include "plandiff/run.hpp"

#include <istream>
#include <optional>
#include <ostream>
#include <sstream>

#include "common/input.hpp"
#include "common/messages.hpp"
#include "common/options.hpp"
#include "common/output.hpp"
#include "common/rules.hpp"
#include "common/task_lists.hpp"
#include "libparse/error.hpp"
#include "libparse/parse.hpp"
#include "plandiff/changes.hpp"
#include "plandiff/report.hpp"

namespace plandiff {
namespace {

using tools::ExitStatus;

// What is wrong with options that are right one by one.
std::optional<std::string> find_usage_problem(const Options& options) {
  for (const auto* words : {&options.only, &options.ignore}) {
    for (const std::string& word : *words) {
      if (changes_of(word).empty()) {
        return "`" + word + "` is no change and none of " + std::string(kGroupNames) +
               "; docs/cli.md lists the changes";
      }
    }
  }
  return tools::find_file_problem({options.before, options.after}, {{"--output", options.output}}, options.terminal,
                                  "a plan");
}

// A task list, or the one of a notice.
libparse::TaskList read_plan(const std::string& path, const Options& options, const libparse::RulePack& rules,
                             std::istream& in, std::ostream& err) {
  const std::string bytes = tools::read_notice(path, in, options.input);
  const std::string name = tools::shown_name(path);
  if (tools::is_task_list(bytes)) {
    std::vector<libparse::TaskList> lists = tools::parse_task_lists(bytes, name);
    if (lists.size() != 1) {
      throw libparse::Error(libparse::ErrorCode::format,
                            "holds " + std::to_string(lists.size()) + " task lists; one is compared with one", name);
    }
    return std::move(lists.front());
  }
  try {
    libparse::ParseResult result = libparse::parse_notice(bytes, {.path = path, .input = options.input.read}, rules);
    if (!options.quiet) tools::print_diagnostics(result.list.diagnostics, name, result.text, err);
    return std::move(result.list);
  } catch (const libparse::Error& error) {
    throw libparse::Error(error.code(), error.what(), error.where().empty() ? name : error.where());
  }
}

std::string render(const Report& report, const Options& options) {
  std::ostringstream out;
  switch (options.format) {
    case OutputFormat::text:
      write_text(report, out, {.color = options.terminal.color && !tools::writes_file(options.output)});
      break;
    case OutputFormat::json:
      libparse::write_json(report.difference, report.before, report.after, out);
      break;
    case OutputFormat::markdown:
      write_markdown(report, out);
      break;
    case OutputFormat::html:
      write_html(report, out);
      break;
  }
  return std::move(out).str();
}

}  // namespace

ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  if (const auto problem = find_usage_problem(options)) {
    err << "plandiff: error: " << *problem << "\nTry `plandiff --help`.\n";
    return ExitStatus::usage;
  }
  const libparse::RulePack rules = tools::load_rules(options.rules);
  const libparse::TaskList before = read_plan(options.before, options, rules, in, err);
  const libparse::TaskList after = read_plan(options.after, options, rules, in, err);
  libparse::PlanDifference difference = libparse::compare_plans(before, after, options.mode, rules);
  libparse::keep_changes(difference, wanted_changes(options.mode, options.only, options.ignore));

  const std::string rendered = render({before, after, difference, Words(options.language), options.language}, options);
  if (tools::writes_file(options.output)) {
    tools::PendingFile(options.output, rendered).commit();
  } else {
    tools::write_stream(out, rendered);
  }
  return libparse::has_changes(difference) ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace plandiff
