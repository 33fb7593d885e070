// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "planmark/options.hpp"

namespace planmark {

/// Prints every mention of each text as one JSON object a line, in text order, the texts in input order; diagnostics
/// and errors go to `err`. A text that cannot be read does not stop the rest.
///
/// Errors: throws libparse::Error for a broken rule folder (`rules`) and where the output cannot be written
///         (`unwritable`).
tools::ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace planmark
