// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "libparse/tree.hpp"

/// JSON pointers (RFC 6901).
namespace plancheck {

/// Puts a pointer together: Pointer("/tasks") / 0 / "times".
class Pointer {
 public:
  Pointer() = default;
  explicit Pointer(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] Pointer operator/(std::string_view key) const;
  [[nodiscard]] Pointer operator/(std::size_t index) const { return Pointer(text_ + '/' + std::to_string(index)); }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

/// The value that `pointer` names, or the nearest one around it that there is.
[[nodiscard]] const libparse::Node& find_value(const libparse::Node& root, std::string_view pointer);

/// The member `key` of an object; nullptr where there is none.
[[nodiscard]] const libparse::Member* find_member(const libparse::Node& object, std::string_view key);

}  // namespace plancheck
