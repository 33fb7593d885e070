// SPDX-License-Identifier: MIT
#include "planmark/run.hpp"

#include <istream>
#include <optional>
#include <ostream>
#include <sstream>

#include "common/dates.hpp"
#include "common/input.hpp"
#include "common/messages.hpp"
#include "common/options.hpp"
#include "common/output.hpp"
#include "common/rules.hpp"
#include "libparse/error.hpp"

namespace planmark {
namespace {

using tools::ExitStatus;

// What is wrong with options that are right one by one.
std::optional<std::string> find_usage_problem(const Options& options) {
  if (!options.date.empty() && !tools::is_date(options.date)) {
    return "--date " + options.date + " is no date; write it as 2025-12-31";
  }
  return tools::find_file_problem(options.inputs, {{"--output", options.output}}, options.terminal, "a text");
}

}  // namespace

ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  if (const auto problem = find_usage_problem(options)) {
    err << "planmark: error: " << *problem << "\nTry `planmark --help`.\n";
    return ExitStatus::usage;
  }
  const libparse::RulePack rules = tools::load_rules(options.rules);
  const std::vector<std::string> inputs = options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs;

  std::string file_bytes;
  bool has_failed = false;
  for (const std::string& input : inputs) {
    libparse::MentionResult result;
    try {
      result = libparse::find_mentions(
          tools::read_notice(input, in, options.input),
          {.issued_on = options.date, .year = options.year, .only = options.only, .input = options.input.read}, rules);
    } catch (const libparse::Error& error) {
      tools::print_error(error, tools::shown_name(input), err);
      has_failed = true;
      continue;
    }
    if (!options.quiet) tools::print_diagnostics(result.diagnostics, tools::shown_name(input), result.text, err);
    std::ostringstream lines;
    for (const libparse::Mention& mention : result.mentions) libparse::write_mention(mention, lines);
    if (tools::writes_file(options.output)) {
      file_bytes += std::move(lines).str();
    } else if (!tools::write_stream(out, std::move(lines).str())) {
      break;  // the reader has seen enough
    }
  }
  if (tools::writes_file(options.output) && !(has_failed && file_bytes.empty())) {
    tools::PendingFile(options.output, file_bytes).commit();
  }
  return has_failed ? ExitStatus::input : ExitStatus::done;
}

}  // namespace planmark
