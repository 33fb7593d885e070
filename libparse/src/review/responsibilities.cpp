// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "review/notice.hpp"

namespace libparse::review {
namespace {

using text::Range;

// From how many of a kind on, and from which share on, the others show what is usual in a notice.
constexpr std::size_t kUsualUnits = 5;
constexpr std::size_t kUsualLeads = 8;

bool is_usual(std::size_t of_these, std::size_t all, std::size_t least) {
  return of_these >= least && of_these < all && of_these * 10 >= all * 8;
}

/// Units of a slot or a bracket stand outside the body; those that a sentence names stand in it.
bool has_clause(const Task& task) {
  return std::any_of(task.responsibilities.begin(), task.responsibilities.end(), [&](const Responsibility& r) {
    return !r.inherited && (r.span.begin < task.span.begin || r.span.end > task.span.end);
  });
}

/// Tasks without units among tasks of one section that nearly all have a clause with units. A body that names any
/// body itself is left alone: it may say in words who acts.
void report_missing_units(Notice& notice) {
  std::unordered_map<std::string_view, std::string_view> parents;
  for (const Section& section : notice.list.sections) parents.emplace(section.id, section.parent);
  struct Group {
    std::size_t clauses = 0;
    std::vector<const Task*> tasks;
  };
  std::unordered_map<std::string_view, Group> groups;
  for (const Task& task : notice.list.tasks) {
    if (task.kind != TaskKind::task) continue;
    std::string_view key = task.section;
    if (task.id == task.section) key = parents[key];  // pieces of one section are siblings, and so are its parent's
    groups[key].tasks.push_back(&task);
    groups[key].clauses += has_clause(task);
  }
  for (const auto& [key, group] : groups) {
    if (!is_usual(group.clauses, group.tasks.size(), kUsualUnits)) continue;
    for (const Task* task : group.tasks) {
      if (!task->responsibilities.empty() || notice.words.body_word.any_in(task->text)) continue;
      notice.report(kUnitMissing, task->span,
                    "no unit is named, but " + std::to_string(group.clauses) + " of its " +
                        std::to_string(group.tasks.size() - 1) + " neighbours have units",
                    task->id);
    }
  }
}

std::size_t count_leads(const Task& task) {
  return static_cast<std::size_t>(std::count_if(
      task.responsibilities.begin(), task.responsibilities.end(),
      [](const Responsibility& r) { return r.role == Role::lead && r.scope.empty() && !r.group && !r.inherited; }));
}

bool has_lead(const Task& task) {
  return std::any_of(task.responsibilities.begin(), task.responsibilities.end(),
                     [](const Responsibility& r) { return r.role == Role::lead; });
}

/// What is usual is taken from the notice itself: nearly all of its tasks with units have one leading unit.
void report_leads(Notice& notice) {
  std::vector<const Task*> tasks;
  std::size_t with_lead = 0, with_two = 0;
  for (const Task& task : notice.list.tasks) {
    if (task.kind != TaskKind::task || !has_clause(task)) continue;
    tasks.push_back(&task);
    with_lead += has_lead(task);
    with_two += count_leads(task) > 1;
  }
  if (with_lead < kUsualLeads) return;
  for (const Task* task : tasks) {
    const bool several =
        task->responsibilities.size() > 1 && std::none_of(task->responsibilities.begin(), task->responsibilities.end(),
                                                          [](const Responsibility& r) { return r.group; });
    if (with_lead * 10 >= tasks.size() * 9 && several && !has_lead(*task)) {
      notice.report(kLeadMissing, task->responsibilities.front().span,
                    "no unit leads, as in " + std::to_string(with_lead) + " of " + std::to_string(tasks.size()) +
                        " tasks with units",
                    task->id);
    } else if (with_two * 10 <= with_lead && count_leads(*task) > 1) {
      notice.report(kLeadDoubled, task->responsibilities.front().span,
                    "several units lead; in most tasks of this notice one does", task->id);
    }
  }
}

void report_two_roles(Notice& notice) {
  for (const Task& task : notice.list.tasks) {
    std::unordered_map<std::string_view, const Responsibility*> known;
    for (const Responsibility& unit : task.responsibilities) {
      if (unit.group || unit.inherited || !unit.scope.empty()) continue;
      const auto [other, fresh] = known.emplace(unit.name, &unit);
      if (fresh || other->second->role == unit.role) continue;
      notice.report(kUnitTwoRoles, unit.span, "'" + unit.name + "' is named twice, in different roles", task.id);
    }
  }
}

/// The role slot that a paragraph ends with, its colon too; empty where it does not.
Range open_slot(const Notice& notice, Range paragraph) {
  const std::string_view text = notice.view.text(paragraph);
  if (!text.ends_with(':')) return {};
  const auto label = notice.words.slot_label.suffix(text.substr(0, text.size() - 1));
  if (!label || label.value.starts_with("contact") || label.value.starts_with("other")) return {};
  const Range slot{paragraph.end - 1 - label.word.size(), paragraph.end};
  const std::string_view before = notice.view.text({paragraph.begin, slot.begin});
  const bool alone = before.empty() || before.ends_with(' ') || before.ends_with(';') || before.ends_with('(') ||
                     before.ends_with("。") || before.ends_with("【");
  return alone ? slot : Range{};
}

/// 责任单位： that the next heading, the next slot or the end of the text follows.
void report_empty_slots(Notice& notice) {
  const auto& paragraphs = notice.view.layout.paragraphs;
  std::unordered_map<std::size_t, bool> labels;
  for (const outline::Node& node : notice.view.outline.nodes) labels[node.label.begin] = !node.label.empty();
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    if (notice.view.frame.zones[p] != frame::Zone::body) continue;
    const Range slot = open_slot(notice, paragraphs[p]);
    if (slot.empty()) continue;
    const bool last = p + 1 == paragraphs.size() || notice.view.frame.zones[p + 1] != frame::Zone::body;
    const auto labelled = last ? labels.end() : labels.find(paragraphs[p + 1].begin);
    if (last || (labelled != labels.end() && labelled->second) ||
        notice.words.slot_label.prefix(notice.view.text(paragraphs[p + 1]))) {
      notice.report(kSlotEmpty, slot, "nothing stands behind " + notice.quoted(slot));
    }
  }
}

}  // namespace

void review_responsibilities(Notice& notice) {
  report_missing_units(notice);
  report_leads(notice);
  report_two_roles(notice);
  report_empty_slots(notice);
}

}  // namespace libparse::review
