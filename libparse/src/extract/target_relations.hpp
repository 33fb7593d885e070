// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "extract/target.hpp"
#include "extract/target_context.hpp"

namespace libparse::extract {

/// Keeps a match of a rule with `role: baseline` for the targets around it.
void note_baseline(const rules::RuleMatch& match, TargetContext& context);

/// Number and unit of `candidate` where they are not written as its value says them (5万户, 三分之二), else empty.
text::Range find_written(const TargetCandidate& candidate, const TargetContext& context);

/// Sets what the unit of `target` measures and its UCUM code, where lexicon/unit-code.txt knows them.
void add_unit_code(const TargetWords& words, Target& target);

/// What the text around the target `at` says of it: the time that governs it, what its change is measured against, and
/// whether it binds.
void relate(std::span<const TargetCandidate> candidates, std::size_t at, const TargetContext& context,
            TargetMention& mention);

}  // namespace libparse::extract
