// SPDX-License-Identifier: MIT
#pragma once

#include "libparse/task_list.hpp"
#include "rules/pack.hpp"

namespace libparse::normalize {

/// Finds out which names in the responsibilities of `list` mean the same body, and sets `canonical` of each
/// responsibility and `document.organizations`. Where a name may mean several bodies, they stay apart and the list gets
/// a diagnostic `unit-ambiguous`.
///
/// Shape: linear in the responsibilities. Reads the document's jurisdiction, date of issue and year.
void identify_organizations(const rules::Pack& pack, TaskList& list);

}  // namespace libparse::normalize
