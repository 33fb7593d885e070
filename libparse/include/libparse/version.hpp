// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace libparse {

/// The value of `schema` in every task list; it changes only when a reader of the old form would misread the new one.
inline constexpr std::string_view kTaskListSchema = "planparse.task-list/1";

/// Version of the library in use: `0.1.0`.
[[nodiscard]] std::string_view version() noexcept;

}  // namespace libparse
