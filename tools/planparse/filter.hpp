// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "planparse/options.hpp"

namespace planparse {

/// Answers requests, one JSON object a line, in their order: schemas/filter-request.schema.json and
/// filter-answer.schema.json.
///
/// Shape:  a line out for each line in, an empty one for an empty one; on a stream each is flushed. An error is an
/// answer.
///         Memory grows with the longest line, not with their number.
/// Status: `done` once all requests are answered, whatever the answers; with --strict `input` or `findings` where an
///         answer is an error or has a warning.
/// Errors: throws libparse::Error{unwritable}, libparse::Error{unreadable} where the file of requests cannot be read.
tools::ExitStatus run_filter(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace planparse
