// SPDX-License-Identifier: MIT
#include <iostream>

#include "common/notice_input.hpp"
#include "common/options.hpp"
#include "common/rules.hpp"
#include "common/run_tool.hpp"
#include "planview/run.hpp"

namespace {

constexpr const char* kExamples =
    "  planview notice.txt -o notice.html                      one file; open it in a browser\n"
    "  planview tasks.json --source notice.txt -o notice.html  a list that was made before\n"
    "  planparse notice.txt | planview - -o notice.html        without the text of the notice\n"
    "  planview notice.txt --svg timeline -o timeline.svg      one chart for a report";

void add_options(CLI::App& app, planview::Options& options) {
  tools::add_inputs(app, options.inputs, "Notice or task list");
  app.add_option("--source", options.source, "Notice that a task list was made from, to show its text")
      ->type_name("NOTICE");
  tools::add_output(app, options.output);
  app.add_option("--lang", options.language, "Language of headings and buttons: zh, en (default: zh)")
      ->transform(tools::one_of(planview::kLanguageNames))
      ->type_name("LANG");
  app.add_option("--svg", options.chart, "Write one chart as SVG instead of the page: timeline, matrix")
      ->transform(tools::one_of(planview::kChartNames))
      ->type_name("CHART");
  tools::add_date_context(app, options.as_of, options.year);
  tools::add_rules(app, options.rules);
  tools::add_notice_input(app, options.input);
  tools::add_quiet(app, options.quiet);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Writes a page to look at the tasks of a notice, check them against its text and correct them.",
               "planview");
  planview::Options options;
  add_options(app, options);
  app.footer(tools::help_footer(kExamples));
  return tools::run_tool(app, argc, argv, [&] {
    options.terminal = tools::find_terminal();
    return planview::run(options, std::cin, std::cout, std::cerr);
  });
}
