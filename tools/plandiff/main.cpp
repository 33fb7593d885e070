// SPDX-License-Identifier: MIT
#include <iostream>

#include "common/options.hpp"
#include "common/rules.hpp"
#include "common/run_tool.hpp"
#include "plandiff/changes.hpp"
#include "plandiff/run.hpp"

namespace {

constexpr const char* kExamples =
    "  plandiff old.json new.json                             what differs, on the terminal\n"
    "  plandiff --to html -o diff.html draft.docx final.docx  notices side by side\n"
    "  plandiff --mode cascade --only weaker province.json city.json\n"
    "  planparse new.txt | plandiff --to json old.json - | jq '.counts'";

void add_words(CLI::App& app, const std::string& name, std::vector<std::string>& words, const std::string& help) {
  app.add_option(name, words, help)->delimiter(',')->allow_extra_args(false)->type_name("CHANGE");
}

void add_options(CLI::App& app, plandiff::Options& options) {
  app.add_option("OLD", options.before, "Task list or notice to compare from; - is standard input")
      ->required()
      ->type_name("FILE");
  app.add_option("NEW", options.after, "Task list or notice to compare with; - is standard input")
      ->required()
      ->type_name("FILE");
  tools::add_output(app, options.output);
  tools::add_format(app, options.format, plandiff::kFormatNames, "text, json, markdown or html (default: text)");
  app.add_option("--mode", options.mode,
                 "version: two versions of a plan; cascade: a superior's plan and the local one (default: version)")
      ->transform(tools::one_of(libparse::kNames<libparse::ComparisonMode>))
      ->type_name("MODE");
  add_words(app, "--only", options.only,
            "Tell these changes only: a change such as deadline-later, or a group: " +
                std::string(plandiff::kGroupNames) + " (default: all; in a cascade not the wording)");
  add_words(app, "--ignore", options.ignore, "Do not tell these changes (words as for --only)");
  app.add_option("--lang", options.language, "Language of reports: zh, en (default: zh)")
      ->transform(tools::one_of(plandiff::kLanguageNames))
      ->type_name("LANG");
  tools::add_rules(app, options.rules);
  tools::add_notice_input(app, options.input);
  tools::add_quiet(app, options.quiet);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Compares two plans by meaning: task lists, or notices that are read first.", "plandiff");
  plandiff::Options options;
  add_options(app, options);
  app.footer(tools::help_footer(kExamples));
  return tools::run_tool(app, argc, argv, [&] {
    options.terminal = tools::find_terminal();
    return plandiff::run(options, std::cin, std::cout, std::cerr);
  });
}
