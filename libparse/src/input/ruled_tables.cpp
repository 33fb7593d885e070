// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "input/page_tables.hpp"

namespace libparse::input {
namespace {

constexpr double kSnap = 3;                 ///< points: borders this close are one border
constexpr double kShortest = 6;             ///< points: shorter rulings are ornaments
constexpr std::size_t kMostCells = 50'000;  ///< elementary cells of one table

/// A border at `at`, from `begin` to `end` along the other axis.
struct Border {
  double at;
  double begin;
  double end;
};

/// A stretch of the page, from top to bottom, in which upright borders stand.
struct Band {
  double top;
  double bottom;
  std::vector<Border> upright;
  std::vector<Border> level;
};

std::vector<double> snapped(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> places;
  for (const double value : values)
    if (places.empty() || value - places.back() > kSnap) places.push_back(value);
  return places;
}

/// Index of the place that `value` snaps to or, between places, of the one before it.
std::size_t place_of(const std::vector<double>& places, double value) {
  const auto after = std::upper_bound(places.begin(), places.end(), value + kSnap);
  return after == places.begin() ? 0 : static_cast<std::size_t>(after - places.begin()) - 1;
}

std::vector<Band> find_bands(const std::vector<Ruling>& rulings) {
  std::vector<Border> upright;
  std::vector<Border> level;
  for (const Ruling& ruling : rulings) {
    const Box& box = ruling.box;
    if (ruling.horizontal() && box.width() >= kShortest) level.push_back({box.center_y(), box.x0, box.x1});
    if (!ruling.horizontal() && box.height() >= kShortest) upright.push_back({box.center_x(), box.y0, box.y1});
  }
  std::sort(upright.begin(), upright.end(), [](const Border& a, const Border& b) { return a.begin < b.begin; });
  std::sort(level.begin(), level.end(), [](const Border& a, const Border& b) { return a.at < b.at; });
  std::vector<Band> bands;
  for (const Border& border : upright) {
    if (bands.empty() || border.begin > bands.back().bottom + kSnap)
      bands.push_back({border.begin, border.end, {}, {}});
    bands.back().bottom = std::max(bands.back().bottom, border.end);
    bands.back().upright.push_back(border);
  }
  std::size_t band = 0;
  for (const Border& border : level) {
    while (band < bands.size() && bands[band].bottom + kSnap < border.at) ++band;
    if (band == bands.size()) break;
    if (border.at >= bands[band].top - kSnap) bands[band].level.push_back(border);
  }
  return bands;
}

/// Which cells of a lattice are parted from their neighbours on the right and below.
class Lattice {
 public:
  explicit Lattice(const Band& band) {
    std::vector<double> xs;
    std::vector<double> ys{band.top, band.bottom};
    for (const Border& border : band.upright) xs.push_back(border.at);
    for (const Border& border : band.level) ys.push_back(border.at);
    const auto [left, right] = std::minmax_element(xs.begin(), xs.end());
    double outer_left = *left;
    double outer_right = *right;
    for (const Border& border : band.level) {  // a table may be open at its sides
      if (border.begin > *right || border.end < *left) continue;
      outer_left = std::min(outer_left, border.begin);
      outer_right = std::max(outer_right, border.end);
    }
    if (outer_left < *left - 2 * kSnap || outer_right > *right + 2 * kSnap) {
      const double most_right = *right;
      if (outer_left < *left - 2 * kSnap) xs.push_back(outer_left);
      if (outer_right > most_right + 2 * kSnap) xs.push_back(outer_right);
    }
    xs_ = snapped(std::move(xs));
    ys_ = snapped(std::move(ys));
    if (columns() == 0 || rows() == 0 || columns() > kMostCells / rows()) {
      xs_.clear();
      return;
    }
    right_.resize(rows() * columns());
    below_.resize(rows() * columns());
    for (const Border& border : band.upright)
      mark(border, xs_, ys_, right_, [&](std::size_t x, std::size_t y) { return y * columns() + x - 1; });
    for (const Border& border : band.level)
      mark(border, ys_, xs_, below_, [&](std::size_t y, std::size_t x) { return (y - 1) * columns() + x; });
    drop_unused();
  }

