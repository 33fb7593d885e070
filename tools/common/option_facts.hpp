// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace tools {

/// What --help, the man page and the shell completions say of one option: all read it from the CLI11 app.
struct OptionFacts {
  std::vector<std::string> names;  ///< with dashes, the short one first: `-o`, `--output`
  std::string value;               ///< FILE; empty for a flag
  std::string description;
  std::vector<std::string> words;  ///< every value there is, where there are few
  bool repeats = false;
  /// True where the value names a file or a folder.
  [[nodiscard]] bool takes_path() const { return value == "FILE" || value == "DIR" || value == "NOTICE"; }
};

/// The options that --help shows, in its order, without positionals.
[[nodiscard]] std::vector<OptionFacts> find_options(const CLI::App& app);

/// The positionals as a usage line has them: `[FILE...]`, `OLD NEW`.
[[nodiscard]] std::string find_operands(const CLI::App& app);

}  // namespace tools
