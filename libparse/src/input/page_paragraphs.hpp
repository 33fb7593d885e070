// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "input/page_blocks.hpp"
#include "input/source_text.hpp"

namespace libparse::input {

/// Joins lines to paragraphs and the parts of tables to tables, over the pages of a document, and writes them down.
///
/// A line goes on in the next where it is full (no character more would fit) and the next is not indented. Lines of a
/// title, centred in the same type, are one paragraph. Notes at the foot of a page come behind the paragraph that runs
/// over it.
SourceText join_pages(std::vector<PageBlocks> pages);

}  // namespace libparse::input
