// SPDX-License-Identifier: MIT
#include "planconv/row_editor.hpp"

#include <algorithm>

#include "libparse/fingerprint.hpp"
#include "libparse/names.hpp"
#include "planconv/cells.hpp"
#include "planconv/unicode.hpp"

namespace planconv {
namespace {

using libparse::Error;
using libparse::ErrorCode;
using libparse::Responsibility;
using libparse::Task;
using libparse::Time;

libparse::TaskKind find_kind(const std::string& word) {
  for (const std::string_view name : libparse::kNames<libparse::TaskKind>) {
    for (const Language language : {Language::zh, Language::en}) {
      const bool is_word = word == name || word == Words(language)["kind." + std::string(name)];
      if (is_word) return *libparse::find_named<libparse::TaskKind>(name);
    }
  }
  throw CellError('`' + word + "` is none of task, goal, phase, safeguard");
}

// Workbooks do not keep carriage returns.
bool is_same(std::string a, std::string b) {
  std::erase(a, '\r');
  std::erase(b, '\r');
  return a == b;
}

std::vector<std::string> split_path(std::string_view cell) {
  std::vector<std::string> path;
  for (;;) {
    const std::size_t end = cell.find(kPathSeparator);
    if (std::string part = trimmed(cell.substr(0, end)); !part.empty()) path.push_back(std::move(part));
    if (end == std::string_view::npos) return path;
    cell.remove_prefix(end + kPathSeparator.size());
  }
}

}  // namespace

std::string RowEditor::cell(const TableRow& row, Column column) const {
  const auto found = std::find(table_.columns.begin(), table_.columns.end(), column);
  const auto at = static_cast<std::size_t>(found - table_.columns.begin());
  return found == table_.columns.end() || at >= row.cells.size() ? std::string{} : trimmed(row.cells[at]);
}

Task RowEditor::edit(const Task& task, const TableRow& row, Problems& problems) const {
  static const Words words(Language::zh);
  Task edited = task;
  const auto apply = [&](Column column) {
    const auto found = std::find(table_.columns.begin(), table_.columns.end(), column);
    if (found == table_.columns.end()) return;
    const std::string text = cell(row, column);
    if (is_same(text, trimmed(write_cell(column, list_, task, 0, words)))) return;
    try {
      set(edited, column, text);
    } catch (const CellError& error) {
      problems.emplace_back(ErrorCode::format, shown_column(column) + ": " + error.what(),
                            table_.path + ':' + std::to_string(row.number));
    }
  };
  for (std::size_t i = 0; i < kColumnNames.size(); ++i) apply(static_cast<Column>(i));
  if (edited.text != task.text) edited.fingerprint = libparse::fingerprint(edited.text);
  if (edited != task) edited.explain.reset();
  return edited;
}

// In the order of the enumeration, so that `due` is looked at behind `times`.
void RowEditor::set(Task& task, Column column, const std::string& cell) const {
  if (!is_utf8(cell)) throw CellError("is no UTF-8");
  if (const auto role = role_of(column)) return set_units(task, *role, cell);
  switch (column) {
    case Column::path:
      task.path = split_path(cell);
      return;
    case Column::title:
      task.title = cell;
      return;
    case Column::text:
      task.text = cell;
      return;
    case Column::times:
      return set_times(task, cell);
    case Column::due:
      return set_due(task, cell);
    case Column::targets:
      task.targets = reader_.read_targets(cell, task.targets);
      return;
    case Column::kind:
      task.kind = find_kind(cell);
      return;
    default:  // number, file and id say which row it is; notes are for people
      return;
  }
}

// The units of the role stand where its first one stood.
void RowEditor::set_units(Task& task, libparse::Role role, const std::string& cell) const {
  std::vector<Responsibility> units = reader_.read_units(cell, role, task.responsibilities);
  auto& all = task.responsibilities;
  const auto has_role = [role](const Responsibility& unit) { return unit.role == role; };
  const auto at = std::find_if(all.begin(), all.end(), has_role) - all.begin();
  std::erase_if(all, has_role);
  all.insert(all.begin() + at, std::make_move_iterator(units.begin()), std::make_move_iterator(units.end()));
}

void RowEditor::set_times(Task& task, const std::string& cell) const {
  const std::vector<Time> before = task.times;
  std::vector<Time> times = reader_.read_times(cell, before);
  for (libparse::Target& target : task.targets) {
    if (!target.by || *target.by >= before.size()) continue;
    const auto same = std::find(times.begin(), times.end(), before[*target.by]);
    target.by.reset();
    if (same != times.end()) target.by = static_cast<std::size_t>(same - times.begin());
  }
  task.times = std::move(times);
}

// The due date follows from the times. It is new only where they have no end at all.
void RowEditor::set_due(Task& task, const std::string& cell) const {
  const std::string due = find_due(task);
  if (cell == due || cell.empty()) return;
  Task read;  // 2025/12/31 and the like are what spreadsheets make of dates
  read.times = reader_.read_times(cell, {});
  const std::string found = find_due(read);
  if (found.empty()) throw CellError('`' + cell + "` is no date; write it as 2025-12-31");
  if (found == due) return;
  if (!due.empty()) throw CellError('`' + cell + "` is not what the times come to, " + due + "; change the times");
  task.times.insert(task.times.end(), read.times.begin(), read.times.end());
}

}  // namespace planconv
