// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

/// What readers of pages find on them. The library and its PDF module both compile it: no code of the library in here.
namespace libparse::input {

/// A rectangle on a page, in points from the upper left corner, y downwards.
struct Box {
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;
  [[nodiscard]] double width() const noexcept { return x1 - x0; }
  [[nodiscard]] double height() const noexcept { return y1 - y0; }
  [[nodiscard]] double center_x() const noexcept { return (x0 + x1) / 2; }
  [[nodiscard]] double center_y() const noexcept { return (y0 + y1) / 2; }
  void include(const Box& other) noexcept {
    x0 = std::min(x0, other.x0), y0 = std::min(y0, other.y0);
    x1 = std::max(x1, other.x1), y1 = std::max(y1, other.y1);
  }
};

/// One character where it stands on the page.
struct Glyph {
  char32_t character = 0;
  Box box;
  double size = 0;          ///< of the font, in points
  std::uint32_t style = 0;  ///< equal for equal fonts within a document
  int quarters = 0;         ///< direction that its line runs in: 0 right, 1 down, 2 left, 3 up
};

/// A straight line that is drawn on the page, parallel to an edge: a border of a table, mostly.
struct Ruling {
  Box box;  ///< width or height is the thickness of the line, which may be 0
  [[nodiscard]] bool horizontal() const noexcept { return box.width() >= box.height(); }
};

/// What a reader found on one page. Units: points (1/72 inch), from the upper left corner, y downwards.
struct PageContent {
  std::size_t number = 0;  ///< from 1
  double width = 0;
  double height = 0;
  std::vector<Glyph> glyphs;  ///< in any order; white space is ignored
  std::vector<Ruling> rulings;
};

}  // namespace libparse::input
