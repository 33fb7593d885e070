// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace planconv {

/// True for well-formed UTF-8 (RFC 3629).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Code points of well-formed UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// UTF-16 code units of well-formed UTF-8: what spreadsheets count.
[[nodiscard]] std::size_t count_utf16(std::string_view text);

}  // namespace planconv
