// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "libparse/compare.hpp"
#include "libparse/parse.hpp"

namespace tests {

/// A list of tasks that stand alone in sections 1, 2, 3 … of one place.
inline libparse::TaskList plan_of(std::vector<libparse::Task> tasks) {
  libparse::TaskList list;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (tasks[i].id.empty()) tasks[i].id = std::to_string(i + 1);
  }
  list.tasks = std::move(tasks);
  return list;
}

inline libparse::Task task_of(std::string text) {
  libparse::Task task;
  task.text = std::move(text);
  return task;
}

inline libparse::TaskList plan_of_texts(const std::vector<std::string>& texts) {
  std::vector<libparse::Task> tasks;
  for (const std::string& text : texts) tasks.push_back(task_of(text));
  return plan_of(std::move(tasks));
}

inline libparse::TaskList parse_file(const std::string& path) {
  std::ifstream file(LIBPARSE_SOURCE_DIR "/" + path, std::ios::binary);
  return libparse::parse_notice(std::string{std::istreambuf_iterator<char>(file), {}}).list;
}

/// `change old-ids new-ids subject before after`, separated by tabs, one line for each change.
inline std::vector<std::string> findings(const libparse::PlanDifference& difference, const libparse::TaskList& before,
                                         const libparse::TaskList& after) {
  std::vector<std::string> lines;
  const auto ids = [](const std::vector<std::size_t>& members, const libparse::TaskList& list) {
    std::string joined;
    for (const std::size_t i : members) joined += (joined.empty() ? "" : ",") + list.tasks[i].id;
    return joined;
  };
  const auto add = [&](const libparse::Difference& d, const std::string& old_ids, const std::string& new_ids) {
    lines.push_back(std::string(libparse::name_of(d.change)) + '\t' + old_ids + '\t' + new_ids + '\t' + d.subject +
                    '\t' + d.before + '\t' + d.after);
  };
  for (const auto& d : difference.head) add(d, "", "");
  for (const auto& d : difference.sections) add(d, "", "");
  for (const auto& group : difference.tasks) {
    for (const auto& d : group.changes) add(d, ids(group.before, before), ids(group.after, after));
  }
  return lines;
}

/// The names of all changes, in the order told.
inline std::vector<std::string> change_names(const libparse::TaskList& before, const libparse::TaskList& after,
                                             libparse::ComparisonMode mode = libparse::ComparisonMode::version) {
  std::vector<std::string> names;
  for (const std::string& line : findings(libparse::compare_plans(before, after, mode), before, after))
    names.push_back(line.substr(0, line.find('\t')));
  return names;
}

}  // namespace tests
