// SPDX-License-Identifier: MIT
#include "plancheck/quoted.hpp"

#include "common/display_text.hpp"

namespace plancheck {

std::string quoted(std::string_view text) {
  constexpr std::size_t kWidth = 60;
  constexpr std::size_t kBytes = 4 * kWidth;  // more than that is cut anyway
  return '`' + tools::clip(tools::printable(text.substr(0, kBytes)), kWidth) + '`';
}

}  // namespace plancheck
