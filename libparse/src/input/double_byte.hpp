// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "text/document_text.hpp"

/// The two encodings of Chinese whose characters take two bytes or more (WHATWG Encoding, 10.2 and 11.1).
namespace libparse::input {

[[nodiscard]] text::Decoded decode_gb18030(std::string_view bytes);
[[nodiscard]] text::Decoded decode_big5(std::string_view bytes);

}  // namespace libparse::input
