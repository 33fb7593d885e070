// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "input/page_blocks.hpp"
#include "input/source_text.hpp"

/// From characters with positions to text: what PDF and OFD have in common.
///
///     glyphs ─ lines and tables of a page (page_lines, page_tables) ─ without running heads (page_furniture)
///            ─ paragraphs and tables over all pages ─ SourceText
namespace libparse::input {

/// One character where it stands on the page, upright: text that runs in another direction than most of the page
/// (watermarks, seals) has been left out before.
struct Glyph {
  char32_t character = 0;
  Box box;
  double size = 0;          ///< of the font, in points
  std::uint32_t style = 0;  ///< equal for equal fonts within a document
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

/// Puts the pages of one document together. Time: n log n in the glyphs and rulings of a page, linear in pages.
class PageLayout {
 public:
  /// Takes the next page. Its glyphs are read at once, so that memory holds lines and not glyphs.
  void add(PageContent page);
  /// The document text, its tables and places; `media_type` and `encoding` are the caller's to set.
  [[nodiscard]] SourceText finish() &&;

 private:
  std::vector<PageBlocks> pages_;
};

}  // namespace libparse::input
