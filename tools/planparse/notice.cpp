// SPDX-License-Identifier: MIT
#include "planparse/notice.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <sstream>

#include "common/explained_text.hpp"
#include "common/input.hpp"
#include "common/messages.hpp"
#include "common/notice_input.hpp"
#include "common/options.hpp"
#include "common/task_table.hpp"
#include "libparse/digest.hpp"
#include "libparse/io.hpp"

namespace planparse {
namespace {

// In the order of libparse::ErrorCode.
constexpr std::array<std::string_view, 8> kErrorWords = {"unreadable", "encoding", "not-text", "damaged",
                                                         "limit",      "rules",    "format",   "unwritable"};

void keep_kinds(libparse::TaskList& list, const std::vector<libparse::TaskKind>& kinds) {
  if (kinds.empty()) return;
  std::erase_if(list.tasks, [&](const libparse::Task& task) {
    return std::find(kinds.begin(), kinds.end(), task.kind) == kinds.end();
  });
}

std::size_t count_warnings(const libparse::Diagnostics& diagnostics) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [](const libparse::Diagnostic& d) { return d.severity != libparse::Severity::info; }));
}

template <typename Read>
void catch_errors(Outcome& outcome, const Read& read) {
  std::ostringstream messages;
  try {
    read();
    return;
  } catch (const libparse::Error& error) {
    outcome.failure = {std::string(kErrorWords[static_cast<std::size_t>(error.code())]), error.what(), error.where()};
    tools::print_error(error, tools::shown_name(outcome.path), messages);
  } catch (const std::exception& error) {
    outcome.failure = {"internal", error.what(), {}};
    messages << tools::shown_name(outcome.path) << ": internal error: " << error.what() << '\n';
  }
  if (outcome.failure->where == tools::shown_name(outcome.path)) outcome.failure->where.clear();
  outcome.rendered.clear();
  outcome.messages = std::move(messages).str();
}

}  // namespace

OutputFormat choose_format(const Options& options, OutputFormat otherwise) {
  if (options.format != OutputFormat::automatic) return options.format;
  if (!tools::writes_file(options.output)) return options.terminal.on_stdout ? OutputFormat::table : otherwise;
  const std::string ending = std::filesystem::path(options.output).extension().string();
  if (ending == ".yaml" || ending == ".yml") return OutputFormat::yaml;
  if (ending == ".ndjson" || ending == ".jsonl") return OutputFormat::ndjson;
  return ending == ".json" ? OutputFormat::json : otherwise;
}

std::string_view separator_of(OutputFormat format) {
  if (format == OutputFormat::yaml) return "---\n";
  return format == OutputFormat::table ? "\n" : "";
}

Outcome NoticeReader::read(const std::string& path, std::istream& standard_input) const {
  Outcome outcome;
  outcome.path = path;
  std::string bytes;
  catch_errors(outcome,
               [&] { bytes = tools::read_input(path, standard_input, options_.input.read.limits.input_bytes); });
  if (!outcome.failure) read_into(outcome, std::move(bytes));
  return outcome;
}

Outcome NoticeReader::read_bytes(const std::string& path, std::string bytes) const {
  Outcome outcome;
  outcome.path = path;
  read_into(outcome, std::move(bytes));
  return outcome;
}

void NoticeReader::read_into(Outcome& outcome, std::string bytes) const {
  outcome.bytes = bytes.size();
  tools::NoticeBytes notice;
  catch_errors(outcome, [&] {
    if (options_.input.via_libreoffice) {
      outcome.sha256 = libparse::sha256_hex(bytes);
      notice = tools::convert_notice(std::move(bytes), options_.input);
    } else {
      notice.bytes = std::move(bytes);
    }
    libparse::ParseResult result = libparse::parse_notice(notice.bytes,
                                                          {.path = outcome.path,
                                                           .as_of = options_.as_of,
                                                           .year = options_.year,
                                                           .explain = options_.explain,
                                                           .original = notice.original,
                                                           .input = options_.input.read},
                                                          rules_);
    libparse::TaskList& list = result.list;
    if (!options_.quiet) {
      std::ostringstream messages;
      tools::print_diagnostics(list.diagnostics, tools::shown_name(outcome.path), result.text, messages);
      outcome.messages = std::move(messages).str();
    }
    keep_kinds(list, options_.kinds);
    outcome.sha256 = list.document.source.sha256;
    outcome.sections = list.sections.size();
    outcome.tasks = list.tasks.size();
    outcome.diagnostics = count_warnings(list.diagnostics);
    outcome.rendered = render(result);
    if (!options_.text_out.empty()) outcome.text = std::move(result.text);
  });
  if (outcome.sha256.empty()) outcome.sha256 = libparse::sha256_hex(notice.bytes);
}

std::string NoticeReader::render(const libparse::ParseResult& result) const {
  const libparse::TaskList& list = result.list;
  const libparse::WriteOptions write{.explain = options_.explain};
  std::ostringstream out;
  switch (format_) {
    case OutputFormat::automatic:
    case OutputFormat::json:
      libparse::write_json(list, out, write);
      break;
    case OutputFormat::ndjson:
      libparse::write_ndjson(list, out, write);
      break;
    case OutputFormat::yaml:
      libparse::write_yaml(list, out, write);
      break;
    case OutputFormat::table:
      if (options_.explain) {
        const bool color = options_.terminal.color && !tools::writes_file(options_.output);
        tools::write_explained(list, result.text, out, {.width = options_.terminal.width, .color = color});
      } else {
        tools::write_task_table(list, out, options_.terminal.width);
      }
      break;
  }
  return std::move(out).str();
}

}  // namespace planparse
