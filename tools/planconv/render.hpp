// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/options.hpp"

namespace planconv {

/// True where each list is a document of its own, so that lists can be written one by one.
[[nodiscard]] bool is_list_format(Format format);

/// `lists` in `format`, which must not be `automatic`.
/// \param is_first  false where other lists stand in front of these in the output; for list formats only
[[nodiscard]] std::string render(const std::vector<libparse::TaskList>& lists, Format format, const Options& options,
                                 bool is_first);

}  // namespace planconv
