// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "input/page_layout.hpp"
#include "input/page_lines.hpp"

namespace libparse::input {

/// Tables with ruled borders. Their glyphs are taken out of `content`; cells that no border parts are merged.
///
/// A frame around text (one cell) is no table. Borders on the outside may be missing.
std::vector<PageTable> take_ruled_tables(PageContent& content);

/// A table without borders that starts at `lines[first]`: lines whose segments stand in the same three or more columns.
/// `end` is set behind its last line.
std::optional<PageTable> find_aligned_table(const std::vector<SegmentLine>& lines, std::size_t first, std::size_t page,
                                            std::size_t& end);

/// Appends the rows of `next`, the part of a table behind a page break: a repeated header is left out, a cell or a row
/// that the break cut is joined, and a merged cell goes on.
void append_table(PageTable& table, PageTable next);

/// Whether `next` has the columns of `table`.
bool same_columns(const PageTable& table, const PageTable& next);

}  // namespace libparse::input
