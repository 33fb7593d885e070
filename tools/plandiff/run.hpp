// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "plandiff/options.hpp"

namespace plandiff {

/// Compares two plans and writes what differs. `findings` where something does.
///
/// Errors: throws libparse::Error where an input cannot be read or is no single plan, for a broken rule folder
/// (`rules`)
///         and where the output cannot be written (`unwritable`).
tools::ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace plandiff
