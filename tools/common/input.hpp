// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>

namespace tools {

/// All bytes of the file `path`, or of `standard_input` where `path` is `-`.
///
/// Errors: throws libparse::Error{unreadable} that says why and, where there is something to do, what.
std::string read_input(const std::string& path, std::istream& standard_input);

/// How messages name an input: its path, or `<stdin>` for `-`.
[[nodiscard]] std::string shown_name(const std::string& path);

}  // namespace tools
