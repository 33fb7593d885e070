// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "plancheck/options.hpp"

namespace plancheck {

/// Checks every task list of every input and writes one report. An input that cannot be read does not stop the rest:
/// it is told on `err`, stands in the report, and makes the status `input`.
///
/// Errors: throws libparse::Error for an unreadable or broken policy file (`unreadable`, `format`) and where the output
///         cannot be written (`unwritable`).
tools::ExitStatus run(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace plancheck
