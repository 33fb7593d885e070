// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace tools {

/// True for a day that exists, written as 2025-12-31.
[[nodiscard]] bool is_date(const std::string& text);

}  // namespace tools
