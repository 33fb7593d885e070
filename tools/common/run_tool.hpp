// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "common/exit_status.hpp"

namespace tools {

/// What a tool needs to know of the terminal it may be used from.
struct Terminal {
  bool on_stdin = false;
  bool on_stdout = false;
  bool on_stderr = false;
  bool color = false;       ///< standard output is a terminal that takes colours, and NO_COLOR is not set
  std::size_t width = 100;  ///< columns of the terminal on standard output; 100 where there is none
};

[[nodiscard]] Terminal find_terminal();

/// The text behind the options in every tool's --help: statuses, then the tool's examples.
[[nodiscard]] std::string help_footer(const std::string& examples);

/// For options that take one word of a few: turns it into its index, which CLI11 casts to the enumeration. Empty words
/// stand for enumerators that the command line cannot name.
template <std::size_t N>
CLI::Validator one_of(const std::array<std::string_view, N>& words) {
  CLI::Validator validator(
      [words](std::string& given) -> std::string {
        std::string known;
        for (std::size_t i = 0; i < N; ++i) {
          if (words[i].empty()) continue;
          if (given == words[i]) {
            given = std::to_string(i);
            return {};
          }
          known += (known.empty() ? "" : ", ") + std::string(words[i]);
        }
        return "`" + given + "` is none of " + known;
      },
      "");
  std::string name;  // the words are the validator's name: shell completions read them there
  for (const std::string_view word : words) name += (name.empty() || word.empty() ? "" : " ") + std::string(word);
  return validator.name(name);
}

/// Declares the options that every tool has beside its own: --version, and --man and --completion, which --help does
/// not show.
void add_standard_options(CLI::App& app);

/// Parses the command line, calls `run` and turns every way to fail into a message on standard error and a status.
/// Writing to a closed pipe is an error to check for and no signal from here on.
int run_tool(CLI::App& app, int argc, char** argv, const std::function<ExitStatus()>& run);

}  // namespace tools
