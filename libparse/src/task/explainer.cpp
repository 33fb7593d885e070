// SPDX-License-Identifier: MIT
#include "task/explainer.hpp"

#include <algorithm>

#include "libparse/names.hpp"

namespace libparse::task {
namespace {

using extract::Clause;
using extract::ClauseForm;
using extract::UnitMention;
using rules::Rejection;
using text::Range;

std::string_view form_name(ClauseForm form) {
  switch (form) {
    case ClauseForm::slot:
      return "slot";
    case ClauseForm::bracket:
      return "bracket";
    case ClauseForm::trailing:
      return "trailing clause";
    case ClauseForm::assignment:
      return "list of assignments";
    case ClauseForm::prose:
      return "in a sentence";
  }
  return {};
}

/// `deadline 2025-12-31`, `recurrence P1M ge 1`.
std::string shown(const Time& time) {
  std::string out(name_of(time.type));
  for (const std::string& part : {time.start, time.end, time.every, time.by, time.within, time.after}) {
    if (!part.empty()) out += ' ' + part;
  }
  if (time.count) out += " " + std::string(name_of(time.count->comparator)) + ' ' + std::to_string(time.count->value);
  if (!time.basis.empty()) out += " (" + time.basis + ")";
  return out;
}

std::string shown(const Target& target) {
  std::string out(name_of(target.comparator));
  out += ' ' + target.value.to_string();
  if (target.max) out += ".." + target.max->to_string();
  if (!target.unit.empty()) out += ' ' + target.unit;
  if (target.direction != Direction::none) out += ' ' + std::string(name_of(target.direction));
  return out;
}

bool is_rule(std::string_view id) { return id.find('.') != std::string_view::npos; }

}  // namespace

Explainer::Explainer(const NoticeView& view, const Readers& readers, const rules::Pack& pack)
    : view_(view),
      readers_(readers),
      pack_(pack),
      clause_rules_(pack.family("clause")),
      labels_(pack),
      references_(pack.derived<extract::ReferenceReader>()) {}

std::string Explainer::habit(std::string_view rule) const {
  for (const rules::RuleRecord* record : pack_.records(rule.substr(0, rule.find('.')))) {
    if (record->id == rule) return std::string(record->habit);
  }
  return {};
}

void Explainer::add_section(std::size_t section, Explanation& out) const {
  const outline::Node& node = view_.outline.nodes[section];
  if (section == 0 || node.label.empty()) return;
  Decision decision{"section", node.id, view_.quote_line(node.label), {}, {}, view_.span(node.label)};
  if (const auto label = labels_.read(view_.text(), node.label.begin)) {
    decision.rule = label->rule;
    decision.habit = habit(label->rule);
  }
  out.decisions.push_back(std::move(decision));
}

void Explainer::add_kind(const Task& task, std::size_t decided_by, Explanation& out) const {
  Decision decision{"kind", std::string(name_of(task.kind)), {}, "default", {}, std::nullopt};
  if (decided_by != 0) {
    const outline::Node& node = view_.outline.nodes[decided_by];
    const auto cue = readers_.kinds.cue(view_.text(node.title), node.form == LabelForm::cn || node.depth <= 1);
    decision.by = cue.word.empty() ? view_.quote_line(node.title) : std::string(cue.word);
    decision.rule = cue.list;
    decision.habit = "title of section " + node.id;
    if (!node.title.empty()) decision.span = view_.span(node.title);
  }
  out.decisions.push_back(std::move(decision));
}

void Explainer::add_clause(const Clause& clause, Explanation& out) const {
  struct Verb {
    Range range;
    Role role;
    std::string_view rule;
  };
  std::vector<Verb> verbs;
  clause_rules_.scan(view_.text(), clause.whole, [&](const rules::RuleMatch& match) {
    if (const auto role = find_named<Role>(match.rule->property("role"))) {
      verbs.push_back({match.range, *role, match.rule->id()});
    }
  });
  for (const UnitMention& unit : clause.units) {
    // The verb behind a unit says its role, else one before it, else the label of the slot.
    const Verb* verb = nullptr;
    for (const Verb& v : verbs) {
      if (v.role != unit.role) continue;
      if (v.range.begin >= unit.range.end && verb != nullptr && verb->range.begin >= unit.range.end) break;
      verb = &v;
    }
    Decision decision{"role", std::string(name_of(unit.role)) + ' ' + view_.quote_line(unit.range),
                      {},     {},
                      {},     view_.span(unit.range)};
    if (verb != nullptr) {
      decision.by = view_.quote_line(verb->range);
      decision.rule = verb->rule;
    } else if (is_rule(clause.rule)) {
      decision.rule = clause.rule;
    } else {
      decision.by = clause.rule;
      decision.rule = clause.rule.empty() ? "default" : "lexicon/slot-label";
    }
    decision.habit = std::string(form_name(clause.form)) + (is_rule(decision.rule) ? "; " + habit(decision.rule) : "");
    out.decisions.push_back(std::move(decision));
  }
}

void Explainer::add_passed(const char* of, const std::vector<Rejection>& rejections, Explanation& out) const {
  for (const Rejection& r : rejections) {
    out.passed_over.push_back({of, view_.quote_line(r.range), std::string(r.rule->id()), std::string(r.rule->habit()),
                               std::string(r.reason), std::string(r.word), view_.span(r.range)});
  }
}

Explanation Explainer::explain(const Task& task, Range body, std::size_t section, std::size_t decided_by,
                               const Evidence& evidence) const {
  Explanation out;
  add_section(section, out);
  add_kind(task, decided_by, out);
  for (const Clause* clause : evidence.clauses) add_clause(*clause, out);
  for (const extract::TimeMention& m : evidence.times) {
    out.decisions.push_back(
        {"time", shown(m.value), view_.quote_line(m.range), m.value.rule, habit(m.value.rule), view_.span(m.range)});
  }
  for (const extract::TargetMention& m : evidence.targets) {
    out.decisions.push_back(
        {"target", shown(m.value), view_.quote_line(m.range), m.value.rule, habit(m.value.rule), view_.span(m.range)});
  }
  add_passed("time", evidence.times_passed, out);
  // A time that is taken is no target, and a place that a time took was no rejection.
  std::vector<Rejection> targets;
  std::copy_if(evidence.targets_passed.begin(), evidence.targets_passed.end(), std::back_inserter(targets),
               [&](const Rejection& r) {
                 return std::none_of(evidence.times.begin(), evidence.times.end(),
                                     [&](const extract::TimeMention& t) { return t.range.overlaps(r.range); });
               });
  add_passed("target", targets, out);
  std::vector<Rejection> references;
  (void)references_.read(view_.text(), body, &references);
  add_passed("reference", references, out);
  return out;
}

void Explainer::add_inherited(Task& task) const {
  if (!task.explain) return;
  for (const Responsibility& unit : task.responsibilities) {
    if (!unit.inherited) continue;
    task.explain->decisions.push_back({"role",
                                       std::string(name_of(unit.role)) + ' ' + unit.organization,
                                       {},
                                       "inherited",
                                       "stands above and holds for what is below",
                                       unit.span});
  }
}

}  // namespace libparse::task
