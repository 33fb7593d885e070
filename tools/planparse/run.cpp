// SPDX-License-Identifier: MIT
#include "planparse/run.hpp"

#include <algorithm>
#include <filesystem>
#include <istream>
#include <optional>
#include <ostream>
#include <sstream>

#include "common/dates.hpp"
#include "common/explained_text.hpp"
#include "common/input.hpp"
#include "common/messages.hpp"
#include "common/notice_input.hpp"
#include "common/options.hpp"
#include "common/output.hpp"
#include "common/rules.hpp"
#include "common/task_table.hpp"
#include "libparse/io.hpp"
#include "libparse/parse.hpp"

namespace planparse {
namespace {

namespace fs = std::filesystem;
using tools::ExitStatus;

// What is wrong with options that are right one by one.
std::optional<std::string> find_usage_problem(const Options& options) {
  if (!options.as_of.empty() && !tools::is_date(options.as_of)) {
    return "--as-of " + options.as_of + " is no date; write it as 2025-12-31";
  }
  if (options.text_out == "-") return "--text-out needs the name of a file";
  if (!options.text_out.empty() && options.inputs.size() > 1) {
    return "--text-out takes the text of one notice; " + std::to_string(options.inputs.size()) + " are named";
  }
  return tools::find_file_problem(options.inputs, {{"--output", options.output}, {"--text-out", options.text_out}},
                                  options.terminal, "a notice");
}

OutputFormat choose_format(const Options& options) {
  if (options.format != OutputFormat::automatic) return options.format;
  if (!tools::writes_file(options.output)) return options.terminal.on_stdout ? OutputFormat::table : OutputFormat::json;
  const std::string ending = fs::path(options.output).extension().string();
  if (ending == ".yaml" || ending == ".yml") return OutputFormat::yaml;
  if (ending == ".ndjson" || ending == ".jsonl") return OutputFormat::ndjson;
  return OutputFormat::json;
}

std::string render(const libparse::ParseResult& result, OutputFormat format, const Options& options, bool is_first) {
  const libparse::TaskList& list = result.list;
  const libparse::WriteOptions write{.explain = options.explain};
  std::ostringstream out;
  switch (format) {
    case OutputFormat::automatic:
    case OutputFormat::json:
      libparse::write_json(list, out, write);
      break;
    case OutputFormat::ndjson:
      libparse::write_ndjson(list, out, write);
      break;
    case OutputFormat::yaml:
      if (!is_first) out << "---\n";
      libparse::write_yaml(list, out, write);
      break;
    case OutputFormat::table:
      if (!is_first) out << '\n';
      if (options.explain) {
        const bool color = options.terminal.color && !tools::writes_file(options.output);
        tools::write_explained(list, result.text, out, {.width = options.terminal.width, .color = color});
      } else {
        tools::write_task_table(list, out, options.terminal.width);
      }
      break;
  }
  return std::move(out).str();
}

void keep_kinds(libparse::TaskList& list, const std::vector<libparse::TaskKind>& kinds) {
  if (kinds.empty()) return;
  std::erase_if(list.tasks, [&](const libparse::Task& task) {
    return std::find(kinds.begin(), kinds.end(), task.kind) == kinds.end();
  });
}

bool has_warning(const libparse::Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const libparse::Diagnostic& d) { return d.severity != libparse::Severity::info; });
}

}  // namespace

ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  if (const auto problem = find_usage_problem(options)) {
    err << "planparse: error: " << *problem << "\nTry `planparse --help`.\n";
    return ExitStatus::usage;
  }
  const OutputFormat format = choose_format(options);
  const std::vector<std::string> inputs = options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs;
  const bool to_file = tools::writes_file(options.output);
  const libparse::RulePack rules = tools::load_rules(options.rules);

  std::string file_bytes;
  std::optional<std::string> text;
  bool has_failed = false;
  bool has_warned = false;
  std::size_t written = 0;
  for (const std::string& input : inputs) {
    libparse::ParseResult result;
    try {
      const tools::NoticeBytes notice = tools::open_notice(input, in, options.input);
      result = libparse::parse_notice(notice.bytes,
                                      {.path = input,
                                       .as_of = options.as_of,
                                       .year = options.year,
                                       .explain = options.explain,
                                       .original = notice.original,
                                       .input = options.input.read},
                                      rules);
    } catch (const libparse::Error& error) {
      tools::print_error(error, tools::shown_name(input), err);
      has_failed = true;
      continue;
    }
    if (!options.quiet) {
      tools::print_diagnostics(result.list.diagnostics, tools::shown_name(input), result.text, err);
    }
    has_warned = has_warned || has_warning(result.list.diagnostics);
    keep_kinds(result.list, options.kinds);
    const std::string rendered = render(result, format, options, written++ == 0);
    if (to_file) {
      file_bytes += rendered;
    } else if (!tools::write_stream(out, rendered)) {
      break;  // the reader has seen enough
    }
    text = std::move(result.text);
  }

  // Both files are complete on disk before the first gets its name.
  std::vector<tools::PendingFile> files;
  if (to_file && written > 0) files.emplace_back(options.output, file_bytes);
  if (text && !options.text_out.empty()) files.emplace_back(options.text_out, *text);
  for (tools::PendingFile& file : files) file.commit();

  if (has_failed) return ExitStatus::input;
  return options.strict && has_warned ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace planparse
