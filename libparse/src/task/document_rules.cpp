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

namespace {

constexpr std::size_t kMostAdded = 32;  // a notice adds a handful; every task behind the rules carries them

}  // namespace

DocumentRules::DocumentRules(const NoticeView& view, const extract::ResponsibilityReader& reader) : view_(view) {
  for (std::size_t p = 0; p < view.layout.paragraphs.size(); ++p) {
    if (view.frame.zones[p] != Zone::body && view.frame.zones[p] != Zone::letter) continue;
    auto found = reader.read_document_rules(view.text(), view.layout.paragraphs[p]);
    std::move(found.begin(), found.end(), std::back_inserter(rules_));
  }
  for (const DocumentRule& rule : rules_) {
    if (rule.kind != DocumentRule::Kind::added_units) {
      const bool known =
          std::any_of(roles_.begin(), roles_.end(), [&](const DocumentRule* r) { return r->kind == rule.kind; });
      if (!known) roles_.push_back(&rule);
    }
    for (const extract::UnitMention& unit : rule.units) {
      const bool known = std::any_of(added_.begin(), added_.end(),
                                     [&](const Added& a) { return view.text(a.unit.range) == view.text(unit.range); });
      if (!known && added_.size() < kMostAdded) added_.push_back({rule.range.begin, unit});
    }
  }
}

void DocumentRules::apply(std::vector<Clause>& clauses) const {
  for (Clause& clause : clauses) {
    // A、B（排在第一位的为牵头单位，下同）: a rule right behind the list belongs to its clause, not to the work
    const auto behind =
        std::lower_bound(rules_.begin(), rules_.end(), clause.whole.end,
                         [](const DocumentRule& rule, std::size_t at) { return rule.range.begin < at; });
    if (behind != rules_.end() && view_.adjacent(clause.whole, behind->range) &&
        view_.text({clause.whole.end, behind->range.begin}).find('\n') == std::string_view::npos) {
      clause.whole.end = behind->range.end;
    }
    for (const DocumentRule* rule : roles_) {  // 下同 takes in the list that carries it
      if (clause.whole.end >= rule->range.begin) extract::apply_document_rule(rule->kind, clause);
    }
  }
}

bool DocumentRules::is_rule_only(Range body) const {
  auto rule = std::lower_bound(rules_.begin(), rules_.end(), body.begin,
                               [](const DocumentRule& r, std::size_t at) { return r.range.end <= at; });
  for (; rule != rules_.end() && rule->range.begin < body.end; ++rule) {
    if (PieceCutter::is_substantive(view_.text(), {body.begin, std::max(body.begin, rule->range.begin)})) return false;
    if (!PieceCutter::is_substantive(view_.text(), {std::min(body.end, rule->range.end), body.end})) return true;
  }
  return false;
}

std::vector<extract::UnitMention> DocumentRules::added_units(Range body) const {
  std::vector<extract::UnitMention> out;
  for (const Added& added : added_) {
    if (added.from <= body.end) out.push_back(added.unit);
  }
  return out;
}

}  // namespace libparse::task
