// SPDX-License-Identifier: MIT
#include "input/html_prescan.hpp"

#include <algorithm>
#include <cstddef>

namespace libparse::input {
namespace {

constexpr std::size_t kPrescanned = 8192;

bool is_space(char c) { return c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// The bytes with a reading position, as the standard's algorithm describes it.
class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool at_end() const { return at_ >= bytes_.size(); }
  [[nodiscard]] char here() const { return at_end() ? '\0' : bytes_[at_]; }
  [[nodiscard]] bool starts(std::string_view word) const {
    if (bytes_.size() - std::min(at_, bytes_.size()) < word.size()) return false;
    return std::equal(word.begin(), word.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(at_),
                      [](char a, char b) { return a == lower(b); });
  }
  void move(std::size_t bytes = 1) { at_ += bytes; }
  void move_behind(std::string_view word) {
    const std::size_t found = bytes_.find(word, at_);
    at_ = found == std::string_view::npos ? bytes_.size() : found + word.size();
  }
  void skip_spaces(bool slashes = false) {
    while (!at_end() && (is_space(here()) || (slashes && here() == '/'))) move();
  }

  /// False where the tag has no more attributes.
  bool attribute(std::string& name, std::string& value) {
    name.clear(), value.clear();
    skip_spaces(true);
    if (at_end() || here() == '>') return false;
    while (!at_end() && !(here() == '=' && !name.empty()) && !is_space(here()) && here() != '/' && here() != '>') {
      name.push_back(lower(here()));
      move();
    }
    skip_spaces();
    if (here() != '=') return true;
    move();
    skip_spaces();
    if (here() == '"' || here() == '\'') {
      const char quote = here();
      for (move(); !at_end() && here() != quote; move()) value.push_back(lower(here()));
      move();
      return true;
    }
    while (!at_end() && !is_space(here()) && here() != '>') {
      value.push_back(lower(here()));
      move();
    }
    return true;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// `text/html; charset=gbk` (WHATWG HTML, 2.5.4).
std::string label_in(std::string_view content) {
  for (std::size_t at = content.find("charset"); at != std::string_view::npos; at = content.find("charset", at)) {
    at += 7;
    while (at < content.size() && is_space(content[at])) ++at;
    if (at >= content.size() || content[at] != '=') continue;
    ++at;
    while (at < content.size() && is_space(content[at])) ++at;
    if (at >= content.size()) return {};
    const bool quoted = content[at] == '"' || content[at] == '\'';
    if (quoted) {
      const std::size_t close = content.find(content[at], at + 1);
      return close == std::string_view::npos ? std::string{} : std::string(content.substr(at + 1, close - at - 1));
    }
    return std::string(content.substr(at, content.find_first_of("; \t\n\f\r", at) - at));
  }
  return {};
}

std::string label_of_meta(Scanner& in) {
  std::string name, value, charset, content;
  bool is_content_type = false;
  while (in.attribute(name, value)) {
    if (name == "http-equiv") is_content_type = is_content_type || value == "content-type";
    if (name == "charset" && charset.empty()) charset = value;
    if (name == "content" && content.empty()) content = label_in(value);
  }
  return !charset.empty() ? charset : is_content_type ? content : std::string{};
}

std::string label_of_xml(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  const std::string_view head = bytes.substr(0, bytes.find('>'));
  std::size_t at = head.find("encoding");
  if (at == std::string_view::npos) return {};
  at = head.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t close = head.find(head[at], at + 1);
  return close == std::string_view::npos ? std::string{} : std::string(head.substr(at + 1, close - at - 1));
}

}  // namespace

std::string declared_label(std::string_view bytes) {
  Scanner in(bytes.substr(0, kPrescanned));
  std::string name, value;
  while (!in.at_end()) {
    if (in.starts("<!--")) {
      in.move(2);  // the two marks may be the same: <!-->
      in.move_behind("-->");
    } else if (in.starts("<meta")) {
      in.move(5);
      if (!is_space(in.here()) && in.here() != '/') continue;
      const std::string label = label_of_meta(in);
      if (!label.empty()) return label.starts_with("utf-16") ? "utf-8" : label;  // it could not be read otherwise
    } else if (in.starts("<!") || in.starts("<?")) {
      in.move_behind(">");
    } else if (in.here() == '<') {
      in.move();
      const bool closes = in.here() == '/';
      if (closes) in.move();
      if (is_letter(in.here())) {
        while (!in.at_end() && !is_space(in.here()) && in.here() != '>') in.move();
        while (in.attribute(name, value)) {
        }
      } else if (closes) {
        in.move_behind(">");
      }
    } else {
      in.move();
    }
  }
  return label_of_xml(bytes);
}

}  // namespace libparse::input