  [[nodiscard]] std::size_t columns() const { return xs_.empty() ? 0 : xs_.size() - 1; }
  [[nodiscard]] std::size_t rows() const { return ys_.empty() ? 0 : ys_.size() - 1; }
  [[nodiscard]] const std::vector<double>& xs() const { return xs_; }
  [[nodiscard]] const std::vector<double>& ys() const { return ys_; }
  [[nodiscard]] bool parted_right(std::size_t row, std::size_t column) const {
    return column + 1 == columns() || right_[row * columns() + column];
  }
  [[nodiscard]] bool parted_below(std::size_t row, std::size_t column) const {
    return row + 1 == rows() || below_[row * columns() + column];
  }

 private:
  /// Marks the sides of cells that a border covers for at least half their length.
  template <typename Index>
  static void mark(const Border& border, const std::vector<double>& across, const std::vector<double>& along,
                   std::vector<bool>& sides, Index index) {
    const std::size_t at = place_of(across, border.at);
    if (at == 0 || std::abs(across[at] - border.at) > 2 * kSnap) return;
    for (std::size_t i = place_of(along, border.begin); i + 1 < along.size() && along[i] < border.end; ++i) {
      const double covered = std::min(border.end, along[i + 1]) - std::max(border.begin, along[i]);
      if (covered > 0.5 * (along[i + 1] - along[i])) sides[index(at, i)] = true;
    }
  }

  /// Leaves out rows and columns that nothing parts: an underlined word makes no row.
  void drop_unused() {
    std::vector<std::size_t> kept_rows;
    std::vector<std::size_t> kept_columns;
    for (std::size_t row = 0; row < rows(); ++row) {
      bool used = row + 1 == rows();
      for (std::size_t column = 0; column < columns() && !used; ++column) used = parted_below(row, column);
      if (used) kept_rows.push_back(row);
    }
    for (std::size_t column = 0; column < columns(); ++column) {
      bool used = column + 1 == columns();
      for (std::size_t row = 0; row < rows() && !used; ++row) used = parted_right(row, column);
      if (used) kept_columns.push_back(column);
    }
    std::vector<double> xs{xs_.front()};
    std::vector<double> ys{ys_.front()};
    for (const std::size_t column : kept_columns) xs.push_back(xs_[column + 1]);
    for (const std::size_t row : kept_rows) ys.push_back(ys_[row + 1]);
    std::vector<bool> right;
    std::vector<bool> below;
    for (const std::size_t row : kept_rows) {
      for (const std::size_t column : kept_columns) {
        right.push_back(parted_right(row, column));
        below.push_back(parted_below(row, column));
      }
    }
    xs_ = std::move(xs), ys_ = std::move(ys);
    right_ = std::move(right), below_ = std::move(below);
  }

