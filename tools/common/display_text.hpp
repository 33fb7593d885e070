// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text on a terminal: how wide it is and where it may break. Widths are columns of a fixed-pitch font; ideographs and
/// full-width forms take two (Unicode 15, UAX #11, classes W and F), combining marks none.
namespace tools {

[[nodiscard]] std::size_t display_width(std::string_view text);

/// `text` with each control character (line breaks too) and each broken byte replaced by U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// Cuts `text` into lines of at most `width` columns (at least 2). Breaks at spaces and between ideographs; a longer
/// word is cut. Line feeds in `text` break too. Never empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The start of `text` in at most `width` columns, with … at the end where something was cut.
[[nodiscard]] std::string clip(std::string_view text, std::size_t width);

}  // namespace tools
