// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "planconv/options.hpp"

namespace planconv {

/// Combines the task lists of all inputs into one NDJSON stream.
///
/// Shape:  ordered by the bytes of document.source.path, then its sha256, then the line; lines that are equal stand
///         once. So the result does not depend on the order of the inputs, nor on how they were merged before.
///         Memory grows with the number of lists (some 200 bytes each), not with their size: the lists wait in a
///         temporary file. An input that is not NDJSON is held in memory while it is read.
///         Error records of planparse are kept behind the lists, unless a list has their path.
/// Status: `findings` where two different lists have one path; both are kept, and `err` names the path. Lists without
///         a path, or of standard input (`-`), may differ. `input` where an input or a line of it cannot be read, and
///         where an error record is kept; the others are merged.
/// Errors: throws libparse::Error{unwritable}.
tools::ExitStatus merge(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace planconv
