// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "libparse/rule_pack.hpp"

namespace tools {

/// Declares `--rules DIR`, which may be repeated.
void add_rules(CLI::App& app, std::vector<std::string>& folders);

/// The built-in rules with `folders` over them, the last on top.
///
/// Errors: throws libparse::Error{rules} that names file, line and reason.
[[nodiscard]] libparse::RulePack load_rules(const std::vector<std::string>& folders);

}  // namespace tools
