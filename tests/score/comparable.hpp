// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text in the forms in which gold and predictions are compared.
namespace score {

/// NFKC without white space, punctuation and symbols other than % . / + -, of which . / + - are cut off at both ends.
[[nodiscard]] std::string comparable(std::string_view text);

/// True where the two comparable forms share at least half of their pairs of neighbouring characters.
[[nodiscard]] bool is_similar(std::string_view a, std::string_view b);

/// Code points of UTF-8 text; broken bytes become U+FFFD.
[[nodiscard]] std::u32string to_characters(std::string_view text);

/// Text without white space, and the index that each kept character had before.
struct Squeezed {
  std::u32string text;
  std::vector<std::size_t> index;
};
[[nodiscard]] Squeezed squeeze(const std::u32string& text);

}  // namespace score
