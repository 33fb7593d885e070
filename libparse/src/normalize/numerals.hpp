// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace libparse::normalize {

/// 零 to 九, 〇, 两; 十, 百 and 千. A fixed table and no word list: a fingerprint must not depend on anyone's rules.
[[nodiscard]] bool is_numeral(char32_t c);

/// The number that a whole run of numerals writes, in digits: 二十 is 20, 三百零五 is 305, 三百五 is 350, 二〇二五 is
/// 2025. Empty where it writes none (百, 七八十).
[[nodiscard]] std::u32string digits_of(std::u32string_view run);

}  // namespace libparse::normalize
