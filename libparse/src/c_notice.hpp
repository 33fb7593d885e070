// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "libparse/parse.hpp"

/// What the handle of libparse.h stands for.
struct libparse_notice {
  libparse::ParseResult result;
  bool explain = false;
  std::vector<std::size_t> marks;  ///< byte offset of code points at equal distances of the text
};
