// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace plancheck {

/// `text` between back quotes, on one line and cut to 60 columns: how messages show a value.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace plancheck
