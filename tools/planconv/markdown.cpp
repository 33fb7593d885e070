// SPDX-License-Identifier: MIT
#include "planconv/markdown.hpp"

#include "planconv/cells.hpp"
#include "planconv/facts.hpp"
#include "planconv/table.hpp"

namespace planconv {
namespace {

using libparse::Task;
using libparse::TaskList;

// CommonMark 0.30, section 2.4: any ASCII punctuation may be escaped. Line breaks would end the row or the heading.
std::string escaped(const std::string& text) {
  constexpr std::string_view kMarks = "\\`*_[]<>|~#&!";
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') {
      out += "<br>";
      continue;
    }
    if (kMarks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) out += (cell.empty() ? "| " : "| " + escaped(cell) + ' ');
  out += "|\n";
}

void append_table_head(std::string& out, const std::vector<Column>& columns, const Words& words) {
  append_row(out, write_header(columns, words));
  for (std::size_t i = 0; i < columns.size(); ++i) out += "|---";
  out += "|\n";
}

void append_list(std::string& out, const TaskList& list, const std::vector<Column>& columns, const Words& words) {
  const std::string& title = list.document.title;
  out += "# " + escaped(title.empty() ? words["document.title"] : title) + "\n\n";
  const std::vector<Fact> facts = find_facts(list.document, words);
  for (const Fact& fact : facts) out += "- " + escaped(write_fact(fact, words)) + '\n';
  if (!facts.empty()) out += '\n';

  std::string section;
  std::size_t number = 0;
  for (const Task& task : list.tasks) {
    const std::string first = task.path.empty() ? std::string{} : task.path.front();
    if (number == 0 || first != section) {
      if (number > 0) out += '\n';
      if (!first.empty()) out += "## " + escaped(first) + "\n\n";
      append_table_head(out, columns, words);
      section = first;
    }
    ++number;
    std::vector<std::string> cells;
    for (const Column column : columns) cells.push_back(write_cell(column, list, task, number, words));
    append_row(out, cells);
  }
}

}  // namespace

std::string write_markdown(const std::vector<TaskList>& lists, const std::vector<Column>& columns, const Words& words) {
  std::string out;
  for (const TaskList& list : lists) {
    if (!out.empty()) out += '\n';
    append_list(out, list, columns, words);
  }
  return out;
}

}  // namespace planconv
