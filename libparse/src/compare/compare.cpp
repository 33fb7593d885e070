// SPDX-License-Identifier: MIT
#include "libparse/compare.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "compare/matching.hpp"
#include "compare/places.hpp"
#include "compare/targets.hpp"
#include "compare/times.hpp"
#include "compare/units.hpp"
#include "libparse/fingerprint.hpp"
#include "rules/pack.hpp"

namespace libparse {
namespace {

using Tasks = std::vector<const Task*>;

std::vector<compare::MatchedText> matched_texts(const TaskList& list, const compare::Places& places) {
  std::vector<compare::MatchedText> texts;
  for (std::size_t i = 0; i < list.tasks.size(); ++i) {
    const Task& task = list.tasks[i];
    texts.push_back({normalized_body(task.text), normalized_body(task.title), places.key(i)});
  }
  return texts;
}

/// The text without its times and with targets down to their indicators: what else changed is told by its own names.
std::string without_values(const Task& task) {
  std::string rest;
  std::string_view left = task.text;
  struct Value {
    const std::string* text;
    const std::string* stand_in;
  };
  static const std::string kNothing;
  std::vector<std::pair<std::size_t, Value>> values;  // by place in the document, as all of a task's spans are
  for (const Time& time : task.times) values.push_back({time.span.begin, {&time.text, &kNothing}});
  for (const Target& target : task.targets) values.push_back({target.span.begin, {&target.text, &target.indicator}});
  std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  constexpr std::size_t kFarthest = 4096;  // bytes that are looked through for one value, so that this stays linear
  for (const auto& [begin, value] : values) {
    if (value.text->empty()) continue;
    const std::size_t at = left.substr(0, kFarthest).find(*value.text);
    if (at == std::string_view::npos) continue;  // it stands in a slot
    rest.append(left.substr(0, at)).append(*value.stand_in);
    left.remove_prefix(at + value.text->size());
  }
  return normalized_body(rest.append(left));
}

void compare_heads(const Document& a, const Document& b, std::vector<Difference>& head) {
  const auto add = [&](Change change, const std::string& before, const std::string& after) {
    head.push_back({change, {}, before, after, {}});
  };
  if (normalized_body(a.title) != normalized_body(b.title)) add(Change::head_title, a.title, b.title);
  const auto number = [](const Document& d) { return d.doc_number ? d.doc_number->text : std::string{}; };
  if (normalized_body(number(a)) != normalized_body(number(b))) add(Change::head_number, number(a), number(b));
  if (a.issued_on != b.issued_on) add(Change::head_date, a.issued_on, b.issued_on);
  const auto joined = [](const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
  };
  if (a.issuers != b.issuers) add(Change::head_issuers, joined(a.issuers), joined(b.issuers));
  const auto period = [](const Document& d) {
    return d.period ? d.period->start + '/' + d.period->end : std::string{};
  };
  if (a.period != b.period) add(Change::head_period, period(a), period(b));
}

class TaskComparer {
 public:
  TaskComparer(ComparisonMode mode, const rules::Pack& pack) : mode_(mode), units_(pack, mode) {}

  /// Adds what differs between tasks that belong together.
  void compare_tasks(const Tasks& before, const Tasks& after, TaskDifference& group) const {
    if (before.size() == 1 && after.size() == 1 && before[0]->kind != after[0]->kind) {
      group.changes.push_back(
          {Change::kind_changed, {}, std::string(name_of(before[0]->kind)), std::string(name_of(after[0]->kind)), {}});
    }
    std::vector<Difference> values;
    units_.compare(units_of(before), units_of(after), values);
    compare::compare_times(before, after, values);
    compare::compare_targets(before, after, mode_, values);
    if (before.size() == 1 && after.size() == 1) compare_words(*before[0], *after[0], values, group);
    group.changes.insert(group.changes.end(), std::make_move_iterator(values.begin()),
                         std::make_move_iterator(values.end()));
  }

 private:
  static void compare_words(const Task& a, const Task& b, const std::vector<Difference>& values,
                            TaskDifference& group) {
    if (normalized_body(a.text) == normalized_body(b.text)) {
      if (normalized_body(a.title) != normalized_body(b.title))
        group.changes.push_back({Change::retitled, {}, a.title, b.title, {}});
      return;
    }
    const bool has_new_value = std::any_of(values.begin(), values.end(), [](const Difference& d) {
      return d.change >= Change::deadline_earlier;  // units do not stand in the text
    });
    if (!has_new_value || without_values(a) != without_values(b)) group.changes.push_back({Change::reworded});
  }

