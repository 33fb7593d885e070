// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "extract/responsibility_list.hpp"

namespace libparse::extract {

/// Clauses that stand apart from the sentences: slots, brackets, trailing clauses. In text order.
std::vector<Clause> read_clauses(const Scan& scan);

/// Clauses inside sentences, outside `taken` (sorted): lists of assignments and 由X牵头. In text order.
std::vector<Clause> read_prose_clauses(const Scan& scan, const std::vector<Clause>& taken);

}  // namespace libparse::extract
