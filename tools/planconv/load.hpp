// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/options.hpp"

namespace planconv {

/// The task lists that an input holds.
///
/// Errors: throws libparse::Error{format} with the place, as libparse::read_task_lists.
[[nodiscard]] std::vector<libparse::TaskList> load_lists(std::string_view bytes, const std::string& path,
                                                         const Options& options);

}  // namespace planconv
