// SPDX-License-Identifier: MIT
#include <iostream>

#include "common/options.hpp"
#include "common/run_tool.hpp"
#include "libparse/names.hpp"
#include "planconv/run.hpp"

namespace {

constexpr const char* kExamples =
    "  planparse notice.txt | planconv --to xlsx -o notice.xlsx\n"
    "  planconv tasks.json -o tasks.yaml                        the ending says the format\n"
    "  planconv --to csv --bom --columns id,title,lead,due tasks.json -o tasks.csv\n"
    "  planconv --to ics --kind task tasks.json -o tasks.ics\n"
    "  planconv edited.xlsx --base tasks.json -o new.json       an edited table back into its list\n"
    "  planconv --merge shard-*.ndjson -o all.ndjson";

void add_table_options(CLI::App& app, planconv::Options& options) {
  app.add_option("--columns", options.columns,
                 "Columns of a table in this order: number, file, id, path, title, text, lead, responsible, cooperate, "
                 "participate, supervise, implement, times, due, targets, kind, notes (default: all)")
      ->transform(tools::one_of(planconv::kColumnNames))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("COLUMN");
  app.add_option("--lang", options.language, "Language of headers: zh, en (default: zh)")
      ->transform(tools::one_of(planconv::kLanguageNames))
      ->type_name("LANG");
  app.add_flag("--bom", options.byte_order_mark, "Begin CSV with a byte order mark, as Excel asks for");
  app.add_option("--base", options.base, "Task list that the table named was made from: what was edited goes into it")
      ->type_name("LIST");
}

void add_options(CLI::App& app, planconv::Options& options) {
  tools::add_inputs(app, options.inputs, "Task lists or tables");
  tools::add_output(app, options.output);
  tools::add_format(app, options.format, planconv::kFormatNames,
                    "json, yaml, ndjson, csv, xlsx, ics or markdown (default: by the ending of --output, else json)");
  app.add_option("--input-format", options.input_format,
                 "Read every input as json, yaml, ndjson, csv or xlsx (default: by what it holds)")
      ->transform(tools::one_of(planconv::kInputFormatNames))
      ->type_name("FORMAT");
  add_table_options(app, options);
  app.add_flag("--merge", options.merge, "Write one NDJSON stream of all inputs, sorted by path, equal lists once");
  app.add_option("--kind", options.kinds, "Keep these tasks only: task, goal, phase, safeguard (default: all)")
      ->transform(tools::one_of(libparse::kNames<libparse::TaskKind>))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("KIND");
  app.add_option("--unit", options.units, "Keep tasks only that name a unit with this text; may be repeated")
      ->allow_extra_args(false)
      ->type_name("TEXT");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Converts task lists between JSON, YAML and NDJSON, and to and from tables, calendars and Markdown.",
               "planconv");
  planconv::Options options;
  add_options(app, options);
  app.footer(tools::help_footer(kExamples));
  return tools::run_tool(app, argc, argv, [&] {
    options.terminal = tools::find_terminal();
    return planconv::run(options, std::cin, std::cout, std::cerr);
  });
}
