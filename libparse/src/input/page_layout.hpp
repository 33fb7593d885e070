// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "input/page_blocks.hpp"
#include "input/page_content.hpp"
#include "input/source_text.hpp"

/// From characters with positions to text: what PDF and OFD have in common.
///
///     glyphs ─ lines and tables of a page (page_lines, page_tables) ─ without running heads (page_furniture)
///            ─ paragraphs and tables over all pages ─ SourceText
namespace libparse::input {

/// Puts the pages of one document together. Time: n log n in the glyphs and rulings of a page, linear in pages.
///
/// A page is turned so that most of its text is upright; text that runs in another direction (watermarks, seals) is
/// left out.
class PageLayout {
 public:
  /// Takes the next page. Its glyphs are read at once, so that memory holds lines and not glyphs.
  void add(PageContent page);
  /// Tells of a page that cannot be read.
  void lose() { ++lost_; }
  /// The document text, its tables and places; `media_type` and `encoding` are the caller's to set.
  ///
  /// Errors: `Error{damaged}` where no page could be read, `Error{not_text}` where none has text. `name` is that of the
  ///         container in messages; `advice` says how a scan becomes text.
  [[nodiscard]] SourceText finish(std::string_view name, std::string_view advice, Diagnostics& diagnostics) &&;

 private:
  void report(std::string_view name, std::string_view advice, Diagnostics& diagnostics) const;

  std::vector<PageBlocks> pages_;
  std::size_t characters_ = 0;
  std::size_t garbled_ = 0;  ///< characters without a meaning
  std::size_t blank_ = 0;    ///< pages without text
  std::size_t lost_ = 0;     ///< pages that cannot be read
};

}  // namespace libparse::input
