// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/names.hpp"
#include "libparse/rule_pack.hpp"
#include "libparse/task_list.hpp"

/// Two task lists compared by meaning: docs/output.md, "Differences", says what each change means.
namespace libparse {

/// What the two lists are to each other.
enum class ComparisonMode : std::uint8_t {
  version,  ///< two versions of one plan
  cascade,  ///< a superior body's plan, and the plan by which a lower one carries it out (落实方案)
};

enum class Change : std::uint8_t {
  head_title,
  head_number,
  head_date,
  head_issuers,
  head_period,
  section_renamed,
  section_moved,
  added,
  dropped,
  split,
  merged,
  moved,
  reworded,
  retitled,
  kind_changed,
  unit_added,
  unit_removed,
  role_changed,
  scope_changed,
  deadline_earlier,
  deadline_later,
  deadline_gained,
  deadline_lost,
  period_changed,
  recurrence_changed,
  time_changed,
  target_tightened,
  target_loosened,
  target_changed,
  target_unit_changed,
  target_gained,
  target_lost,
};

template <>
inline constexpr std::array kNames<ComparisonMode> = std::to_array<std::string_view>({"version", "cascade"});
template <>
inline constexpr std::array kNames<Change> = std::to_array<std::string_view>({"head-title",
                                                                              "head-number",
                                                                              "head-date",
                                                                              "head-issuers",
                                                                              "head-period",
                                                                              "section-renamed",
                                                                              "section-moved",
                                                                              "added",
                                                                              "dropped",
                                                                              "split",
                                                                              "merged",
                                                                              "moved",
                                                                              "reworded",
                                                                              "retitled",
                                                                              "kind-changed",
                                                                              "unit-added",
                                                                              "unit-removed",
                                                                              "role-changed",
                                                                              "scope-changed",
                                                                              "deadline-earlier",
                                                                              "deadline-later",
                                                                              "deadline-gained",
                                                                              "deadline-lost",
                                                                              "period-changed",
                                                                              "recurrence-changed",
                                                                              "time-changed",
                                                                              "target-tightened",
                                                                              "target-loosened",
                                                                              "target-changed",
                                                                              "target-unit-changed",
                                                                              "target-gained",
                                                                              "target-lost"});

/// One thing that differs.
struct Difference {
  Change change = Change::reworded;
  std::string subject;      ///< the unit, the indicator; empty where there is nothing to name
  std::string before;       ///< ISO date, interval or words of the old list; empty for what was gained
  std::string after;        ///< the same of the new list; empty for what was lost
  std::optional<int> days;  ///< of a deadline: new date minus old date
  friend bool operator==(const Difference&, const Difference&) = default;
};

/// Tasks of the two lists that belong together: one and one; one and several (split); several and one (merged); one
/// and none (dropped); none and one (added).
struct TaskDifference {
  std::vector<std::size_t> before;  ///< indices into the old list's tasks, ascending
  std::vector<std::size_t> after;   ///< indices into the new list's tasks, ascending
  double similarity = 0;            ///< of one and one: 0 to 1; 1 for equal fingerprints
  std::vector<Difference> changes;  ///< empty where nothing differs
  friend bool operator==(const TaskDifference&, const TaskDifference&) = default;
};

struct PlanDifference {
  ComparisonMode mode = ComparisonMode::version;
  std::vector<Difference> head;      ///< of the document
  std::vector<Difference> sections;  ///< in the order of the old list
  std::vector<TaskDifference>
      tasks;                  ///< every task of both lists in exactly one; by place in the new list, then the old
  std::size_t unchanged = 0;  ///< how many of `tasks` had no changes when the lists were compared
  friend bool operator==(const PlanDifference&, const PlanDifference&) = default;
};

/// Compares two task lists.
///
/// Units:  names of bodies are compared by their words for area, level and ending in `rules`; in a cascade, the level
///         does not count.
/// Shape:  `compare_plans(x, x)` has no changes. Swapping the lists swaps added and dropped, earlier and later,
///         tightened and loosened, gained and lost, split and merged (of two tasks that changed places, either may be
///         the one that moved). Fingerprints are taken anew from the texts.
/// Cost:   near-linear in the size of the lists: how far each search goes is bounded (see src/compare).
PlanDifference compare_plans(const TaskList& before, const TaskList& after,
                             ComparisonMode mode = ComparisonMode::version,
                             const RulePack& rules = RulePack::builtin());

/// Whether a change is told where nobody asked for it by name: in a cascade, the lower plan is a document of its own,
/// and its head, its sections, the order and the wording are not expected to be those of the superior's.
[[nodiscard]] bool is_told(Change change, ComparisonMode mode);

/// Whether the new plan asks for less than the old one: dropped, deadline later or lost, target loosened or lost.
[[nodiscard]] bool is_weaker(Change change);

/// Takes out the changes that are not in `wanted`.
void keep_changes(PlanDifference& difference, const std::vector<Change>& wanted);

[[nodiscard]] bool has_changes(const PlanDifference& difference);

/// One JSON document by schemas/plan-diff.schema.json: head, sections, and the tasks that have changes.
/// \param before, after  the lists that were compared
void write_json(const PlanDifference& difference, const TaskList& before, const TaskList& after, std::ostream& out);

enum class TextOperation : std::uint8_t { equal, removed, inserted };

/// A stretch of two texts that are compared.
struct TextChange {
  TextOperation operation = TextOperation::equal;
  std::string text;
  friend bool operator==(const TextChange&, const TextChange&) = default;
};

/// How `before` becomes `after`, by Chinese characters and by whole words and numbers of other scripts.
///
/// Shape:  all stretches but the inserted ones are `before`, all but the removed ones are `after`; a removed stretch
/// comes
///         before the inserted one in its place.
/// Cost:   bounded: where the differing middles are longer than about 1,000 × 1,000 words, they are replaced as a
/// whole.
std::vector<TextChange> compare_texts(std::string_view before, std::string_view after);

}  // namespace libparse
