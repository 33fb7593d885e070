// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "extract/target_context.hpp"

namespace libparse::extract {

/// What the target `at` of `candidates` counts: the noun phrase before its verb (城区污水处理率 达到95%) or the thing
/// behind its measure word (5座 智能煤矿). Empty where the sentence does not say. The candidates before it must have
/// their indicators: an elided one (到2025年达到460家) is that of the target before.
text::Range find_indicator(std::span<const TargetCandidate> candidates, std::size_t at, const TargetContext& context);

/// The indicator of the target `at` where the text says it in parts, empty elsewhere: 小学、初中入学率分别达到… names
/// 小学入学率; 省级事项网办率不低于90%，市级不低于70% names 市级事项网办率.
std::string compose_indicator(std::span<const TargetCandidate> candidates, std::size_t at,
                              const TargetContext& context);

/// The words that carry the target: its core, with the verb and the thing counted where no bound or verb of level
/// stands before the number.
text::Range find_quote(const TargetCandidate& candidate, const TargetContext& context);

}  // namespace libparse::extract
