// SPDX-License-Identifier: MIT
#include "common/task_table.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/display_text.hpp"
#include "libparse/names.hpp"

namespace tools {
namespace {

using libparse::Comparator;
using libparse::TimeType;

enum Column : std::size_t { id, kind, units, times, targets, text, kColumns };
using Row = std::array<std::string, kColumns>;
using Widths = std::array<std::size_t, kColumns>;

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 72;
constexpr std::size_t kTextLines = 3;  // of a task's text shown
constexpr std::array<std::string_view, 6> kSigns = {">=", "<=", ">", "<", "=", "="};

std::string_view sign_of(Comparator comparator) { return kSigns[static_cast<std::size_t>(comparator)]; }

void append_line(std::string& cell, const std::string& line) {
  if (!cell.empty()) cell += '\n';
  cell += line;
}

std::string join(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : ", ") + part;
  return joined;
}

// One line per role, in the order in which the text names the roles.
std::string units_cell(const libparse::Task& task) {
  std::vector<std::pair<libparse::Role, std::string>> lines;
  for (const libparse::Responsibility& unit : task.responsibilities) {
    const std::string shown = unit.name + (unit.scope.empty() ? "" : " (" + unit.scope + ")");
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.first == unit.role; });
    if (line == lines.end()) {
      lines.emplace_back(unit.role, std::string(libparse::name_of(unit.role)) + ": " + shown);
    } else {
      line->second += ", " + shown;
    }
  }
  std::string cell;
  for (const auto& line : lines) append_line(cell, line.second);
  return cell;
}

std::string time_line(const libparse::Time& time) {
  std::string line;
  switch (time.type) {
    case TimeType::deadline:
      line = time.end.empty() ? "" : "by " + time.end;
      break;
    case TimeType::period:
      line = time.start + " to " + time.end;
      break;
    case TimeType::start:
      line = time.start.empty() ? "" : "from " + time.start;
      break;
    case TimeType::recurrence:
      line = "every " + time.every;
      if (time.count)
        line += " (" + std::string(sign_of(time.count->comparator)) + " " + std::to_string(time.count->value) + "x)";
      if (!time.by.empty()) line += " by " + time.by;
      break;
    case TimeType::relative:
      line = time.within.empty() ? "" : "within " + time.within;
      break;
    case TimeType::ongoing:
    case TimeType::external:
      line = libparse::name_of(time.type);
      break;
  }
  return line.empty() ? time.text : line + " (" + time.text + ")";
}

std::string target_line(const libparse::Target& target) {
  std::string line = target.indicator;
  if (!line.empty()) line += ' ';
  if (target.direction != libparse::Direction::none) line += std::string(libparse::name_of(target.direction)) + ' ';
  line += std::string(sign_of(target.comparator)) + ' ' + target.value.to_string();
  if (target.max) line += ".." + target.max->to_string();
  return line + target.unit;
}

Row make_row(const libparse::Task& task) {
  Row row;
  row[id] = task.id;
  row[kind] = libparse::name_of(task.kind);
  row[units] = units_cell(task);
  for (const libparse::Time& time : task.times) append_line(row[times], time_line(time));
  for (const libparse::Target& target : task.targets) append_line(row[targets], target_line(target));
  row[text] = task.text;
  return row;
}

std::size_t widest_line(std::string_view cell) {
  std::size_t widest = 0;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find('\n'), cell.size());
    widest = std::max(widest, display_width(cell.substr(0, end)));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return widest;
}

// Columns take what they need up to their share; the text takes what is left.
Widths choose_widths(const std::vector<Row>& rows, std::size_t width) {
  Widths widths{};
  for (const Row& row : rows) {
    for (std::size_t c = 0; c < text; ++c) widths[c] = std::max(widths[c], widest_line(row[c]));
  }
  const std::size_t room = width - kGap * (kColumns - 1);
  constexpr Widths kPercent = {14, 0, 25, 15, 15, 0};
  constexpr Widths kLeast = {6, 9, 12, 13, 8, 0};  // a kind, and `by 2025-12-31`, stay in one piece
  for (std::size_t c = 0; c < text; ++c) widths[c] = std::min(widths[c], std::max(room * kPercent[c] / 100, kLeast[c]));
  widths[text] = room - std::accumulate(widths.begin(), widths.begin() + text, std::size_t{0});
  return widths;
}

void write_row(const Row& row, const Widths& widths, std::ostream& out) {
  std::array<std::vector<std::string>, kColumns> cells;
  std::size_t height = 1;
  for (std::size_t c = 0; c < kColumns; ++c) {
    // The text alone may be long: the table shows where it starts.
    const std::string shown = c == text ? clip(row[c], widths[c] * kTextLines - kTextLines) : row[c];
    cells[c] = wrap(shown, widths[c]);
    height = std::max(height, cells[c].size());
  }
  for (std::size_t y = 0; y < height; ++y) {
    std::string line;
    std::size_t column = 0;  // where the next cell starts
    for (std::size_t c = 0; c < kColumns; ++c) {
      if (widths[c] == 0) continue;  // no task has anything there
      if (y < cells[c].size() && !cells[c][y].empty()) {
        line.append(column - display_width(line), ' ');
        line += cells[c][y];
      }
      column += widths[c] + kGap;
    }
    out << line << '\n';
  }
}

void write_head(const libparse::TaskList& list, std::ostream& out, std::size_t width) {
  const libparse::Document& document = list.document;
  for (const std::string& line : wrap(document.title.empty() ? document.source.path : document.title, width)) {
    out << line << '\n';
  }
  std::string facts;
  const auto add = [&](const std::string& fact) {
    if (!fact.empty()) facts += (facts.empty() ? "" : " | ") + fact;
  };
  if (document.doc_number) add(document.doc_number->text);
  add(join(document.issuers));
  add(document.issued_on);
  add(std::to_string(list.tasks.size()) + (list.tasks.size() == 1 ? " task" : " tasks"));
  for (const std::string& line : wrap(facts, width)) out << line << '\n';
}

}  // namespace

void write_task_table(const libparse::TaskList& list, std::ostream& out, std::size_t width) {
  width = std::max(width, kNarrowest);
  write_head(list, out, width);
  if (list.tasks.empty()) return;
  std::vector<Row> rows = {{"id", "kind", "units", "times", "targets", "text"}};
  for (const libparse::Task& task : list.tasks) rows.push_back(make_row(task));
  Widths widths = choose_widths({rows.begin() + 1, rows.end()}, width);
  out << '\n';
  write_row(rows.front(), widths, out);
  out << std::string(width, '-') << '\n';
  std::for_each(rows.begin() + 1, rows.end(), [&](const Row& row) { write_row(row, widths, out); });
}

}  // namespace tools
