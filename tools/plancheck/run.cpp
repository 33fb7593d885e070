// SPDX-License-Identifier: MIT
#include "plancheck/run.hpp"

#include <ctime>
#include <istream>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/dates.hpp"
#include "common/input.hpp"
#include "common/options.hpp"
#include "common/output.hpp"
#include "plancheck/checker.hpp"

namespace plancheck {
namespace {

using tools::ExitStatus;

std::vector<std::string> inputs_of(const Options& options) {
  return options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs;
}

// What is wrong with options that are right one by one.
std::optional<std::string> find_usage_problem(const Options& options) {
  if (!options.today.empty() && !tools::is_date(options.today)) {
    return "--today " + options.today + " is no date; write it as 2025-12-31";
  }
  if (options.inputs.empty() && options.terminal.on_stdin) return "name a task list, or - to type one in";
  std::vector<std::string> read = inputs_of(options);
  read.insert(read.end(), options.sources.begin(), options.sources.end());
  if (!options.policy.empty()) read.push_back(options.policy);
  return tools::find_file_problem(read, {{"--output", options.output}}, options.terminal, "a task list");
}

// The one place that reads the clock: waivers end on a day.
std::string current_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  std::string date(10, '\0');
  std::strftime(date.data(), date.size() + 1, "%Y-%m-%d", &parts);
  return date;
}

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + ' ' + std::string(what) + (count == 1 ? "" : "s");
}

void print_summary(const Report& report, std::ostream& err) {
  const Counts counts = count_findings(report.findings);
  if (report.findings.empty()) return;
  err << "plancheck: " << counted(counts.errors, "error") << ", " << counted(counts.warnings, "warning") << ", "
      << counted(counts.infos, "info") << " in " << counted(report.lists.size(), "task list");
  if (counts.waived > 0) err << "; " << counts.waived << " waived";
  err << '\n';
}

ExitStatus usage_error(const std::string& problem, std::ostream& err) {
  err << "plancheck: error: " << problem << "\nTry `plancheck --help`.\n";
  return ExitStatus::usage;
}

}  // namespace

ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  if (const auto problem = find_usage_problem(options)) return usage_error(*problem, err);
  std::optional<Policy> policy;
  if (!options.policy.empty()) {
    policy = parse_policy(tools::read_input(options.policy, in), tools::shown_name(options.policy), err);
    if (!policy) return ExitStatus::input;
  }

  Checker checker(options, policy ? &*policy : nullptr, in, err);
  for (const std::string& input : inputs_of(options)) {
    checker.check_input(input);
  }
  if (!options.sources.empty() && options.sources.size() != checker.lists()) {
    return usage_error("there are " + counted(checker.lists(), "task list") + " and " +
                           counted(options.sources.size(), "notice") + "; name one --source for each list, in order",
                       err);
  }
  const Report report = checker.finish(options.today.empty() ? current_date() : options.today);

  std::ostringstream text;
  write_report(report, options.format, options.fail_on, text);
  if (tools::writes_file(options.output)) {
    tools::PendingFile(options.output, std::move(text).str()).commit();
  } else {
    tools::write_stream(out, std::move(text).str());
  }
  if (!options.quiet) print_summary(report, err);
  if (checker.has_failed()) return ExitStatus::input;
  return has_failure(report.findings, options.fail_on) ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace plancheck
