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
  bool via_libreoffice = false;   ///< legacy formats are converted first
};

/// `--input-format`, `--encoding`, `--via-libreoffice` and the limits.
void add_notice_input(CLI::App& app, NoticeInput& input);

/// A notice as it is handed to the library.
struct NoticeBytes {
  std::string bytes;
  std::string original;  ///< of the file, where `bytes` were made from it by LibreOffice; else empty
};

/// Converts the bytes of a notice where that was asked for and is needed.
///
/// Errors: as convert_by_libreoffice.
[[nodiscard]] NoticeBytes convert_notice(std::string bytes, const NoticeInput& input);

/// Reads a notice, no more of it than the limit allows, and converts it where that was asked for and is needed.
///
/// Errors: as read_input and convert_by_libreoffice; libparse::Error{limit}.
[[nodiscard]] NoticeBytes open_notice(const std::string& path, std::istream& standard_input, const NoticeInput& input);

/// Only the bytes of open_notice.
[[nodiscard]] std::string read_notice(const std::string& path, std::istream& standard_input, const NoticeInput& input);

}  // namespace tools
