// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace libparse {

/// A stretch of the document's text, half-open.
///
/// Units: Unicode code points of the document text (the decoded file for plain text), so that
///        `text[begin:end]` in Python is the quoted passage.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace libparse
