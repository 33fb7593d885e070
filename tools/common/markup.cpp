// SPDX-License-Identifier: MIT
#include "common/markup.hpp"

#include <algorithm>

#include "common/display_text.hpp"

namespace tools {
namespace {

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

std::string escape_markup(std::string_view text, LineFeeds line_feeds) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t end = 0; line_feeds == LineFeeds::kept && (end = text.find('\n')) != std::string_view::npos;) {
    append_escaped(text.substr(0, end), out);  // printable() takes line feeds for controls
    out += '\n';
    text.remove_prefix(end + 1);
  }
  append_escaped(text, out);
  return out;
}

}  // namespace tools
