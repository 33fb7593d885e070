// SPDX-License-Identifier: MIT
#include <algorithm>

#include "common/display_text.hpp"
#include "libparse/names.hpp"
#include "planview/charts.hpp"
#include "planview/matrix.hpp"
#include "planview/page_files.hpp"
#include "planview/svg.hpp"

namespace planview {
namespace {

// Pixels.
constexpr int kMargin = 12;
constexpr int kCell = 20;
constexpr int kLabelWidth = 232;  // unit and its number of tasks
constexpr int kBandHeight = 20;
constexpr int kIdHeight = 86;  // task ids stand upright
constexpr int kLegendHeight = 30;
constexpr int kLeastWidth = 720;
constexpr std::size_t kUnitColumns = 30;  // of a fixed-pitch font, half the width of an ideograph
constexpr std::size_t kIdColumns = 12;
constexpr std::size_t kRoles = 6;

class MatrixDrawing {
 public:
  MatrixDrawing(const libparse::TaskList& list, Language language)
      : matrix_(lay_out_matrix(list)), language_(language), svg_(width(), height(), "matrix", say("chart.matrix")) {}

  std::string draw(std::string_view style) && {
    if (matrix_.rows.empty()) {
      svg_.element("text", {{"x", kMargin}, {"y", 24}, {"class", "note"}, {"data-word", "chart.no_units"}},
                   say("chart.no_units"));
      return std::move(svg_).finish(style);
    }
    draw_cells();
    draw_heads();
    draw_units();
    draw_legend();
    return std::move(svg_).finish(style);
  }

 private:
  static constexpr int kTop = kLegendHeight + kBandHeight + kIdHeight;

  [[nodiscard]] std::string_view say(std::string_view key) const { return word(language_, key); }
  [[nodiscard]] int width() const { return std::max(kLeastWidth, x_of(matrix_.columns.size()) + kMargin); }
  [[nodiscard]] int height() const {
    return matrix_.rows.empty() ? 40 : kTop + static_cast<int>(matrix_.rows.size()) * kCell + kMargin;
  }
  [[nodiscard]] static int x_of(std::size_t column) { return kLabelWidth + static_cast<int>(column) * kCell; }

  // One shape a role, so that the chart reads without colours.
  void draw_shape(std::size_t role, int x, int y) {
    const auto point = [&](int dx, int dy) { return std::to_string(x + dx) + ',' + std::to_string(y + dy) + ' '; };
    const std::string kind = "role-" + std::string(libparse::name_of(static_cast<libparse::Role>(role)));
    switch (static_cast<libparse::Role>(role)) {
      case libparse::Role::lead:
        svg_.element("circle", {{"class", kind}, {"cx", x}, {"cy", y}, {"r", 6}});
        break;
      case libparse::Role::responsible:
        svg_.element("rect", {{"class", kind}, {"x", x - 5}, {"y", y - 5}, {"width", 10}, {"height", 10}});
        break;
      case libparse::Role::cooperate:
        svg_.element("circle", {{"class", kind}, {"cx", x}, {"cy", y}, {"r", 5}});
        break;
      case libparse::Role::participate:
        svg_.element("polygon", {{"class", kind}, {"points", point(0, -5) + point(5, 4) + point(-5, 4)}});
        break;
      case libparse::Role::supervise:
        svg_.element("polygon", {{"class", kind}, {"points", point(0, -6) + point(6, 0) + point(0, 6) + point(-6, 0)}});
        break;
      case libparse::Role::implement:
        svg_.element("polygon", {{"class", kind}, {"points", point(-5, -4) + point(5, -4) + point(0, 5)}});
        break;
    }
  }

  void draw_cells() {
    const int bottom = height() - kMargin;
    for (std::size_t b = 0; b < matrix_.bands.size(); b += 2) {
      const MatrixBand& band = matrix_.bands[b];
      svg_.element("rect", {{"class", "band"},
                            {"x", x_of(band.begin)},
                            {"y", kLegendHeight},
                            {"width", x_of(band.end) - x_of(band.begin)},
                            {"height", bottom - kLegendHeight}});
    }
    for (std::size_t r = 0; r < matrix_.rows.size(); ++r) {
      const MatrixRow& row = matrix_.rows[r];
      const int y = kTop + static_cast<int>(r) * kCell;
      svg_.element("line", {{"class", "grid"}, {"x1", 0}, {"y1", y}, {"x2", width()}, {"y2", y}});
      for (const MatrixCell& cell : row.cells) {
        const libparse::Task& task = *matrix_.columns[cell.column];
        const std::string key = "role." + std::string(libparse::name_of(cell.role));
        svg_.open("g", {{"class", "cell"}, {"data-task", task.id}});
        svg_.element("title", {}, row.unit + " · " + task.id + " · " + std::string(say(key)));
        svg_.element("rect",
                     {{"class", "hit"}, {"x", x_of(cell.column)}, {"y", y}, {"width", kCell}, {"height", kCell}});
        draw_shape(static_cast<std::size_t>(cell.role), x_of(cell.column) + kCell / 2, y + kCell / 2);
        svg_.close("g");
      }
    }
  }

