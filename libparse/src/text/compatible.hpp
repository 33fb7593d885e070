// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// Characters as they count when two texts are compared, whatever they were typed or printed with.
namespace libparse::text {

/// The characters of `bytes`; each ill-formed sequence is left out.
[[nodiscard]] std::u32string decode_leniently(std::string_view bytes);

/// Appends the compatibility decomposition (NFKD) of `c` in lower case: Ａ is a, ㎡ is m2, ① is 1. Spaces, controls,
/// combining marks and symbols that are neither mathematical nor of a currency nor ° are left out; punctuation stays.
void append_compatible(std::u32string& out, char32_t c);

/// Categories P* of Unicode.
[[nodiscard]] bool is_punctuation(char32_t c);

/// Category Pd of Unicode, and the tildes that Chinese text writes ranges with.
[[nodiscard]] bool is_range_mark(char32_t c);

}  // namespace libparse::text
