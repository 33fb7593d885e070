// SPDX-License-Identifier: MIT
#include "task/table.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::task {
namespace {

using text::Range;

constexpr std::size_t kFewestColumns = 3;  // two words on two lines are no table
constexpr std::size_t kMostColumns = 10;

/// Cells of a Markdown row, `| a | b |`.
std::vector<Range> piped_cells(std::string_view text, Range line) {
  std::vector<Range> cells;
  for (std::size_t at = line.begin + 1; at < line.end;) {
    const std::size_t bar = std::min(line.end, text.substr(0, line.end).find('|', at));
    Range cell{at, bar};
    while (!cell.empty() && text[cell.begin] == ' ') ++cell.begin;
    while (!cell.empty() && text[cell.end - 1] == ' ') --cell.end;
    cells.push_back(cell);
    at = bar + 1;
  }
  return cells;
}

/// Cells of a row line: parted by bars, by tabs or by at least `gap` spaces.
std::vector<Range> cells_of(std::string_view text, Range line, std::size_t gap) {
  if (!line.empty() && text[line.begin] == '|') return piped_cells(text, line);
  std::vector<Range> cells;
  std::size_t begin = line.begin;
  for (std::size_t at = line.begin; at < line.end;) {
    std::size_t stop = at;
    bool tab = false;
    while (stop < line.end && (text[stop] == ' ' || text[stop] == '\t')) tab = tab || text[stop] == '\t', ++stop;
    if (stop > at && (tab || stop - at >= gap)) {
      cells.push_back({begin, at});
      begin = stop;
    }
    at = stop > at ? stop : text::next(text, at);
  }
  cells.push_back({begin, line.end});
  return cells;
}

/// The number that a serial cell holds, or 0.
int serial_of(std::string_view s) {
  while (!s.empty() && (s.back() == '.' || s.back() == ' ')) s.remove_suffix(1);
  if (s.empty() || s.size() > 3) return 0;
  int n = 0;
  for (const char c : s) {
    if (c < '0' || c > '9') return 0;
    n = n * 10 + (c - '0');
  }
  return n;
}

}  // namespace

TableRow TableReader::row_of(const std::vector<Column>& columns, const std::vector<Range>& cells) {
  TableRow row;
  for (std::size_t c = 0; c < cells.size() && c < columns.size(); ++c) {
    if (cells[c].empty()) continue;
    if (columns[c].kind == ColumnKind::task || (columns[c].kind == ColumnKind::target && !row.task.empty())) {
      row.task = row.task.empty() ? cells[c] : Range{row.task.begin, cells[c].end};
    } else if (columns[c].kind == ColumnKind::target) {
      row.task = cells[c];
    } else if (columns[c].kind == ColumnKind::category) {
      row.above.push_back(cells[c]);
    } else if (columns[c].kind == ColumnKind::nature) {
      row.nature = cells[c];
    } else if (columns[c].kind == ColumnKind::slot && columns[c].label.kind != extract::ColumnLabel::Kind::contact) {
      row.cells.push_back({columns[c].label, cells[c]});
    }
  }
  return row;
}

bool TableReader::read_cell_lines(std::string_view text, const std::vector<Range>& paragraphs, std::size_t at,
                                  Table& table) const {
  std::vector<Column> columns;
  std::size_t line = at;
  for (; line < paragraphs.size() && columns.size() < kMostColumns; ++line) {
    const Column column = columns_.read(text.substr(paragraphs[line].begin, paragraphs[line].size()));
    if (column.kind == ColumnKind::unknown) break;
    if (columns.empty() && column.kind == ColumnKind::slot) return false;  // a slot and its list, no table
    columns.push_back(column);
  }
  if (!ColumnReader::is_header(columns, kFewestColumns)) return false;
  const std::size_t width = columns.size();
  const auto word = [&](std::size_t l) { return text.substr(paragraphs[l].begin, paragraphs[l].size()); };
  table.first = at;
  if (columns.front().kind == ColumnKind::serial) {
    std::size_t row = 0;
    while (line < paragraphs.size() && serial_of(word(line)) == static_cast<int>(row) + 1) {
      std::size_t next = line + 1;  // a row ends where the next number stands, or after as many cells as columns
      std::size_t found = 0;
      for (; next < paragraphs.size() && next - line < width + 6; ++next) {
        if (serial_of(word(next)) == static_cast<int>(row) + 2) {
          found = next;
          break;
        }
      }
      const std::size_t end = found != 0 ? found : std::min(paragraphs.size(), line + width);
      std::vector<Range> cells(paragraphs.begin() + static_cast<std::ptrdiff_t>(line),
                               paragraphs.begin() + static_cast<std::ptrdiff_t>(end));
      while (cells.size() > width) {  // a task cell that runs over lines
        cells[1].end = cells[2].end;
        cells.erase(cells.begin() + 2);
      }
      table.rows.push_back(row_of(columns, cells));
      table.last = end - 1;
      line = end;
      ++row;
    }
  } else {
    for (; line + width <= paragraphs.size(); line += width) {
      if (columns_.read(word(line)).kind != ColumnKind::unknown) continue;  // the heading again, after a page break
      table.rows.push_back(row_of(columns, {paragraphs.begin() + static_cast<std::ptrdiff_t>(line),
                                            paragraphs.begin() + static_cast<std::ptrdiff_t>(line + width)}));
      table.last = line + width - 1;
    }
  }
  return !table.rows.empty();
}

bool TableReader::read_row_lines(std::string_view text, const std::vector<Range>& paragraphs, std::size_t at,
                                 Table& table) const {
  for (const std::size_t gap : {std::size_t{2}, std::size_t{1}}) {
    std::vector<Column> columns;
    for (const Range cell : cells_of(text, paragraphs[at], gap)) {
      columns.push_back(columns_.read(text.substr(cell.begin, cell.size())));
    }
    if (!ColumnReader::is_header(columns, kFewestColumns) || columns.size() > kMostColumns) continue;
    const bool numbered = columns.front().kind == ColumnKind::serial;
    table = {at, at, {}};
    for (std::size_t line = at + 1; line < paragraphs.size(); ++line) {
      std::vector<Range> cells = cells_of(text, paragraphs[line], gap);
      if (text[paragraphs[line].begin] == '|' &&
          text.substr(cells[0].begin, cells[0].size()).find_first_not_of("-:") == std::string_view::npos) {
        table.last = line;  // the rule under a Markdown heading row
        continue;
      }
      const bool is_row = numbered ? serial_of(text.substr(cells[0].begin, cells[0].size())) > 0 && cells.size() >= 3
                                   : cells.size() + 1 >= columns.size();
      if (!is_row) break;
      const std::size_t text_at = numbered ? 1 : 0;
      while (cells.size() > columns.size()) {  // spaces inside the task cell
        cells[text_at].end = cells[text_at + 1].end;
        cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(text_at) + 1);
      }
      table.rows.push_back(row_of(columns, cells));
      table.last = line;
    }
    if (!table.rows.empty()) return true;
  }
  return false;
}

std::vector<Table> TableReader::read(std::string_view text, const std::vector<Range>& paragraphs) const {
  std::vector<Table> out;
  for (std::size_t at = 0; at < paragraphs.size();) {
    Table table;
    if (read_cell_lines(text, paragraphs, at, table) || read_row_lines(text, paragraphs, at, table)) {
      std::erase_if(table.rows, [](const TableRow& row) { return row.task.empty(); });
      at = table.last + 1;
      out.push_back(std::move(table));
    } else {
      ++at;
    }
  }
  return out;
}

}  // namespace libparse::task
