// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "planview/options.hpp"

namespace planview {

/// Writes the page (or one chart) for one notice or one task list.
///
/// Errors: throws libparse::Error where the input, its source, a rule folder or the output is at fault; a source that
///         is not the notice of the task list is an `Error{format}`.
tools::ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace planview
