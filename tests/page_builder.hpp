// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "input/page_layout.hpp"
#include "text/utf8.hpp"

namespace tests {

/// Sets text on pages as a typesetter would: square Han characters, Latin letters of half their width.
class PageBuilder {
 public:
  explicit PageBuilder(std::size_t number = 1, double width = 595, double height = 842) {
    page_.number = number;
    page_.width = width;
    page_.height = height;
  }

  /// Text from `x` on, with its top at `y`; `spread` is left free behind each character. Returns the end.
  double text(double x, double y, std::string_view line, double size = 16, double spread = 0, std::uint32_t style = 0) {
    for (std::size_t at = 0; at < line.size(); at = libparse::text::next(line, at)) {
      const char32_t c = libparse::text::char_at(line, at);
      const double width = c < 0x80 ? size / 2 : size;
      page_.glyphs.push_back({c, {x, y, x + width, y + size}, size, style});
      x += width + spread;
    }
    return x;
  }

  void ruling(double x0, double y0, double x1, double y1) { page_.rulings.push_back({{x0, y0, x1, y1}}); }

  [[nodiscard]] libparse::input::PageContent page() const { return page_; }

 private:
  libparse::input::PageContent page_;
};

}  // namespace tests
