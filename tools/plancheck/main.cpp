// SPDX-License-Identifier: MIT
#include <iostream>

#include "common/notice_input.hpp"
#include "common/options.hpp"
#include "common/run_tool.hpp"
#include "plancheck/run.hpp"

namespace {

constexpr const char* kExamples =
    "  plancheck tasks.json                                     form and consistency\n"
    "  planparse notice.txt | plancheck --source notice.txt -   and every quote against the notice\n"
    "  plancheck --policy team.yaml --fail-on warning tasks/*.json\n"
    "  plancheck --policy team.yaml --to sarif -o report.sarif tasks.ndjson";

void add_options(CLI::App& app, plancheck::Options& options) {
  tools::add_inputs(app, options.inputs, "Task lists (JSON, YAML, NDJSON)");
  app.add_option("--source", options.sources,
                 "The notice that a list was read from: prove each quote by it; once for each list, in their order")
      ->allow_extra_args(false)
      ->type_name("NOTICE");
  app.add_option("--policy", options.policy, "Rules of your own and waivers (schemas/policy.schema.json)")
      ->type_name("FILE");
  app.add_option("--today", options.today, "Day on which waivers are judged (default: the system's date)")
      ->type_name("YYYY-MM-DD");
  app.add_flag("--diagnostics", options.diagnostics, "Report what the lists say is odd in their notices, too");
  tools::add_format(app, options.format, plancheck::kFormatNames,
                    "Form of the report: text, json, sarif, junit, github (default: text)");
  app.add_option("--fail-on", options.fail_on,
                 "Least severity that makes the status 1: info, warning, error, never (default: error)")
      ->transform(tools::one_of(plancheck::kFailOnNames))
      ->type_name("SEVERITY");
  tools::add_output(app, options.output);
  app.add_flag("--quiet", options.quiet, "Print no summary on standard error");
  tools::add_notice_input(app, options.notice);  // of --source
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Checks task lists: their form, their consistency, their quotes against the notice, and the rules of a policy.",
      "plancheck");
  plancheck::Options options;
  add_options(app, options);
  app.footer(tools::help_footer(kExamples));
  return tools::run_tool(app, argc, argv, [&] {
    options.terminal = tools::find_terminal();
    return plancheck::run(options, std::cin, std::cout, std::cerr);
  });
}
