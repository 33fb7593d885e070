// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "input/html_tree.hpp"
#include "rules/pack.hpp"

namespace libparse::input {

/// Where the notice stands on a page.
struct HtmlContent {
  std::size_t main = 0;  ///< the element that holds it
  std::vector<bool>
      skipped;  ///< nodes that are no part of it wherever they stand: navigation, share bars, lists of links
};

/// Finds the element that holds the text of a page: one whose name says so (html-content.txt) and that has most of the
/// running text, else the smallest one that has nearly all of it. Running text is what is no link and has the marks of
/// sentences; elements with names such as `share` or `footer` (html-around.txt) do not count.
/// \param characters  see count_characters
[[nodiscard]] HtmlContent find_content(const HtmlTree& tree, const std::vector<std::size_t>& characters,
                                       const rules::Pack& pack);

}  // namespace libparse::input
