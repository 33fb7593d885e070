// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "input/page_blocks.hpp"

namespace libparse::input {

/// Removes page numbers and running heads and feet: lines at the edge of a page that stand at the same place of other
/// pages, with the same text or with a number that counts the pages. A line of the body that happens to come again
/// is kept, since it stands at the distance of lines from its neighbour.
void remove_furniture(std::vector<PageBlocks>& pages);

}  // namespace libparse::input
