// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "planconv/options.hpp"

namespace planconv {

/// Reads task lists (or tables of them) and writes them in another format. An input that cannot be read is told on
/// `err` and does not stop the rest.
///
/// Errors: throws libparse::Error where the output cannot be written.
tools::ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace planconv
