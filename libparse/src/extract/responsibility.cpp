// SPDX-License-Identifier: MIT
#include "extract/responsibility.hpp"

#include <algorithm>

#include "extract/responsibility_clauses.hpp"
#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {

ResponsibilityReader::ResponsibilityReader(const rules::Pack& pack)
    : words_(std::make_shared<const ResponsibilityWords>(pack)) {}

std::vector<Clause> ResponsibilityReader::read(std::string_view text, text::Range where) const {
  const Scan scan(*words_, text, where);
  std::vector<Clause> clauses = read_clauses(scan);
  std::vector<Clause> prose = read_prose_clauses(scan, clauses);
  std::move(prose.begin(), prose.end(), std::back_inserter(clauses));
  std::stable_sort(clauses.begin(), clauses.end(),
                   [](const Clause& a, const Clause& b) { return a.whole.begin < b.whole.begin; });
  return clauses;
}

std::vector<UnitMention> ResponsibilityReader::read_cell(std::string_view text, text::Range where,
                                                         const ColumnLabel& column) const {
  const Scan scan(*words_, text, where);
  ListReader reader(scan);
  std::vector<UnitMention> units;
  for (std::size_t at = scan.where.begin; at < scan.where.end;) {  // a cell may hold several lines
    UnitList list = reader.read({at, scan.where.end}, {.role = column.role, .person = column.person});
    std::move(list.units.begin(), list.units.end(), std::back_inserter(units));
    at = std::max(list.end, at);
    while (at < scan.where.end && scan.at(at) != '\n') at = text::next(text, at);
    while (at < scan.where.end && scan.at(at) == '\n') ++at;
  }
  return units;
}

std::optional<ColumnLabel> ResponsibilityReader::column_of(std::string_view heading) const {
  const auto hit = words_->slot_label.find(heading);
  if (!hit) return std::nullopt;
  const std::string_view kind = hit.value.substr(0, hit.value.find(' '));
  ColumnLabel column;
  if (const auto role = find_named<Role>(kind)) {
    column.role = *role;
  } else if (kind == "time") {
    column.kind = ColumnLabel::Kind::time;
  } else if (kind == "contact") {
    column.kind = ColumnLabel::Kind::contact;
  } else {
    return std::nullopt;
  }
  column.person = hit.value.find(" person") != std::string_view::npos;
  return column;
}

std::vector<DocumentRule> ResponsibilityReader::read_document_rules(std::string_view text, text::Range where) const {
  std::vector<DocumentRule> rules;
  std::optional<Scan> scan;
  words_->document_rule.scan(text, where, [&](const rules::RuleMatch& match) {
    if (!scan) scan.emplace(*words_, text, where);
    DocumentRule rule;
    rule.range = match.whole;
    const std::string_view kind = match.rule->property("kind");
    if (kind == "responsible_is_lead") rule.kind = DocumentRule::Kind::responsible_is_lead;
    if (kind == "added_units") rule.kind = DocumentRule::Kind::added_units;
    if (const auto units = match.range_of("units")) {
      ListReader reader(*scan);
      rule.units = reader.read(*units, {.role = Role::responsible}).units;
    }
    // (列第一位的为牵头单位,下同): the brackets belong to it
    if (rule.range.begin > where.begin && is_opening_bracket(scan->at(text::previous(text, rule.range.begin))) &&
        is_closing_bracket(scan->at(rule.range.end))) {
      rule.range = {text::previous(text, rule.range.begin), text::next(text, rule.range.end)};
    }
    rules.push_back(std::move(rule));
  });
  return rules;
}

void apply_document_rule(DocumentRule::Kind rule, Clause& clause) {
  if (clause.units.empty() || clause.form == ClauseForm::prose || clause.form == ClauseForm::assignment) return;
  const bool led = std::any_of(clause.units.begin(), clause.units.end(),
                               [](const UnitMention& u) { return u.role == Role::lead && !u.person; });
  if (led) return;
  if (rule == DocumentRule::Kind::first_is_lead) {
    const auto first =
        std::find_if(clause.units.begin(), clause.units.end(), [](const UnitMention& u) { return !u.person; });
    if (first != clause.units.end() && first->role == Role::responsible) first->role = Role::lead;
  } else if (rule == DocumentRule::Kind::responsible_is_lead) {
    for (UnitMention& unit : clause.units) {
      if (unit.role == Role::responsible && !unit.person) unit.role = Role::lead;
    }
  }
}

}  // namespace libparse::extract
