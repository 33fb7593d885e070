// SPDX-License-Identifier: MIT
#include "planparse/run.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>

#include "common/dates.hpp"
#include "common/options.hpp"
#include "planparse/batch.hpp"
#include "planparse/filter.hpp"
#include "planparse/input_list.hpp"
#include "planparse/single.hpp"

namespace planparse {
namespace {

using tools::ExitStatus;

std::optional<std::string> find_batch_problem(const Options& options) {
  const BatchOptions& batch = options.batch;
  const bool reads_stdin = std::count(options.inputs.begin(), options.inputs.end(), "-") > 0 ||
                           (options.inputs.empty() && batch.files_from.empty());
  if (batch.null_names && batch.files_from.empty()) return "--null goes with --files-from";
  if (batch.files_from == "-" && reads_stdin) return "- may be named once only";
  if (!options.text_out.empty()) return "--text-out takes the text of one notice";
  if (batch.out_dir == "-") return "--out-dir needs the name of a folder";
  if (batch.manifest == "-") return "--manifest needs the name of a file";
  if (!batch.out_dir.empty() && !options.output.empty()) return "--output and --out-dir are two places for the output";
  if (!batch.out_dir.empty() && reads_stdin) return "standard input has no name for --out-dir; name files";
  if (batch.resume && reads_stdin) return "--resume needs notices that can be read again; name files";
  if (batch.resume && batch.out_dir.empty() && !tools::writes_file(options.output)) {
    return "--resume needs --output or --out-dir: what went to standard output is gone";
  }
  return std::nullopt;
}

std::optional<std::string> find_filter_problem(const Options& options) {
  const BatchOptions& batch = options.batch;
  if (options.format != OutputFormat::automatic && options.format != OutputFormat::ndjson) {
    return "--ndjson answers in NDJSON; leave out --to";
  }
  if (options.inputs.size() > 1) return "--ndjson reads one stream of requests";
  if (!batch.files_from.empty() || batch.null_names || !batch.out_dir.empty() || !batch.manifest.empty() ||
      batch.resume || !options.text_out.empty()) {
    return "--ndjson goes with --output, --jobs and --shard only, not with options for files of notices";
  }
  return std::nullopt;
}

// What is wrong with options that are right one by one.
std::optional<std::string> find_usage_problem(const Options& options) {
  if (!options.as_of.empty() && !tools::is_date(options.as_of)) {
    return "--as-of " + options.as_of + " is no date; write it as 2025-12-31";
  }
  if (!options.batch.shard.empty() && !parse_shard(options.batch.shard)) {
    return "--shard " + options.batch.shard + " is none; write the second of eight as 2/8";
  }
  if (options.text_out == "-") return "--text-out needs the name of a file";
  if (!options.text_out.empty() && options.inputs.size() > 1) {
    return "--text-out takes the text of one notice; " + std::to_string(options.inputs.size()) + " are named";
  }
  if (options.filter) {
    if (auto problem = find_filter_problem(options)) return problem;
  } else if (is_batch(options)) {
    if (auto problem = find_batch_problem(options)) return problem;
  }
  std::vector<std::string> inputs = options.inputs;
  if (!options.batch.files_from.empty()) inputs.push_back(options.batch.files_from);
  return tools::find_file_problem(
      inputs, {{"--output", options.output}, {"--text-out", options.text_out}, {"--manifest", options.batch.manifest}},
      options.terminal, options.filter ? "a file of requests" : "a notice");
}

}  // namespace

ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  if (const auto problem = find_usage_problem(options)) {
    err << "planparse: error: " << *problem << "\nTry `planparse --help`.\n";
    return ExitStatus::usage;
  }
  if (options.filter) return run_filter(options, in, out, err);
  return is_batch(options) ? run_batch(options, in, out, err) : run_single(options, in, out, err);
}

}  // namespace planparse
