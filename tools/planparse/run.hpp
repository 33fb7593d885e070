// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "planparse/options.hpp"

namespace planparse {

/// Reads each notice and writes its task list, in input order; diagnostics and errors go to `err`. A notice that
/// cannot be read does not stop the rest. Files named by --output and --text-out appear once all is done.
///
/// Errors: throws libparse::Error{unwritable} where the output cannot be written.
tools::ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace planparse
