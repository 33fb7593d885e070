// SPDX-License-Identifier: MIT
#pragma once

#include "libparse/parse.hpp"
#include "plancheck/collector.hpp"

namespace plancheck {

/// Proves a task list by its notice: the hash and size of the source, and every quote at its span.
///
/// \param notice  the notice read again: its `list.document.source` and its document text
void check_evidence(Collector& collector, const libparse::ParseResult& notice);

}  // namespace plancheck
