// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "libparse/tree.hpp"

/// The types of JSON, as JSON Schema draft-07 tells them apart.
namespace plancheck {

enum class ValueType : std::uint8_t { null, boolean, integer, number, string, array, object };

/// The type of a value. An unquoted YAML scalar has the type that the core schema of YAML 1.2.2 (10.3.2) gives it; a
/// number without fraction that fits 64 bits is an `integer`.
[[nodiscard]] ValueType scalar_type(const libparse::Node& node);

/// Values of those types; false where the node is none.
[[nodiscard]] bool boolean_of(const libparse::Node& node);
bool integer_of(const libparse::Node& node, std::int64_t& value);

/// How messages name a type, with its article.
[[nodiscard]] std::string_view name_of(ValueType type);

}  // namespace plancheck
