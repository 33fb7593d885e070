// SPDX-License-Identifier: MIT
#pragma once

#include "layout/label.hpp"
#include "rules/pack.hpp"

namespace libparse::frame {

/// The word lists and rule families that the frame is read with; made once per pack (`pack.derived<Words>()`).
struct Words {
  explicit Words(const rules::Pack& pack)
      : genre(pack.lexicon("genre")),
        issuer_ending(pack.lexicon("issuer-ending")),
        addressee_ending(pack.lexicon("addressee-ending")),
        addressee_start(pack.lexicon("addressee-start")),
        metadata_label(pack.lexicon("metadata-label")),
        head_field(pack.lexicon("head-field")),
        title_verb(pack.lexicon("title-verb")),
        issuing_verb(pack.lexicon("issuing-verb")),
        level_ending(pack.lexicon("level-ending")),
        area(pack.lexicon("area")),
        area_scope(pack.lexicon("area-scope")),
        national_body(pack.lexicon("national-body")),
        five_year_plan(pack.lexicon("five-year-plan")),
        frame(pack.family("frame")),
        furniture(pack.family("furniture")),
        date(pack.family("docdate")),
        number(pack.family("docnumber")),
        span_of_years(pack.family("docyears")),
        labels(pack) {}

  const rules::Lexicon& genre;
  const rules::Lexicon& issuer_ending;
  const rules::Lexicon& addressee_ending;
  const rules::Lexicon& addressee_start;
  const rules::Lexicon& metadata_label;
  const rules::Lexicon& head_field;
  const rules::Lexicon& title_verb;
  const rules::Lexicon& issuing_verb;
  const rules::Lexicon& level_ending;
  const rules::Lexicon& area;
  const rules::Lexicon& area_scope;
  const rules::Lexicon& national_body;
  const rules::Lexicon& five_year_plan;
  const rules::RuleSet& frame;
  const rules::RuleSet& furniture;
  const rules::RuleSet& date;
  const rules::RuleSet& number;
  const rules::RuleSet& span_of_years;
  layout::LabelReader labels;
};

}  // namespace libparse::frame
