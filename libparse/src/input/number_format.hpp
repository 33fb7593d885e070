// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace libparse::input {

/// The number `value` in a format of automatic numbering, as Word shows it (ISO/IEC 29500-1, 17.18.59
/// ST_NumberFormat): `chineseCounting` gives 十一 for 11, `decimalEnclosedCircle` ⑪.
///
/// Formats beyond those of Chinese, Japanese and Latin documents, and values beyond the characters of a format, give
/// decimal digits, as the standard has it. `none` and `bullet` give nothing.
[[nodiscard]] std::string format_number(std::uint32_t value, std::string_view format);

}  // namespace libparse::input
