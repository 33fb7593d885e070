// SPDX-License-Identifier: MIT
#include "compare/places.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "libparse/fingerprint.hpp"

namespace libparse::compare {
namespace {

constexpr char kSeparator = '\n';        // cannot be in a normalised text
constexpr std::size_t kFewestVotes = 2;  // tasks that must have gone the same way before a section counts as renamed

std::string join(const std::vector<Places::Level>& levels, std::size_t count) {
  std::string key;
  for (std::size_t i = 0; i < count; ++i) key += levels[i].key + kSeparator;
  return key;
}

using Pair = std::pair<std::string, std::string>;

/// Old section keys → new ones for sections that got another title: most of their tasks went from one to the other, and
/// neither title is in the other list.
class Renaming {
 public:
  Renaming(const Places& before, const Places& after, const PlanDifference& difference) {
    std::map<Pair, std::size_t> votes;
    std::unordered_set<std::string> old_keys, new_keys;
    for (const TaskDifference& group : difference.tasks) {
      for (const std::size_t i : group.before) old_keys.insert(before.key(i));
      for (const std::size_t k : group.after) new_keys.insert(after.key(k));
      if (group.before.size() == 1 && group.after.size() == 1)
        ++votes[{before.key(group.before[0]), after.key(group.after[0])}];
    }
    std::unordered_map<std::string, std::pair<std::size_t, std::string>> best_new, best_old;
    for (const auto& [pair, count] : votes) {
      auto& to = best_new[pair.first];
      if (count > to.first) to = {count, pair.second};
      auto& from = best_old[pair.second];
      if (count > from.first) from = {count, pair.first};
    }
    for (const auto& [pair, count] : votes) {
      if (count >= kFewestVotes && best_new[pair.first].second == pair.second &&
          best_old[pair.second].second == pair.first && !new_keys.contains(pair.first) &&
          !old_keys.contains(pair.second) && !pair.first.empty() && !pair.second.empty()) {
        renamed_.insert(pair);
      }
    }
  }
  [[nodiscard]] bool has(const std::string& old_key, const std::string& new_key) const {
    return renamed_.contains({old_key, new_key});
  }

 private:
  std::set<Pair> renamed_;
};

/// The first level in which two rows of sections differ.
void add_renamed(const std::vector<Places::Level>& a, const std::vector<Places::Level>& b, std::set<Pair>& told,
                 std::vector<Difference>& sections) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i].key == b[i].key) continue;
    if (told.insert({a[i].text, b[i].text}).second)
      sections.push_back({Change::section_renamed, {}, a[i].text, b[i].text, {}});
    return;
  }
}

/// A section that both lists have, and the texts of its label and title in them.
struct SharedSection {
  std::string parent;
  std::string before;
  std::string after;
  std::size_t place_after = 0;
};

void add_moved_sections(const Places& before, const Places& after, const PlanDifference& difference,
                        std::vector<Difference>& sections) {
  std::vector<std::size_t> old_tasks, new_tasks;
  for (const TaskDifference& group : difference.tasks) {
    old_tasks.insert(old_tasks.end(), group.before.begin(), group.before.end());
    new_tasks.insert(new_tasks.end(), group.after.begin(), group.after.end());
  }
  std::sort(old_tasks.begin(), old_tasks.end());
  std::sort(new_tasks.begin(), new_tasks.end());
  std::unordered_map<std::string, std::pair<std::size_t, std::string>> of_after;  // key → place and text
  for (const std::size_t k : new_tasks) {
    const auto& levels = after.of(k);
    for (std::size_t n = 1; n <= levels.size(); ++n)
      of_after.try_emplace(join(levels, n), of_after.size(), levels[n - 1].text);
  }
  std::map<std::string, std::vector<SharedSection>> by_parent;
  std::unordered_set<std::string> seen;
  for (const std::size_t i : old_tasks) {
    const auto& levels = before.of(i);
    for (std::size_t n = 1; n <= levels.size(); ++n) {
      const std::string key = join(levels, n);
      const auto found = of_after.find(key);
      if (found == of_after.end() || !seen.insert(key).second) continue;
      const std::string parent = join(levels, n - 1);
      by_parent[parent].push_back({parent, levels[n - 1].text, found->second.second, found->second.first});
    }
  }
  for (const auto& [parent, shared] : by_parent) {
    std::vector<std::size_t> sequence;
    for (const SharedSection& section : shared) sequence.push_back(section.place_after);
    const std::vector<bool> stays = in_order(sequence);
    for (std::size_t i = 0; i < shared.size(); ++i) {
      if (!stays[i]) sections.push_back({Change::section_moved, {}, shared[i].before, shared[i].after, {}});
    }
  }
}

}  // namespace

