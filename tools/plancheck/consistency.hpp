// SPDX-License-Identifier: MIT
#pragma once

#include "plancheck/collector.hpp"

namespace plancheck {

/// What a schema cannot say: ids are unique and answered, spans lie in the document and stand in order, dates exist and
/// start before they end, indexes and ranges hold. docs/checks.md lists the codes. Linear time.
void check_consistency(Collector& collector);

}  // namespace plancheck
