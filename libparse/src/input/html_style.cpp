// SPDX-License-Identifier: MIT
#include "input/html_style.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr std::size_t kMostSelectors = 10'000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string lowered(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

/// A length that shows nothing: 0, 0px, 0.0pt.
bool is_zero(std::string_view value) {
  const std::size_t digits = value.find_first_not_of("0.");
  return !value.empty() && value.front() >= '0' && value.front() <= '9' &&
         (digits == std::string_view::npos || value[digits] < '0' || value[digits] > '9');
}

/// True where the declarations (`name: value; …`) hide an element. The last one of a name counts.
bool hides(std::string_view declarations) {
  bool display = false, visibility = false, size = false;
  const std::string text = lowered(declarations);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = trimmed(one.substr(0, colon));
    const std::string_view value = trimmed(one.substr(colon + 1));
    if (name == "display") display = value.starts_with("none");
    if (name == "visibility") visibility = value.starts_with("hidden") || value.starts_with("collapse");
    if (name == "font-size") size = is_zero(value);
    if (name == "mso-hide") display = display || value.starts_with("all");
  }
  return display || visibility || size;
}

/// `p`, `.note`, `#foot`, `p.note`, `div#foot`: letters, digits, - and _ with at most one mark among them.
bool is_simple(std::string_view selector) {
  std::size_t marks = 0;
  for (const char c : selector) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                         c == '_' || static_cast<unsigned char>(c) >= 0x80;
    if (c == '.' || c == '#') ++marks;
    if (!is_word && c != '.' && c != '#') return false;
  }
  return !selector.empty() && marks <= 1 && selector.back() != '.' && selector.back() != '#';
}

/// Selectors of rules that hide; a later rule of the same selector that does not hide takes it back.
void read_sheet(std::string_view sheet, std::unordered_set<std::string>& hiding) {
  std::string plain;
  for (std::size_t at = 0; at < sheet.size();) {  // without comments
    if (sheet.substr(at).starts_with("/*")) {
      const std::size_t end = sheet.find("*/", at + 2);
      at = end == std::string_view::npos ? sheet.size() : end + 2;
    } else {
      plain.push_back(sheet[at++]);
    }
  }
  const std::string_view css = plain;
  for (std::size_t at = 0; at < css.size() && hiding.size() < kMostSelectors;) {
    const std::size_t open = css.find_first_of("{;", at);
    if (open == std::string_view::npos) return;
    const std::string_view selectors = trimmed(css.substr(at, open - at));
    if (css[open] == ';') {  // @import …;
      at = open + 1;
      continue;
    }
    std::size_t close = open + 1;
    for (int depth = 1; close < css.size() && depth > 0; ++close)
      depth += css[close] == '{' ? 1 : css[close] == '}' ? -1 : 0;
    at = close;
    if (selectors.starts_with('@')) continue;
    const std::string_view body = css.substr(open + 1, close - open - (close > open + 1 ? 2 : 1));
    const bool hidden = hides(body);
    const bool shown = !hidden && lowered(body).find("display") != std::string::npos;
    if (!hidden && !shown) continue;
    for (std::string_view rest = selectors; !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string_view one = trimmed(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
      if (!is_simple(one)) continue;
      if (hidden) hiding.emplace(one);
      if (shown) hiding.erase(std::string(one));
    }
  }
}

bool is_hidden_by_sheet(const HtmlTree& tree, const HtmlTree::Node& node,
                        const std::unordered_set<std::string>& hiding) {
  const std::string tag(node.tag);
  if (hiding.contains(tag)) return true;
  const std::string_view id = tree.attribute(node, "id");
  if (!id.empty() && (hiding.contains("#" + std::string(id)) || hiding.contains(tag + "#" + std::string(id))))
    return true;
  std::string_view classes = tree.attribute(node, "class");
  while (!(classes = trimmed(classes)).empty()) {
    std::size_t end = 0;
    while (end < classes.size() && !is_space(classes[end])) ++end;
    const std::string name = "." + std::string(classes.substr(0, end));
    if (hiding.contains(name) || hiding.contains(tag + name)) return true;
    classes.remove_prefix(end);
  }
  return false;
}

bool shows_chinese(const HtmlTree& tree, bool hidden_too) {
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlTree::Node& node = tree.nodes[i];
    if (node.tag == "head" || node.tag == "script" || node.tag == "style" || (!hidden_too && node.hidden)) {
      i = node.end - 1;
      continue;
    }
    if (!node.is_text()) continue;
    const std::string_view text = tree.text(node);
    for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
      if (text::is_han(text::char_at(text, at))) return true;
    }
  }
  return false;
}

}  // namespace

void hide_by_style(HtmlTree& tree) {
  std::unordered_set<std::string> hiding;
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlTree::Node& node = tree.nodes[i];
    if (node.tag != "style") continue;
    const std::string_view media = tree.attribute(node, "media");
    if (media.empty() || media == "all" || media.find("screen") != std::string_view::npos) {
      read_sheet(tree.all_text(i), hiding);
    }
  }
  for (HtmlTree::Node& node : tree.nodes) {
    if (node.is_text() || node.tag == "body" || node.tag == "html") continue;
    const std::string_view style = tree.attribute(node, "style");
    node.hidden = tree.has_attribute(node, "hidden") || (!style.empty() && hides(style)) ||
                  (!hiding.empty() && is_hidden_by_sheet(tree, node, hiding));
  }
  if (!shows_chinese(tree, false) && shows_chinese(tree, true)) {
    for (HtmlTree::Node& node : tree.nodes) node.hidden = false;
  }
}

}  // namespace libparse::input
