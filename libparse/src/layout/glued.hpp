// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "layout/label.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::layout {

/// Places inside paragraphs where a heading was glued behind other text (`……支出进度。 6.尽快下达……`) and a new paragraph
/// is to start. A label counts only where it goes on with the numbering of the lines around it.
std::vector<std::size_t> find_glued(std::string_view text, const std::vector<text::Range>& paragraphs,
                                    const LabelReader& labels, const rules::Lexicon& numeral_final_words);

}  // namespace libparse::layout
