// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Small typed functions over UTF-8 that is known to be valid (DocumentText and WorkText guarantee it).
namespace libparse::text {

/// Number of bytes of the character that starts with `lead`.
[[nodiscard]] constexpr std::size_t char_length(unsigned char lead) noexcept {
  constexpr std::uint64_t kLengths = 0x4322'1111'1111'1111;  // of a lead's upper four bits, without a branch
  return kLengths >> (lead >> 4U) * 4U & 0xFU;
}

/// Number of bytes of a character.
[[nodiscard]] constexpr std::size_t char_length(char32_t c) noexcept {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/// The character that starts at `at`. `at` must be on a character boundary inside `valid_text`.
[[nodiscard]] constexpr char32_t char_at(std::string_view valid_text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(valid_text[i])); };
  const char32_t lead = byte(at);
  if ((lead & 0xF0U) == 0xE0U) [[likely]] {
    return (lead & 0x0FU) << 12 | (byte(at + 1) & 0x3FU) << 6 | (byte(at + 2) & 0x3FU);
  }
  if (lead < 0x80) return lead;
  if (lead < 0xE0) return (lead & 0x1FU) << 6 | (byte(at + 1) & 0x3FU);
  return (lead & 0x07U) << 18 | (byte(at + 1) & 0x3FU) << 12 | (byte(at + 2) & 0x3FU) << 6 | (byte(at + 3) & 0x3FU);
}

/// Start of the character that ends right before `at`; 0 where `at` is 0.
[[nodiscard]] constexpr std::size_t previous(std::string_view valid_text, std::size_t at) noexcept {
  if (at == 0) return 0;
  --at;
  while (at > 0 && (static_cast<unsigned char>(valid_text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

/// Start of the character behind the one at `at`.
[[nodiscard]] constexpr std::size_t next(std::string_view valid_text, std::size_t at) noexcept {
  return at + char_length(static_cast<unsigned char>(valid_text[at]));
}

/// Number of characters (code points).
[[nodiscard]] inline std::size_t count(std::string_view valid_text) noexcept {
  std::size_t n = 0;
  for (const char c : valid_text) n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return n;
}

/// Appends one character.
inline void append(std::string& out, char32_t c) {
  const auto put = [&](char32_t b) { out.push_back(static_cast<char>(b)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6), put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {  // nearly always: at once
    const char bytes[] = {static_cast<char>(0xE0U | c >> 12), static_cast<char>(0x80U | (c >> 6 & 0x3FU)),
                          static_cast<char>(0x80U | (c & 0x3FU))};
    out.append(bytes, sizeof bytes);
  } else {
    put(0xF0U | c >> 18), put(0x80U | (c >> 12 & 0x3FU)), put(0x80U | (c >> 6 & 0x3FU)), put(0x80U | (c & 0x3FU));
  }
}

/// Unified ideographs of the basic plane and its Extension A: what counts as a Chinese character here.
[[nodiscard]] constexpr bool is_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007;
}

}  // namespace libparse::text
