// SPDX-License-Identifier: MIT
#include "planconv/filter.hpp"

#include <algorithm>

namespace planconv {
namespace {

bool names_unit(const libparse::Task& task, const std::string& text) {
  return std::any_of(task.responsibilities.begin(), task.responsibilities.end(), [&](const auto& unit) {
    return unit.organization.find(text) != std::string::npos || unit.name.find(text) != std::string::npos ||
           unit.canonical.find(text) != std::string::npos;
  });
}

bool is_wanted(const libparse::Task& task, const Options& options) {
  const auto& kinds = options.kinds;
  if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), task.kind) == kinds.end()) return false;
  return options.units.empty() || std::any_of(options.units.begin(), options.units.end(),
                                              [&](const std::string& text) { return names_unit(task, text); });
}

}  // namespace

void keep_wanted_tasks(libparse::TaskList& list, const Options& options) {
  std::erase_if(list.tasks, [&](const libparse::Task& task) { return !is_wanted(task, options); });
}

}  // namespace planconv
