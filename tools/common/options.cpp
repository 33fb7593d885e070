// SPDX-License-Identifier: MIT
#include "common/options.hpp"

#include <algorithm>
#include <filesystem>

namespace tools {
namespace {

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return a == b || std::filesystem::equivalent(a, b, ignored);
}

}  // namespace

void add_inputs(CLI::App& app, std::vector<std::string>& inputs, const std::string& what) {
  app.add_option("FILE", inputs, what + " to read; - is standard input (default: standard input)")->type_name("");
}

void add_output(CLI::App& app, std::string& output) {
  app.add_option("-o,--output", output, "File to write (default: standard output)")->type_name("FILE");
}

void add_date_context(CLI::App& app, std::string& as_of, int& year) {
  app.add_option("--as-of", as_of, "Date that relative times count from where the notice gives none")
      ->type_name("YYYY-MM-DD");
  app.add_option("--year", year, "Year that yearless dates refer to (default: the notice's own)")
      ->check(CLI::Range(1900, 9999).description(""))
      ->type_name("YYYY");
}

void add_quiet(CLI::App& app, bool& quiet) { app.add_flag("--quiet", quiet, "Print no diagnostics"); }

bool writes_file(const std::string& output) { return !output.empty() && output != "-"; }

std::optional<std::string> find_file_problem(const std::vector<std::string>& inputs,
                                             const std::vector<std::pair<std::string, std::string>>& outputs,
                                             const Terminal& terminal, const std::string& what) {
  if (inputs.empty() && terminal.on_stdin) return "name " + what + ", or - to type one in";
  if (std::count(inputs.begin(), inputs.end(), "-") > 1) return "- may be named once only";
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (!writes_file(outputs[i].second)) continue;
    for (std::size_t j = 0; j < i; ++j) {
      if (writes_file(outputs[j].second) && is_same_file(outputs[i].second, outputs[j].second)) {
        return outputs[j].first + " and " + outputs[i].first + " name the same file";
      }
    }
    for (const std::string& input : inputs) {
      if (input != "-" && is_same_file(input, outputs[i].second)) {
        return outputs[i].first + " would overwrite the input " + input;
      }
    }
  }
  return std::nullopt;
}

}  // namespace tools
