// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace planparse {

/// The bytes that base64 (RFC 4648, section 4, with padding; white space is passed over) stands for; empty where it is
/// none.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace planparse
