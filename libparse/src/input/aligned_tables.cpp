// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "input/page_tables.hpp"

namespace libparse::input {
namespace {

constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kFewestColumns = 3;

/// Columns that the segments of some lines stand in, from left to right.
struct Columns {
  std::vector<Box> boxes;

  /// Takes a line in, or says no: where a segment would bridge two columns, or stand between them.
  bool take(const SegmentLine& line) {
    std::vector<Box> tried = boxes;
    std::size_t at = 0;
    for (const Segment& segment : line) {
      while (at < tried.size() && tried[at].x1 <= segment.box.x0) ++at;
      if (at == tried.size() || tried[at].x0 >= segment.box.x1) return false;
      if (at + 1 < tried.size() && tried[at + 1].x0 < segment.box.x1) return false;
      tried[at].include(segment.box);
    }
    boxes = std::move(tried);
    return true;
  }
};

}  // namespace

std::optional<PageTable> find_aligned_table(const std::vector<SegmentLine>& lines, std::size_t first, std::size_t page,
                                            std::size_t& end) {
  if (lines[first].size() < kFewestColumns) return std::nullopt;
  Columns columns;
  for (const Segment& segment : lines[first]) columns.boxes.push_back(segment.box);
  std::size_t last = first + 1;
  std::size_t rows = 1;
  for (; last < lines.size(); ++last) {
    const SegmentLine& line = lines[last];
    const double size = line.front().glyphs.front().size;
    if (line.front().box.y0 - lines[last - 1].front().box.y1 > 2.5 * size) break;
    // A line of prose under the table starts at the first column and runs on.
    if (!columns.take(line)) break;
    if (line.size() + 1 >= columns.boxes.size()) ++rows;
  }
  // A line in the first column alone, at the end, is no row but the next paragraph.
  while (last > first && lines[last - 1].size() == 1 && lines[last - 1].front().box.x0 < columns.boxes[0].x1) --last;
  if (rows < kFewestRows) return std::nullopt;

  PageTable table;
  table.box = lines[first].front().box;
  table.borders.push_back(columns.boxes.front().x0);
  for (std::size_t i = 1; i < columns.boxes.size(); ++i)
    table.borders.push_back((columns.boxes[i - 1].x1 + columns.boxes[i].x0) / 2);
  table.borders.push_back(columns.boxes.back().x1);
  const std::size_t width = table.columns();
  for (std::size_t i = first; i < last; ++i) {
    std::vector<SegmentLine> parts(width);
    for (const Segment& segment : lines[i]) {
      table.box.include(segment.box);
      const auto after = std::upper_bound(table.borders.begin() + 1, table.borders.end() - 1, segment.box.center_x());
      parts[static_cast<std::size_t>(after - table.borders.begin()) - 1].push_back(segment);
    }
    // Cells that wrap leave the first column of their further lines empty.
    const bool continues = table.rows > 0 && parts[0].empty();
    if (!continues) {
      ++table.rows;
      for (std::size_t column = 0; column < width; ++column)
        table.cells.push_back({.row = table.rows - 1, .column = column, .page = page, .ended = true});
    }
    for (std::size_t column = 0; column < width; ++column) {
      if (!parts[column].empty())
        append_line(table.cells[(table.rows - 1) * width + column].text, make_line(parts[column], true).text);
    }
  }
  end = last;
  return table;
}

}  // namespace libparse::input
