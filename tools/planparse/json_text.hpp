// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "libparse/tree.hpp"

/// JSON (RFC 8259) as text, for the small records around task lists.
namespace planparse {

/// `text` as a JSON string. Bytes that are no UTF-8 (a file name may hold some) become U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

/// A JSON value as it was read: keys in their order, numbers as written.
[[nodiscard]] std::string write_value(const libparse::Node& value);

/// The member `key` of an object; null where it is missing.
[[nodiscard]] const libparse::Node* find_member(const libparse::Node& object, std::string_view key);

}  // namespace planparse
