// SPDX-License-Identifier: MIT
#include "planconv/cells.hpp"

#include <algorithm>
#include <initializer_list>

#include "libparse/names.hpp"

namespace planconv {
namespace {

using libparse::Task;

template <typename Values, typename Write>
std::string join(const Values& values, std::string_view separator, const Write& write) {
  std::string out;
  for (const auto& value : values) {
    if (!out.empty()) out += separator;
    out += write(value);
  }
  return out;
}

std::string write_units(const Task& task, libparse::Role role) {
  std::vector<libparse::Responsibility> units;
  std::copy_if(task.responsibilities.begin(), task.responsibilities.end(), std::back_inserter(units),
               [role](const libparse::Responsibility& unit) { return unit.role == role; });
  return join(units, "、", write_unit);
}

// How many bytes of `text` one of `marks` takes at its start; 0 where none stands there.
std::size_t mark_at(std::string_view text, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

std::vector<std::string> split(std::string_view cell, std::initializer_list<std::string_view> separators) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) {
    if (std::string text = trimmed(part); !text.empty()) parts.push_back(std::move(text));
  };
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const std::string_view rest = cell.substr(at);
    if (const std::size_t opening = mark_at(rest, {"(", "（", "〔"})) {
      ++depth;
      at += opening;
    } else if (const std::size_t closing = mark_at(rest, {")", "）", "〕"})) {
      depth = std::max(depth - 1, 0);
      at += closing;
    } else if (const std::size_t separator = depth == 0 ? mark_at(rest, separators) : 0) {
      add(cell.substr(begin, at - begin));
      begin = at += separator;
    } else {
      ++at;
    }
  }
  add(cell.substr(begin));
  return parts;
}

}  // namespace

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::string write_unit(const libparse::Responsibility& unit) {
  return unit.scope.empty() ? unit.name : unit.name + "〔" + unit.scope + "〕";
}

std::string write_target(const libparse::Target& target) {
  const bool has_indicator = target.text.find(target.indicator) != std::string::npos;
  return has_indicator ? target.text : target.indicator + target.text;
}

std::string find_due(const Task& task) {
  std::string due;
  for (const libparse::Time& time : task.times) {
    const bool is_due = time.type != libparse::TimeType::start && time.type != libparse::TimeType::recurrence;
    if (is_due) due = std::max(due, time.end);
  }
  return due;
}

std::string write_cell(Column column, const libparse::TaskList& list, const Task& task, std::size_t number,
                       const Words& words) {
  if (const auto role = role_of(column)) return write_units(task, *role);
  switch (column) {
    case Column::number:
      return std::to_string(number);
    case Column::file:
      return list.document.source.path;
    case Column::id:
      return task.id;
    case Column::path:
      return join(task.path, kPathSeparator, [](const std::string& title) { return title; });
    case Column::title:
      return task.title;
    case Column::text:
      return task.text;
    case Column::times:
      return join(task.times, "；", [](const libparse::Time& time) { return time.text; });
    case Column::due:
      return find_due(task);
    case Column::targets:
      return join(task.targets, "；", write_target);
    case Column::kind:
      return words["kind." + std::string(name_of(task.kind))];
    default:
      return {};
  }
}

std::vector<std::string> split_units(std::string_view cell) { return split(cell, {"、", "，", ",", "；", ";", "\n"}); }

std::vector<std::string> split_values(std::string_view cell) { return split(cell, {"；", ";", "\n"}); }

}  // namespace planconv
