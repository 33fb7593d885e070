// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "input/html_tree.hpp"

namespace libparse::input {

/// How a list (`<ol>`) draws number `number`, with the mark behind it: `1.`, `a.`, `iv.`. Its `type` attribute and the
/// `list-style-type` of its style decide (CSS Counter Styles 3); empty for a style without numbers.
[[nodiscard]] std::string list_number(const HtmlTree& tree, std::size_t list, long number);

}  // namespace libparse::input
