// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tools {

enum class LineFeeds : std::uint8_t {
  unknown,  ///< like other control characters: an attribute would lose them
  kept,     ///< for text between tags
};

/// Text as HTML and XML alike have it between tags and in quotes of both kinds (XML 1.0, 2.4). Control characters,
/// which XML cannot hold at all, and broken bytes become U+FFFD.
[[nodiscard]] std::string escape_markup(std::string_view text, LineFeeds line_feeds = LineFeeds::unknown);

}  // namespace tools
