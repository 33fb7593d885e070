// SPDX-License-Identifier: MIT
#pragma once

#include "rules/pack.hpp"

namespace libparse::review {

/// The word lists and rules that notices are reviewed with; made once per pack (`pack.derived<Words>()`).
struct Words {
  explicit Words(const rules::Pack& pack)
      : oddity(pack.family("oddity")),
        bounded_share(pack.lexicon("bounded-share")),
        latin_word(pack.lexicon("latin-word")),
        slot_label(pack.lexicon("slot-label")),
        body_word(pack.lexicon("body-word")),
        past_event(pack.lexicon("past-event")),
        section_title(pack.lexicon("section-title")),
        shared_measure(pack.lexicon("shared-measure")),
        only_some(pack.lexicon("only-some")),
        cn_numeral(pack.lexicon("cn-numeral")) {}

  const rules::RuleSet& oddity;
  const rules::Lexicon& bounded_share;
  const rules::Lexicon& latin_word;
  const rules::Lexicon& slot_label;
  const rules::Lexicon& body_word;
  const rules::Lexicon& past_event;
  const rules::Lexicon& section_title;
  const rules::Lexicon& shared_measure;
  const rules::Lexicon& only_some;
  const rules::Lexicon& cn_numeral;
};

}  // namespace libparse::review
