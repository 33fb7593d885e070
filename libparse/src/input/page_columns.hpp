// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "input/page_lines.hpp"

namespace libparse::input {

/// A part of a page whose text runs in two columns: `lines[begin, end)`, parted at `x`.
struct ColumnPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  double x = 0;
};

/// Finds the parts of a page with two columns of prose: many lines that leave a gutter free near the middle and fill
/// both sides of it. A table without borders has short cells and is none.
std::vector<ColumnPart> find_columns(const std::vector<SegmentLine>& lines);

}  // namespace libparse::input
