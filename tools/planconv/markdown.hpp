// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/columns.hpp"
#include "planconv/words.hpp"

namespace planconv {

/// A page for people in Markdown with tables (GitHub Flavored Markdown 0.29, section 4.10): of each list its title,
/// what is known of the notice, and a table for each section of the first level. Marks that Markdown would read are
/// escaped, so that the page shows the words of the notice.
[[nodiscard]] std::string write_markdown(const std::vector<libparse::TaskList>& lists,
                                         const std::vector<Column>& columns, const Words& words);

}  // namespace planconv
