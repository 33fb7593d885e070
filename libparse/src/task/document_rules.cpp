// SPDX-License-Identifier: MIT
#include "task/document_rules.hpp"

#include <algorithm>
#include <iterator>

#include "task/pieces.hpp"

namespace libparse::task {

using extract::Clause;
using extract::DocumentRule;
using frame::Zone;
using text::Range;

DocumentRules::DocumentRules(const NoticeView& view, const extract::ResponsibilityReader& reader) : view_(view) {
  for (std::size_t p = 0; p < view.layout.paragraphs.size(); ++p) {
    if (view.frame.zones[p] != Zone::body && view.frame.zones[p] != Zone::letter) continue;
    auto found = reader.read_document_rules(view.text(), view.layout.paragraphs[p]);
    std::move(found.begin(), found.end(), std::back_inserter(rules_));
  }
}

void DocumentRules::apply(std::vector<Clause>& clauses) const {
  for (Clause& clause : clauses) {
    for (const DocumentRule& rule : rules_) {  // 下同 takes in the list that carries it
      if (clause.whole.end >= rule.range.begin) extract::apply_document_rule(rule.kind, clause);
      // A、B（排在第一位的为牵头单位，下同）: a rule right behind the list belongs to its clause, not to the work
      if (clause.whole.end <= rule.range.begin && view_.adjacent(clause.whole, rule.range) &&
          view_.text({clause.whole.end, rule.range.begin}).find('\n') == std::string_view::npos) {
        clause.whole.end = rule.range.end;
      }
    }
  }
}

bool DocumentRules::is_rule_only(Range body) const {
  return std::any_of(rules_.begin(), rules_.end(), [&](const DocumentRule& rule) {
    return rule.range.overlaps(body) &&
           !PieceCutter::is_substantive(view_.text(), {body.begin, std::max(body.begin, rule.range.begin)}) &&
           !PieceCutter::is_substantive(view_.text(), {std::min(body.end, rule.range.end), body.end});
  });
}

std::vector<extract::UnitMention> DocumentRules::added_units(Range body) const {
  std::vector<extract::UnitMention> out;
  for (const DocumentRule& rule : rules_) {
    if (rule.kind == DocumentRule::Kind::added_units && body.end >= rule.range.begin) {
      out.insert(out.end(), rule.units.begin(), rule.units.end());
    }
  }
  return out;
}

}  // namespace libparse::task
