// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <iosfwd>

namespace tools {

/// Writes the man page of a tool in the man(7) macros, from the same app that gives --help. No date is written: the
/// same version gives the same page.
void write_manual(const CLI::App& app, std::ostream& out);

}  // namespace tools
