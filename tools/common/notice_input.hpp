// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <iosfwd>
#include <string>

#include "libparse/input.hpp"

/// Notices as inputs of a tool: what they may come as and how much of them is read, the same in every tool.
namespace tools {

struct NoticeInput {
  libparse::InputOptions read{};  ///< handed to the library
};

/// `--input-format`, `--encoding` and the limits.
void add_notice_input(CLI::App& app, NoticeInput& input);

/// The bytes of a notice, no more than the limit allows.
///
/// Errors: as read_input; libparse::Error{limit}.
[[nodiscard]] std::string read_notice(const std::string& path, std::istream& standard_input, const NoticeInput& input);

}  // namespace tools
