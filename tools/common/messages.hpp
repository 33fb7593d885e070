// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "libparse/diagnostic.hpp"
#include "libparse/error.hpp"

namespace tools {

/// Prints diagnostics as `path:line:column: warning: text [code]`, in the order given. Lines and columns count from
/// 1, columns in code points; a diagnostic without a place has the path alone. Control characters become U+FFFD, so
/// that a notice cannot drive the terminal.
/// \param text  the document text that the spans refer to, valid UTF-8
void print_diagnostics(const libparse::Diagnostics& diagnostics, const std::string& path, std::string_view text,
                       std::ostream& err);

/// Prints `where: error: message`; `path` stands in where the error does not say where.
void print_error(const libparse::Error& error, const std::string& path, std::ostream& err);

}  // namespace tools
