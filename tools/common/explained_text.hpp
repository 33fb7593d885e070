// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>

#include "libparse/task_list.hpp"

namespace tools {

/// How explained text is drawn.
struct ExplainedStyle {
  std::size_t width = 100;  ///< columns; reasons wrap there
  bool color = false;       ///< ANSI colours: units green, times yellow, targets cyan, labels bold
};

/// For people: each task with its stretch of the source text, what was read marked by colour, and below it a line for
/// each reason and for each candidate that was passed over. The form may change between versions; programs read JSON.
/// \param text  the document text that the spans refer to, valid UTF-8
void write_explained(const libparse::TaskList& list, std::string_view text, std::ostream& out,
                     const ExplainedStyle& style);

}  // namespace tools