Places::Places(const TaskList& list) {
  std::unordered_map<std::string, std::size_t> tasks_in;
  std::unordered_set<std::string> parents;
  for (const Task& task : list.tasks) ++tasks_in[task.section];
  for (const Section& section : list.sections) parents.insert(section.parent);
  std::unordered_map<std::string, std::string> normalized;  // sections come back in every task below them
  for (const Task& task : list.tasks) {
    auto& levels = of_task_.emplace_back();
    for (const std::string& text : task.path) {
      auto [key, is_new] = normalized.try_emplace(text);
      if (is_new) key->second = normalized_body(text);
      levels.push_back({key->second, text});
    }
    const bool is_own = !task.section.empty() && tasks_in[task.section] == 1 && !parents.contains(task.section);
    if (is_own && !levels.empty()) levels.pop_back();
    keys_.push_back(join(levels, levels.size()));
  }
}

std::string Places::text(std::size_t i) const {
  std::string text;
  for (const Level& level : of_task_[i]) text += (text.empty() ? "" : " > ") + level.text;
  return text;
}

void compare_places(const Places& before, const Places& after, PlanDifference& difference) {
  const Renaming renaming(before, after, difference);
  std::set<Pair> told;
  std::map<std::string, std::vector<std::pair<std::size_t, TaskDifference*>>> stayed;  // by old section
  for (TaskDifference& group : difference.tasks) {
    if (group.before.size() != 1 || group.after.size() != 1) continue;
    const std::size_t i = group.before[0], k = group.after[0];
    const bool is_renamed = renaming.has(before.key(i), after.key(k));
    if (is_renamed) add_renamed(before.of(i), after.of(k), told, difference.sections);
    // A section whose only task it was, and that has more now, counts its heading as a level: compared without it.
    const auto &a = before.of(i), &b = after.of(k);
    const std::size_t shorter = std::min(a.size(), b.size());
    const bool is_same = before.key(i) == after.key(k) ||
                         (std::max(a.size(), b.size()) == shorter + 1 && join(a, shorter) == join(b, shorter));
    if (is_same || is_renamed) {
      stayed[before.key(i)].emplace_back(i, &group);
    } else {
      group.changes.push_back({Change::moved, {}, before.text(i), after.text(k), {}});
    }
  }
  for (auto& [section, tasks] : stayed) {
    std::sort(tasks.begin(), tasks.end());
    std::vector<std::size_t> sequence;
    for (const auto& [i, group] : tasks) sequence.push_back(group->after[0]);
    const std::vector<bool> stays = in_order(sequence);
    for (std::size_t n = 0; n < tasks.size(); ++n) {
      const auto& [i, group] = tasks[n];
      if (!stays[n]) group->changes.push_back({Change::moved, {}, before.text(i), after.text(group->after[0]), {}});
    }
  }
  add_moved_sections(before, after, difference, difference.sections);
}

std::vector<bool> in_order(const std::vector<std::size_t>& sequence) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> last;  // index of the smallest last element of an increasing row, by its length
  std::vector<std::size_t> previous(sequence.size(), kNone);
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    const auto at = std::lower_bound(last.begin(), last.end(), sequence[i],
                                     [&](std::size_t a, std::size_t value) { return sequence[a] < value; });
    if (at != last.begin()) previous[i] = *(at - 1);
    if (at == last.end()) {
      last.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<bool> kept(sequence.size(), false);
  for (std::size_t i = last.empty() ? kNone : last.back(); i != kNone; i = previous[i]) kept[i] = true;
  return kept;
}

}  // namespace libparse::compare
