// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <iostream>
#include <thread>

#include "common/options.hpp"
#include "common/rules.hpp"
#include "common/run_tool.hpp"
#include "libparse/names.hpp"
#include "planparse/run.hpp"

namespace {

constexpr const char* kExamples =
    "  planparse notice.txt                        a table on the terminal\n"
    "  planparse notice.txt | jq '.tasks[].id'     JSON for programs\n"
    "  planparse notices/*.txt -o tasks.ndjson     one task list per line\n"
    "  planparse --kind task --year 2025 -o tasks.yaml notice.txt\n"
    "  planparse notices/ -j 0 --out-dir lists     a folder of notices, a list for each\n"
    "  planparse 'notices/**/*.txt' -o all.ndjson --manifest manifest.ndjson\n"
    "  planparse --ndjson <requests.ndjson         a JSON request a line in, an answer a line out";

constexpr const char* kBatch = "Many notices";

void add_batch_options(CLI::App& app, planparse::Options& options) {
  planparse::BatchOptions& batch = options.batch;
  app.add_option("--files-from", batch.files_from,
                 "File with the names of more notices, one a line; - is standard input")
      ->type_name("FILE")
      ->group(kBatch);
  app.add_flag("-0,--null", batch.null_names, "Names in --files-from end in a NUL byte, as find -print0 writes them")
      ->group(kBatch);
  app.add_option("--out-dir", batch.out_dir, "Folder for one file per notice, in the same folders below it")
      ->type_name("DIR")
      ->group(kBatch);
  app.add_option("--manifest", batch.manifest, "File for a line of JSON per notice that says what became of it")
      ->type_name("FILE")
      ->group(kBatch);
  app.add_option_function<std::size_t>(
         "-j,--jobs",
         [&batch](std::size_t jobs) {
           batch.jobs_given = true;
           batch.jobs = jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
         },
         "Notices read at once; 0: one per core (default: 1)")
      ->check(CLI::Range(0, 1024).description(""))
      ->type_name("N")
      ->group(kBatch);
  app.add_flag("--resume", batch.resume, "Go on where a run that was stopped has left off")->group(kBatch);
  app.add_option("--shard", batch.shard, "Do the I-th of N equal parts only: every N-th notice")
      ->type_name("I/N")
      ->group(kBatch);
  app.add_flag("--ndjson", options.filter, "Read requests, one JSON object a line, and answer each with a line")
      ->group(kBatch);
}

void add_options(CLI::App& app, planparse::Options& options) {
  tools::add_inputs(app, options.inputs, "Notices, folders of notices or quoted patterns such as 'notices/**/*.txt'");
  tools::add_output(app, options.output);
  tools::add_format(
      app, options.format, planparse::kFormatNames,
      "json, yaml, ndjson or table (default: a table on a terminal, else by the ending of --output, else json)");
  app.add_option("--kind", options.kinds, "Keep these tasks only: task, goal, phase, safeguard (default: all)")
      ->transform(tools::one_of(libparse::kNames<libparse::TaskKind>))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("KIND");
  tools::add_date_context(app, options.as_of, options.year);
  tools::add_rules(app, options.rules);
  app.add_flag("--explain", options.explain, "Say of each task why it was read so, and what was passed over");
  app.add_option("--text-out", options.text_out, "File for the document text that spans refer to")->type_name("FILE");
  add_batch_options(app, options);
  tools::add_notice_input(app, options.input);
  app.add_flag("--strict", options.strict, "Exit with status 1 when a warning was found");
  tools::add_quiet(app, options.quiet);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Turns Chinese government notices into task lists: who does what by when, and how much of it.",
               "planparse");
  planparse::Options options;
  add_options(app, options);
  app.footer(tools::help_footer(kExamples));
  return tools::run_tool(app, argc, argv, [&] {
    options.terminal = tools::find_terminal();
    return planparse::run(options, std::cin, std::cout, std::cerr);
  });
}