  std::vector<double> xs_;
  std::vector<double> ys_;
  std::vector<bool> right_;
  std::vector<bool> below_;
};

/// The cells of a lattice. `owner` tells for every elementary cell which one it belongs to.
///
/// A cell first runs to the right up to a border, then down as long as no border parts it over its whole width and the
/// borders at its sides go on; so every cell is a rectangle, whatever was drawn.
std::vector<TableCell> merge_cells(const Lattice& lattice, std::vector<std::size_t>& owner) {
  constexpr std::size_t kNone = SIZE_MAX;
  const std::size_t columns = lattice.columns();
  owner.assign(lattice.rows() * columns, kNone);
  std::vector<TableCell> cells;
  for (std::size_t row = 0; row < lattice.rows(); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      if (owner[row * columns + column] != kNone) continue;
      std::size_t last = column;
      while (!lattice.parted_right(row, last) && owner[row * columns + last + 1] == kNone) ++last;
      const auto goes_down = [&](std::size_t from) {
        for (std::size_t c = column; c <= last; ++c)
          if (lattice.parted_below(from, c) || (c < last && lattice.parted_right(from + 1, c))) return false;
        return lattice.parted_right(from + 1, last) && (column == 0 || lattice.parted_right(from + 1, column - 1));
      };
      std::size_t bottom = row;
      while (goes_down(bottom)) ++bottom;
      for (std::size_t r = row; r <= bottom; ++r)
        for (std::size_t c = column; c <= last; ++c) owner[r * columns + c] = cells.size();
      cells.push_back({.row = row, .column = column, .row_span = bottom - row + 1, .column_span = last - column + 1});
    }
  }
  return cells;
}

/// Fills a cell with the text of its glyphs.
void write_cell(TableCell& cell, std::vector<Glyph> glyphs, double left, double right) {
  TextLine before;
  const std::vector<SegmentLine> lines = find_lines(std::move(glyphs));
  double most_left = right;
  double most_right = left;
  for (const SegmentLine& segments : lines) {
    most_left = std::min(most_left, segments.front().box.x0);
    most_right = std::max(most_right, segments.back().box.x1);
  }
  for (const SegmentLine& segments : lines) {
    TextLine line = make_line(segments, true);
    // A line that had room for more, while the others start at the same edge, was ended by its author.
    const bool ended = !cell.text.empty() && most_right - before.box.x1 > 2 * before.size &&
                       std::abs(before.box.x0 - line.box.x0) < 0.5 * line.size && line.box.x0 - most_left < line.size;
    if (ended) cell.text += ' ';
    append_line(cell.text, line.text);
    before = std::move(line);
  }
  cell.ended = cell.text.empty() || right - before.box.x1 > 2.5 * before.size;
}

}  // namespace

std::vector<PageTable> take_ruled_tables(PageContent& content) {
  struct Found {
    Lattice lattice;
    std::vector<TableCell> cells;
    std::vector<std::size_t> owner;
    std::vector<std::vector<Glyph>> inside;  ///< of each cell
  };
  std::vector<Found> found;  // from top to bottom, and no two beside each other
  for (const Band& band : find_bands(content.rulings)) {
    Lattice lattice(band);
    if (lattice.columns() < 2 || lattice.rows() == 0) continue;
    std::vector<std::size_t> owner;
    std::vector<TableCell> cells = merge_cells(lattice, owner);
    if (cells.size() < 2) continue;
    std::vector<std::vector<Glyph>> inside(cells.size());
    found.push_back({std::move(lattice), std::move(cells), std::move(owner), std::move(inside)});
  }
  if (found.empty()) return {};

  std::vector<Glyph> outside;
  for (Glyph& glyph : content.glyphs) {
    const double x = glyph.box.center_x();
    const double y = glyph.box.center_y();
    const auto table =
        std::partition_point(found.begin(), found.end(), [&](const Found& f) { return f.lattice.ys().back() < y; });
    if (table == found.end() || y < table->lattice.ys().front() || x < table->lattice.xs().front() ||
        x > table->lattice.xs().back()) {
      outside.push_back(glyph);
      continue;
    }
    const auto index = [](const std::vector<double>& places, double value) {
      const auto after = std::upper_bound(places.begin() + 1, places.end() - 1, value);
      return static_cast<std::size_t>(after - places.begin()) - 1;
    };
    const Lattice& lattice = table->lattice;
    table->inside[table->owner[index(lattice.ys(), y) * lattice.columns() + index(lattice.xs(), x)]].push_back(glyph);
  }

  std::vector<PageTable> tables;
  for (Found& table : found) {
    const std::vector<double>& xs = table.lattice.xs();
    const auto filled =
        std::count_if(table.inside.begin(), table.inside.end(), [](const auto& g) { return !g.empty(); });
    if (filled < 2) {  // a frame or an ornament
      for (auto& glyphs : table.inside) outside.insert(outside.end(), glyphs.begin(), glyphs.end());
      continue;
    }
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      TableCell& cell = table.cells[i];
      cell.page = content.number;
      write_cell(cell, std::move(table.inside[i]), xs[cell.column], xs[cell.column + cell.column_span]);
    }
    const std::vector<double>& ys = table.lattice.ys();
    tables.push_back(
        {{xs.front(), ys.front(), xs.back(), ys.back()}, xs, table.lattice.rows(), std::move(table.cells)});
  }
  content.glyphs = std::move(outside);
  return tables;
}

}  // namespace libparse::input
