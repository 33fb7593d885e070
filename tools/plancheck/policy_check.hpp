// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "plancheck/collector.hpp"
#include "plancheck/policy.hpp"

namespace plancheck {

/// Holds one task list against the rules of a policy.
void check_policy(Collector& collector, const Policy& policy);

/// Marks the findings that a waiver covers, and reports waivers that have run out or cover nothing.
///
/// A waiver covers a finding of its rule about its task, or about a task of its section, until its last day.
/// \param today  ISO 8601 date
void apply_waivers(Findings& findings, const Policy& policy, const std::string& today);

}  // namespace plancheck
