// SPDX-License-Identifier: MIT
#include "planconv/run.hpp"

#include <algorithm>
#include <filesystem>
#include <istream>
#include <optional>
#include <ostream>

#include "common/input.hpp"
#include "common/messages.hpp"
#include "common/options.hpp"
#include "common/output.hpp"
#include "libparse/error.hpp"
#include "planconv/filter.hpp"
#include "planconv/load.hpp"
#include "planconv/merge.hpp"
#include "planconv/render.hpp"

namespace planconv {
namespace {

namespace fs = std::filesystem;
using libparse::TaskList;
using tools::ExitStatus;

Format choose_format(const Options& options) {
  if (options.format != Format::automatic) return options.format;
  if (options.merge) return Format::ndjson;
  const std::string ending = tools::writes_file(options.output) ? fs::path(options.output).extension().string() : "";
  if (ending == ".yaml" || ending == ".yml") return Format::yaml;
  if (ending == ".ndjson" || ending == ".jsonl") return Format::ndjson;
  if (ending == ".csv") return Format::csv;
  if (ending == ".xlsx") return Format::xlsx;
  if (ending == ".ics") return Format::ics;
  if (ending == ".md" || ending == ".markdown") return Format::markdown;
  return Format::json;
}

// What is wrong with options that are right one by one.
std::optional<std::string> find_usage_problem(const Options& options) {
  const Format format = choose_format(options);
  const bool has_columns = format == Format::csv || format == Format::xlsx || format == Format::markdown;
  if (!options.columns.empty() && !has_columns) return "--columns is for csv, xlsx and markdown";
  for (std::size_t i = 0; i < options.columns.size(); ++i) {
    const auto end = options.columns.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(options.columns.begin(), end, options.columns[i]) != end) {
      return "--columns names " + std::string(kColumnNames[static_cast<std::size_t>(options.columns[i])]) + " twice";
    }
  }
  if (options.merge && format != Format::ndjson) return "--merge writes ndjson";
  if (options.merge && !options.base.empty()) return "--base is for tables, not for --merge";
  if (!options.base.empty() && options.inputs.size() > 1) return "--base takes one table";
  if (options.base == "-" && (options.inputs.empty() || options.inputs.front() == "-"))
    return "- may be named once only";
  if (options.byte_order_mark && format != Format::csv) return "--bom is for csv";
  if (format == Format::xlsx && !tools::writes_file(options.output) && options.terminal.on_stdout) {
    return "a workbook is no text for a terminal; name a file with --output";
  }
  return tools::find_file_problem(options.inputs, {{"--output", options.output}}, options.terminal, "a task list");
}

ExitStatus convert(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  const Format format = choose_format(options);
  const bool to_file = tools::writes_file(options.output);
  const std::vector<std::string> inputs = options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs;

  const Loader loader(options, in);
  std::vector<TaskList> lists;  // of formats that need all of them at once
  std::string bytes;
  std::size_t read = 0;
  bool has_failed = false;
  for (const std::string& input : inputs) {
    std::vector<TaskList> found;
    Problems problems;
    try {
      found = loader.load(tools::read_input(input, in), tools::shown_name(input), problems);
    } catch (const libparse::Error& error) {
      tools::print_error(error, tools::shown_name(input), err);
      has_failed = true;
      continue;
    }
    for (const libparse::Error& problem : problems) tools::print_error(problem, tools::shown_name(input), err);
    if (!problems.empty()) {
      has_failed = true;
      continue;
    }
    for (TaskList& list : found) keep_wanted_tasks(list, options);
    const bool is_first = read++ == 0;
    if (!is_list_format(format)) {
      std::move(found.begin(), found.end(), std::back_inserter(lists));
    } else if (to_file) {
      bytes += render(found, format, options, is_first);
    } else if (!tools::write_stream(out, render(found, format, options, is_first))) {
      break;  // the reader has seen enough
    }
  }
  if (read > 0) {
    if (!is_list_format(format)) bytes = render(lists, format, options, true);
    if (to_file) {
      tools::PendingFile(options.output, bytes).commit();
    } else {
      tools::write_stream(out, bytes);
    }
  }
  return has_failed ? ExitStatus::input : ExitStatus::done;
}

}  // namespace

ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  if (const auto problem = find_usage_problem(options)) {
    err << "planconv: error: " << *problem << "\nTry `planconv --help`.\n";
    return ExitStatus::usage;
  }
  return options.merge ? merge(options, in, out, err) : convert(options, in, out, err);
}

}  // namespace planconv
