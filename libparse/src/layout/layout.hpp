// SPDX-License-Identifier: MIT
#pragma once

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
};

/// Shape: linear in the text. A body that stands twice is kept once (`duplicated-body`).
Layout lay_out(const text::WorkText& folded, const rules::Pack& pack, Diagnostics& diagnostics);

}  // namespace libparse::layout
