// SPDX-License-Identifier: MIT
#include "input/grid_writer.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::input {

namespace {

constexpr char32_t kIdeographicSpace = 0x3000;
constexpr char32_t kNoBreakSpace = 0xA0;

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == kIdeographicSpace || c == kNoBreakSpace || c == kParagraphEnd;
}

}  // namespace

std::string column_letters(std::size_t column) {
  std::string out;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return out;
}

std::string cell_name(std::size_t row, std::size_t column) { return column_letters(column) + std::to_string(row + 1); }

std::string one_line(std::string_view text) {
  std::string out;
  char32_t before = 0;
  bool space = false;
  bool only_breaks = true;  // what stands between two characters is line breaks and nothing else
  for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
    const char32_t c = text::char_at(text, at);
    if (is_space(c)) {
      space = true;
      only_breaks &= c == '\n' || c == '\r';
      continue;
    }
    if (space && before != 0 && !(only_breaks && text::is_han(before) && text::is_han(c))) out.push_back(' ');
    text::append(out, c);
    before = c;
    space = false;
    only_breaks = true;
  }
  return out;
}

void append_line(SourceText& out, std::string_view text, std::size_t paragraph, const std::string& cell) {
  std::size_t end = text.size();
  while (end > 0 && is_space(text::char_at(text, text::previous(text, end)))) end = text::previous(text, end);
  if (end == 0) return;
  const std::size_t begin = out.utf8.size();
  out.utf8.append(text.substr(0, end)).push_back('\n');
  out.places.push_back({.range = {begin, begin + end}, .paragraph = paragraph, .cell = cell});
}

void append_grid(SourceText& out, std::size_t rows, std::size_t columns, const std::vector<CellText>& cells) {
  Grid grid;
  grid.rows = rows;
  grid.columns = columns;
  grid.range.begin = out.utf8.size();
  for (std::size_t i = 0; i < cells.size();) {
    const std::size_t row = cells[i].row;
    const std::size_t line = out.utf8.size();
    const std::size_t first = grid.cells.size();
    bool filled = false;
    for (; i < cells.size() && cells[i].row == row; ++i) {
      const CellText& cell = cells[i];
      if (grid.cells.size() > first) out.utf8.push_back('\t');
      const std::size_t begin = out.utf8.size();
      out.utf8 += one_line(cell.text);
      const text::Range range{begin, out.utf8.size()};
      grid.cells.push_back({range, cell.row, cell.column, cell.row_span, cell.column_span});
      if (range.empty()) continue;
      filled = true;
      out.places.push_back({.range = range, .paragraph = cell.paragraph, .cell = cell.name});
    }
    if (filled) {
      out.utf8.push_back('\n');
      continue;
    }
    out.utf8.resize(line);
    for (std::size_t j = first; j < grid.cells.size(); ++j) grid.cells[j].range = {line, line};
  }
  grid.range.end = out.utf8.size();
  out.tables.push_back(std::move(grid));
}

}  // namespace libparse::input
