// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "rules/records.hpp"

namespace libparse::rules {

/// The characters that a match of an RE2 pattern can start with, as sorted, disjoint ranges.
///
/// The scanner looks for a match only where one of them stands. Syntax that this reader does not know (it knows what
/// rule files use) gives the range of all characters: never a character too few.
std::vector<CharRange> first_chars(std::string_view pattern);

}  // namespace libparse::rules
