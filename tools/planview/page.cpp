// SPDX-License-Identifier: MIT
#include "planview/page.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "common/markup.hpp"
#include "libparse/io.hpp"
#include "libparse/version.hpp"
#include "planview/charts.hpp"
#include "planview/page_files.hpp"
#include "planview/svg.hpp"

namespace planview {
namespace {

// Base64 (RFC 4648) of a digest given in hex, as CSP wants it.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int held = 0;
  const auto take = [&](unsigned value, int width) {
    bits = (bits << width) | value;
    held += width;
    for (; held >= 6; held -= 6) out += kAlphabet[(bits >> (held - 6)) & 0x3F];
  };
  for (const char c : hex) take(static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10), 4);
  if (held > 0) take(0, 6 - held);
  while (out.size() % 4 != 0) out += '=';
  return out;
}

std::string title_of(const libparse::Document& document, Language language) {
  if (!document.title.empty()) return document.title;
  if (!document.source.path.empty() && document.source.path != "-") return document.source.path;
  return std::string(word(language, "page.title"));
}

}  // namespace

std::string escape_for_script(std::string_view json) {
  constexpr std::string_view kLineSeparators = "\xE2\x80";  // then A8 (U+2028) or A9 (U+2029)
  std::string out;
  out.reserve(json.size() + json.size() / 16);
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '<') {
      out += "\\u003c";
    } else if (json.substr(i, 2) == kLineSeparators && i + 2 < json.size() &&
               (json[i + 2] == '\xA8' || json[i + 2] == '\xA9')) {
      out += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += json[i];
    }
  }
  return out;
}

std::string as_json_string(std::string_view text) {
  std::string out = "\"";
  out.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
      out += escape.data();
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string fill_places(std::string_view template_text,
                        const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  for (std::size_t at = 0; at < template_text.size();) {
    const std::size_t open = template_text.find("{{", at);
    out += template_text.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = template_text.find("}}", open);
    const std::string_view name = template_text.substr(open + 2, close - open - 2);
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const auto& value) { return value.first == name; });
    if (found == values.end()) throw std::out_of_range("nothing to fill in for " + std::string(name));
    out += found->second;
    at = close + 2;
  }
  return out;
}

std::string security_policy(std::string_view script_sha256, std::string_view style_sha256) {
  return "default-src 'none'; script-src 'sha256-" + base64_of_hex(script_sha256) + "'; style-src 'sha256-" +
         base64_of_hex(style_sha256) + "'; base-uri 'none'; form-action 'none'";
}

std::string make_page(const libparse::TaskList& list, const std::optional<std::string>& text, Language language) {
  const PageFiles& files = page_files();
  std::ostringstream json;
  libparse::write_ndjson(list, json);
  return fill_places(files.html, {{"lang", language == Language::zh ? "zh-CN" : "en"},
                                  {"policy", security_policy(files.script_sha256, files.style_sha256)},
                                  {"generator", "planview " + std::string(libparse::version())},
                                  {"title", tools::escape_markup(title_of(list.document, language))},
                                  {"style", std::string(files.style)},
                                  {"script", std::string(files.script)},
                                  {"task_list", escape_for_script(json.str())},
                                  {"text", text ? escape_for_script(as_json_string(*text)) : "null"},
                                  {"words_zh", escape_for_script(files.words_json[0])},
                                  {"words_en", escape_for_script(files.words_json[1])},
                                  {"timeline", draw_timeline(list, language, false)},
                                  {"matrix", draw_matrix(list, language, false)}});
}

}  // namespace planview
