// SPDX-License-Identifier: MIT
#include "planparse/encoded_bytes.hpp"

#include <nettle/base64.h>

namespace planparse {

std::optional<std::string> decode_base64(std::string_view text) {
  base64_decode_ctx context;
  base64_decode_init(&context);
  std::string bytes(BASE64_DECODE_LENGTH(text.size()), '\0');
  std::size_t size = bytes.size();
  if (base64_decode_update(&context, &size, reinterpret_cast<std::uint8_t*>(bytes.data()), text.size(), text.data()) ==
          0 ||
      base64_decode_final(&context) == 0) {
    return std::nullopt;
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace planparse
