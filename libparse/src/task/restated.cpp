// SPDX-License-Identifier: MIT
#include "task/restated.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "libparse/fingerprint.hpp"

namespace libparse::task {
namespace {

constexpr std::size_t kShortest = 24;  // bytes: eight Han characters

constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);

void take_over(Task row, Task& task) {
  for (Responsibility& unit : row.responsibilities) {
    const bool known = std::any_of(task.responsibilities.begin(), task.responsibilities.end(),
                                   [&](const Responsibility& r) { return r.name == unit.name; });
    if (!known) task.responsibilities.push_back(std::move(unit));
  }
  for (Time& time : row.times) {
    const bool known = std::any_of(task.times.begin(), task.times.end(),
                                   [&](const Time& t) { return t.type == time.type && t.text == time.text; });
    if (!known) task.times.push_back(std::move(time));
  }
  task.restated.push_back({row.span, std::move(row.source)});
}

}  // namespace

std::vector<bool> link_restated(std::vector<Task>& tasks, const std::vector<bool>& from_table) {
  std::vector<bool> linked(tasks.size(), false);
  if (std::find(from_table.begin(), from_table.end(), true) == from_table.end()) return linked;
  std::unordered_map<std::string, std::size_t> narrative;  // key to the one task that has it
  const auto know = [&](std::string key, std::size_t t) {
    if (key.size() < kShortest) return;
    const auto [known, is_new] = narrative.emplace(std::move(key), t);
    if (!is_new && known->second != t) known->second = kSeveral;
  };
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    if (from_table[t]) continue;
    know(normalized_body(tasks[t].text), t);
    know(normalized_body(tasks[t].title), t);
  }
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    if (!from_table[t]) continue;
    const auto same = narrative.find(normalized_body(tasks[t].text));
    if (same == narrative.end() || same->second == kSeveral) continue;
    take_over(std::move(tasks[t]), tasks[same->second]);
    linked[t] = true;
  }
  return linked;
}

}  // namespace libparse::task
