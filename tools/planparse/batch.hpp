// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "planparse/options.hpp"

namespace planparse {

/// True where the options ask for a run over many notices rather than for those that the command line names.
[[nodiscard]] bool is_batch(const Options& options);

/// Reads all notices of folders, patterns and lists, by several threads; docs/cli.md says what comes out.
///
/// Shape:  output, manifest and messages are in the order of the notices and the same for any number of threads. Memory
///         does not grow with the number of notices.
/// Errors: throws libparse::Error{unwritable}, libparse::Error{unreadable} where --files-from cannot be read.
tools::ExitStatus run_batch(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace planparse
