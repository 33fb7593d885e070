// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace libparse {

/// SHA-256 (FIPS 180-4) of the bytes: 64 lower-case hexadecimal digits, as in `document.source.sha256`.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace libparse