  // The page keeps the groups `heads` and `units` in sight while it scrolls.
  void draw_heads() {
    svg_.open("g", {{"class", "heads"}});
    svg_.element("rect", {{"class", "cover"}, {"x", 0}, {"y", 0}, {"width", width()}, {"height", kTop}});
    for (std::size_t b = 0; b < matrix_.bands.size(); ++b) {
      const MatrixBand& band = matrix_.bands[b];
      const int wide = x_of(band.end) - x_of(band.begin);
      if (b % 2 == 0) {
        svg_.element("rect", {{"class", "band"},
                              {"x", x_of(band.begin)},
                              {"y", kLegendHeight},
                              {"width", wide},
                              {"height", kBandHeight + kIdHeight}});
      }
      svg_.open("g", {{"class", "band-name"}});
      svg_.element("title", {}, band.title);
      if (wide >= 4 * kCell) {
        svg_.element("text", {{"class", "note"}, {"x", x_of(band.begin) + 4}, {"y", kLegendHeight + 14}},
                     tools::clip(band.title, static_cast<std::size_t>(wide / 7)));
      }
      svg_.close("g");
    }
    for (std::size_t c = 0; c < matrix_.columns.size(); ++c) {
      const libparse::Task& task = *matrix_.columns[c];
      const int x = x_of(c) + kCell / 2 + 4;
      const std::string turn = "rotate(-90 " + std::to_string(x) + ' ' + std::to_string(kTop - 5) + ')';
      svg_.open("g", {{"class", "column"}, {"data-task", task.id}});
      svg_.element("title", {}, task.id + ' ' + (task.title.empty() ? task.text : task.title));
      svg_.element("text", {{"class", "id"}, {"x", x}, {"y", kTop - 5}, {"transform", turn}},
                   tools::clip(task.id, kIdColumns));
      svg_.close("g");
    }
    svg_.close("g");
  }

  void draw_units() {
    svg_.open("g", {{"class", "units"}});
    svg_.element("rect",
                 {{"class", "cover"}, {"x", 0}, {"y", kTop}, {"width", kLabelWidth - 2}, {"height", height() - kTop}});
    for (std::size_t r = 0; r < matrix_.rows.size(); ++r) {
      const MatrixRow& row = matrix_.rows[r];
      const int y = kTop + static_cast<int>(r) * kCell + 14;
      svg_.open("g", {{"class", row.group ? "unit group" : "unit"}, {"data-unit", row.unit}});
      svg_.element("title", {}, row.unit + count_roles(row));
      svg_.element("rect", {{"class", "hit"}, {"x", 0}, {"y", y - 14}, {"width", kLabelWidth - 2}, {"height", kCell}});
      svg_.element("text", {{"class", "name"}, {"x", kMargin}, {"y", y}}, tools::clip(row.unit, kUnitColumns));
      svg_.element("text", {{"class", "count"}, {"x", kLabelWidth - 18}, {"y", y}}, std::to_string(row.cells.size()));
      svg_.close("g");
    }
    svg_.close("g");
  }

  [[nodiscard]] std::string count_roles(const MatrixRow& row) const {
    std::string text;
    for (std::size_t role = 0; role < kRoles; ++role) {
      if (row.roles[role] == 0) continue;
      const std::string key = "role." + std::string(libparse::name_of(static_cast<libparse::Role>(role)));
      text += " · " + std::string(say(key)) + ' ' + std::to_string(row.roles[role]);
    }
    return text;
  }

  void draw_legend() {
    svg_.open("g", {{"class", "legend"}});
    svg_.element("rect", {{"class", "cover"}, {"width", kLeastWidth}, {"height", kLegendHeight - 1}});
    svg_.element("rect", {{"class", "cover"}, {"width", kLabelWidth - 2}, {"height", kTop - 1}});
    int x = kMargin - 2;
    for (std::size_t role = 0; role < kRoles; ++role) {
      const std::string key = "role." + std::string(libparse::name_of(static_cast<libparse::Role>(role)));
      draw_shape(role, x + 8, 15);
      svg_.element("text", {{"class", "note"}, {"x", x + 19}, {"y", 19}, {"data-word", key}}, say(key));
      // The page may change the language: there is room for the longer word.
      const std::size_t columns =
          std::max(tools::display_width(word(Language::zh, key)), tools::display_width(word(Language::en, key)));
      x += static_cast<int>(columns) * 7 + 34;
    }
    svg_.close("g");
  }

  Matrix matrix_;
  Language language_;
  Svg svg_;
};

}  // namespace

std::string draw_matrix(const libparse::TaskList& list, Language language, bool alone) {
  return MatrixDrawing(list, language).draw(alone ? page_files().chart_style : std::string_view());
}

}  // namespace planview
