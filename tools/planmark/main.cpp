// SPDX-License-Identifier: MIT
#include <iostream>

#include "common/options.hpp"
#include "common/rules.hpp"
#include "common/run_tool.hpp"
#include "planmark/run.hpp"

namespace {

constexpr const char* kExamples =
    "  planmark notice.txt                                  every mention, one JSON object a line\n"
    "  planmark --only time,quantity --year 2025 notice.txt\n"
    "  planmark --rules my-rules notice.txt | jq -r 'select(.type == \"organization\").value.name'";

void add_options(CLI::App& app, planmark::Options& options) {
  tools::add_inputs(app, options.inputs, "Texts");
  tools::add_output(app, options.output);
  app.add_option("--only", options.only,
                 "Print these only: organization, time, quantity, reference, label (default: all)")
      ->transform(tools::one_of(planmark::kTypeNames))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("TYPE");
  app.add_option("--date", options.date, "Date of the text, which relative times count from (default: none)")
      ->type_name("YYYY-MM-DD");
  app.add_option("--year", options.year, "Year that yearless dates refer to (default: that of --date, else none)")
      ->check(CLI::Range(1900, 9999).description(""))
      ->type_name("YYYY");
  tools::add_rules(app, options.rules);
  tools::add_notice_input(app, options.input);
  tools::add_quiet(app, options.quiet);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Prints every organization, time, quantity, reference and heading label in any Chinese text.",
               "planmark");
  planmark::Options options;
  add_options(app, options);
  app.footer(tools::help_footer(kExamples));
  return tools::run_tool(app, argc, argv, [&] {
    options.terminal = tools::find_terminal();
    return planmark::run(options, std::cin, std::cout, std::cerr);
  });
}
