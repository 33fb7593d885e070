// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "libparse/diagnostic.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::layout {

/// The document as paragraphs: line breaks that only layout put inside a sentence are gone, and headings that web
/// pages glued behind a sentence start a paragraph of their own.
struct Layout {
  text::WorkText text;                  ///< paragraphs, one a line, in reading order
  std::vector<text::Range> paragraphs;  ///< without surrounding spaces; none is empty
  std::vector<text::Range> tables;      ///< lines that a container gives as a table, in order: no headings stand there

  [[nodiscard]] bool in_table(text::Range paragraph) const;
};

/// What a line of the document text is: a piece of a page, or a paragraph by the word of its container.
enum class LineMeaning : std::uint8_t { physical, paragraph };

/// Shape: linear in the text. A body that stands twice is kept once (`duplicated-body`).
/// \param meaning  `paragraph`: no line is joined to the next
Layout lay_out(const text::WorkText& folded, const rules::Pack& pack, Diagnostics& diagnostics,
               LineMeaning meaning = LineMeaning::physical);

}  // namespace libparse::layout
