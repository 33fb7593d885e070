// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

namespace tools {

/// All bytes of the file `path`, or of `standard_input` where `path` is `-`.
///
/// Errors: throws libparse::Error{unreadable} that says why and, where there is something to do, what;
///         libparse::Error{limit} as soon as more than `max_bytes` come.
std::string read_input(const std::string& path, std::istream& standard_input,
                       std::size_t max_bytes = static_cast<std::size_t>(-1));

/// How messages name an input: its path, or `<stdin>` for `-`.
[[nodiscard]] std::string shown_name(const std::string& path);

}  // namespace tools
