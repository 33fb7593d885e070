// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "layout/label.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::layout {

/// What the search for glued headings looks up.
struct GlueWords {
  const rules::Lexicon& numerals;       ///< Chinese numerals
  const rules::Lexicon& numeral_final;  ///< words that end in a numeral: 统一、规范 holds no label
  const rules::Lexicon& openers;        ///< words that a label starts with: 附件
  const rules::Lexicon& speaking;       ///< what stands before a number that is only spoken of: 见、和、第
  explicit GlueWords(const rules::Pack& pack)
      : numerals(pack.lexicon("cn-numeral")),
        numeral_final(pack.lexicon("numeral-final-word")),
        openers(pack.lexicon("label-opener")),
        speaking(pack.lexicon("before-spoken-number")) {}
};

/// Places inside paragraphs where a heading was glued behind other text (`……支出进度。 6.尽快下达……`) and a new
/// paragraph is to start. A label counts only where it goes on with the numbering of the lines around it.
std::vector<std::size_t> find_glued(std::string_view text, const std::vector<text::Range>& paragraphs,
                                    const LabelReader& labels, const GlueWords& words);

}  // namespace libparse::layout
