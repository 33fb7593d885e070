// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace libparse::input {

/// A number of a worksheet as its format shows it (ISO/IEC 29500-1, 18.8.30 and 18.8.31).
///
/// A date is written in full, by the parts that the format shows: 2024年10月31日, 2024年10月, 10月31日. Formats of
/// day and month as digits are many (10/31/24), and none but this one is read the same by everyone. Formats with year,
/// month or day written out are kept as they are. Colours, fractions and exponents of a format are passed over. \param
/// code  format code; empty: General \param epoch_1904  days count from 1904-01-01 (18.2.28 date1904)
[[nodiscard]] std::string format_cell(double value, std::string_view code, bool epoch_1904);

/// The format code of a number format that has none in the file; those of Chinese versions where they differ.
[[nodiscard]] std::string_view builtin_format(std::size_t id);

/// A calendar date (`2024-10-31`, a time behind it passed over) as `format_cell` writes it; the text itself where it is
/// none.
[[nodiscard]] std::string format_iso_date(std::string_view text);

}  // namespace libparse::input