  /// Of the parts of a split task: each body with a role once.
  static std::vector<const Responsibility*> units_of(const Tasks& tasks) {
    std::vector<const Responsibility*> units;
    for (const Task* task : tasks) {
      for (const Responsibility& unit : task->responsibilities) units.push_back(&unit);
    }
    if (tasks.size() < 2) return units;
    const auto key = [](const Responsibility* unit) { return std::pair(unit->name, unit->role); };
    std::stable_sort(units.begin(), units.end(), [&](auto* a, auto* b) { return key(a) < key(b); });
    units.erase(std::unique(units.begin(), units.end(), [&](auto* a, auto* b) { return key(a) == key(b); }),
                units.end());
    std::sort(units.begin(), units.end(), [](auto* a, auto* b) { return a->span.begin < b->span.begin; });
    return units;
  }

  ComparisonMode mode_;
  compare::UnitComparer units_;
};

/// By place in the new list; what was dropped stands behind what it followed in the old one.
void sort_groups(std::vector<TaskDifference>& groups, std::size_t old_tasks) {
  std::vector<std::size_t> follows(old_tasks, 0);  // by old task: one more than the place in the new list
  for (const TaskDifference& group : groups) {
    for (const std::size_t i : group.before) follows[i] = group.after.empty() ? 0 : group.after.front() + 1;
  }
  for (std::size_t i = 1; i < old_tasks; ++i) {
    if (follows[i] == 0) follows[i] = follows[i - 1];
  }
  const auto key = [&](const TaskDifference& group) {
    return group.after.empty() ? std::tuple(follows[group.before.front()], 1, group.before.front())
                               : std::tuple(group.after.front() + 1, 0, std::size_t{0});
  };
  std::sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace

PlanDifference compare_plans(const TaskList& before, const TaskList& after, ComparisonMode mode,
                             const RulePack& rules) {
  PlanDifference difference;
  difference.mode = mode;
  compare_heads(before.document, after.document, difference.head);
  const compare::Places old_places(before), new_places(after);
  difference.tasks = compare::match(matched_texts(before, old_places), matched_texts(after, new_places), mode);
  sort_groups(difference.tasks, before.tasks.size());
  const TaskComparer comparer(mode, rules.pack());
  for (TaskDifference& group : difference.tasks) {
    if (group.after.empty()) {
      group.changes.push_back({Change::dropped});
    } else if (group.before.empty()) {
      group.changes.push_back({Change::added});
    } else if (group.after.size() > 1) {
      group.changes.push_back({Change::split});
    } else if (group.before.size() > 1) {
      group.changes.push_back({Change::merged});
    }
  }
  compare::compare_places(old_places, new_places, difference);
  for (TaskDifference& group : difference.tasks) {
    if (group.before.empty() || group.after.empty()) continue;
    Tasks old_tasks, new_tasks;
    for (const std::size_t i : group.before) old_tasks.push_back(&before.tasks[i]);
    for (const std::size_t k : group.after) new_tasks.push_back(&after.tasks[k]);
    comparer.compare_tasks(old_tasks, new_tasks, group);
  }
  for (const TaskDifference& group : difference.tasks) difference.unchanged += group.changes.empty();
  return difference;
}

bool is_told(Change change, ComparisonMode mode) {
  if (mode == ComparisonMode::version) return true;
  switch (change) {
    case Change::head_title:
    case Change::head_number:
    case Change::head_date:
    case Change::head_issuers:
    case Change::head_period:
    case Change::section_renamed:
    case Change::section_moved:
    case Change::moved:
    case Change::reworded:
    case Change::retitled:
    case Change::kind_changed:
      return false;
    default:
      return true;
  }
}

bool is_weaker(Change change) {
  return change == Change::dropped || change == Change::deadline_later || change == Change::deadline_lost ||
         change == Change::target_loosened || change == Change::target_lost;
}

void keep_changes(PlanDifference& difference, const std::vector<Change>& wanted) {
  const auto keep = [&](std::vector<Difference>& changes) {
    std::erase_if(changes, [&](const Difference& d) {
      return std::find(wanted.begin(), wanted.end(), d.change) == wanted.end();
    });
  };
  keep(difference.head);
  keep(difference.sections);
  for (TaskDifference& group : difference.tasks) keep(group.changes);
}

bool has_changes(const PlanDifference& difference) {
  return !difference.head.empty() || !difference.sections.empty() ||
         std::any_of(difference.tasks.begin(), difference.tasks.end(),
                     [](const TaskDifference& group) { return !group.changes.empty(); });
}

}  // namespace libparse
