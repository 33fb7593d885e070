// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <cstdint>
#include <iosfwd>
#include <string_view>

namespace tools {

enum class Shell : std::uint8_t { bash, zsh, fish };
inline constexpr std::array<std::string_view, 3> kShellNames = {"bash", "zsh", "fish"};

/// Writes the completion script of a tool: its options, their words, file names elsewhere.
void write_completion(const CLI::App& app, Shell shell, std::ostream& out);

}  // namespace tools
