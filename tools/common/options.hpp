// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/run_tool.hpp"

/// Options that several tools have: one word and one meaning each, declared once.
namespace tools {

/// FILE…: what a tool reads. \param what  names it with its plural: "Task lists", "Notices".
void add_inputs(CLI::App& app, std::vector<std::string>& inputs, const std::string& what);

/// `-o,--output FILE`.
void add_output(CLI::App& app, std::string& output);

/// `--to FORMAT` (also `--format`): what is written. \param help  lists the words and says which is the default.
template <typename Enum, std::size_t N>
void add_format(CLI::App& app, Enum& format, const std::array<std::string_view, N>& words, const std::string& help) {
  app.add_option("--to,--format", format, help)->transform(one_of(words))->type_name("FORMAT");
}

/// `--as-of YYYY-MM-DD` and `--year YYYY`: what relative times and yearless dates of a notice count from.
void add_date_context(CLI::App& app, std::string& as_of, int& year);

/// `--quiet`: no diagnostics on standard error; errors are still told.
void add_quiet(CLI::App& app, bool& quiet);

/// True where the output goes to a file.
[[nodiscard]] bool writes_file(const std::string& output);

/// What is wrong with inputs and outputs that are right one by one: nothing to read on a terminal, `-` twice, an
/// output over an input or over another output.
/// \param what     what an input is, with its article: "a notice"
/// \param outputs  pairs of option and value: {"--output", options.output}
[[nodiscard]] std::optional<std::string> find_file_problem(
    const std::vector<std::string>& inputs, const std::vector<std::pair<std::string, std::string>>& outputs,
    const Terminal& terminal, const std::string& what);

}  // namespace tools
