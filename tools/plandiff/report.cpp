// SPDX-License-Identifier: MIT
#include "plandiff/report.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "common/display_text.hpp"

namespace plandiff {

extern const std::string_view kWordsZh;  // page/words.*.txt, embedded by CMake
extern const std::string_view kWordsEn;

namespace {

using libparse::Change;

constexpr std::size_t kTitleColumns = 60;  // of the text that stands in for a missing title

std::string joined_ids(const std::vector<std::size_t>& members, const libparse::TaskList& list) {
  std::string ids;
  for (const std::size_t i : members) ids += (ids.empty() ? "" : ", ") + list.tasks[i].id;
  return ids;
}

}  // namespace

Words::Words(Language language) {
  std::string_view text = language == Language::zh ? kWordsZh : kWordsEn;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    words_.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
}

std::string Words::of(const std::string& key) const {
  const auto found = words_.find(key);
  return found == words_.end() ? key : found->second;
}

Line Report::line_of(const libparse::Difference& change) const {
  Line line{change.change, label_of(change.change), change.subject, change.before, change.after, {}};
  const auto translate = [&](const std::string& family, std::string& word) {
    if (!word.empty()) word = words.of(family + word);
  };
  if (change.change == Change::role_changed || change.change == Change::unit_added ||
      change.change == Change::unit_removed) {
    translate("role.", line.before);
    translate("role.", line.after);
  }
  if (change.change == Change::kind_changed) {
    translate("kind.", line.before);
    translate("kind.", line.after);
  }
  if (change.change == Change::unit_added || change.change == Change::unit_removed) {  // 县财政局（配合）
    line.note = line.before + line.after;
    line.before.clear();
    line.after.clear();
  }
  if (change.days) {
    line.note = words.of(*change.days > 0 ? "report.days-later" : "report.days-earlier");
    const std::size_t at = line.note.find("{}");
    if (at != std::string::npos) line.note.replace(at, 2, std::to_string(std::abs(*change.days)));
  }
  return line;
}

std::string Report::label_of(Change change) const {
  const std::string name(libparse::name_of(change));
  if (difference.mode == libparse::ComparisonMode::cascade && (change == Change::dropped || change == Change::added))
    return words.of("cascade." + name);
  return words.of("change." + name);
}

std::string Report::ids_of(const libparse::TaskDifference& group) const {
  const std::string old_ids = joined_ids(group.before, before), new_ids = joined_ids(group.after, after);
  if (old_ids.empty()) return new_ids;
  if (new_ids.empty() || old_ids == new_ids) return old_ids;
  return old_ids + " → " + new_ids;
}

std::string Report::title_of(const libparse::TaskDifference& group) const {
  if (group.after.size() == 1) return plandiff::title_of(after.tasks[group.after.front()]);
  return plandiff::title_of(before.tasks[group.before.front()]);
}

std::string Report::side(const std::string& key) const {
  return words.of("report." + key + '.' + std::string(libparse::name_of(difference.mode)));
}

std::vector<std::pair<Change, std::size_t>> Report::counts() const {
  std::map<Change, std::size_t> counted;
  const auto count = [&](const std::vector<libparse::Difference>& changes) {
    for (const libparse::Difference& d : changes) ++counted[d.change];
  };
  count(difference.head);
  count(difference.sections);
  for (const libparse::TaskDifference& group : difference.tasks) count(group.changes);
  return {counted.begin(), counted.end()};
}

std::string title_of(const libparse::Task& task) {
  return tools::printable(task.title.empty() ? tools::clip(task.text, kTitleColumns) : task.title);
}

bool is_stronger(Change change) {
  return change == Change::added || change == Change::deadline_earlier || change == Change::deadline_gained ||
         change == Change::target_tightened || change == Change::target_gained;
}

bool is_one_to_one(const libparse::TaskDifference& group) {
  return group.before.size() == 1 && group.after.size() == 1;
}

}  // namespace plandiff
