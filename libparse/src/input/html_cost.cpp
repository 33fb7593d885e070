// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "input/html_tree.hpp"
#include "input/reading_limits.hpp"

namespace libparse::input {
namespace {

constexpr std::size_t kStepsPerLevel = 1'000'000;  // what one level of `xml_depth` allows: at 256, about a second
constexpr std::size_t kLongestName = 16;

constexpr std::array<std::string_view, 9> kRawText = {"script", "style",   "textarea", "title",    "xmp",
                                                      "iframe", "noembed", "noframes", "plaintext"};
// Elements that end by themselves or hold nothing: they do not stay open.
constexpr std::array<std::string_view, 37> kNeverOpen = {
    "area",  "base",   "basefont", "bgsound", "br",    "col",    "embed",  "frame", "hr",     "img",
    "input", "keygen", "link",     "meta",    "param", "source", "track",  "wbr",   "p",      "li",
    "dd",    "dt",     "tr",       "td",      "th",    "tbody",  "thead",  "tfoot", "option", "optgroup",
    "rt",    "rp",     "colgroup", "body",    "html",  "head",   "caption"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& set, std::string_view name) {
  return std::find(set.begin(), set.end(), name) != set.end();
}

class CostReader {
 public:
  CostReader(std::string_view page, const Limits& limits) : page_(page), limits_(limits) {}

  void read() {
    while ((at_ = page_.find('<', at_)) != std::string_view::npos) {
      ++at_;
      if (page_.substr(at_).starts_with("!--")) {
        at_ = std::min(page_.find("-->", at_ + 1), page_.size());
        continue;
      }
      const bool closes = at_ < page_.size() && page_[at_] == '/';
      if (closes) ++at_;
      if (at_ >= page_.size() || !is_letter(page_[at_])) continue;
      const std::string name = tag_name();
      const std::size_t attributes = skip_attributes();
      steps_ += attributes * attributes / 16;
      closes ? close(name) : open(name);
      if (steps_ > kStepsPerLevel * limits_.xml_depth) {
        throw limit_error("too many elements stand inside each other in this page", "--max-xml-depth");
      }
    }
  }

 private:
  std::string tag_name() {
    std::string name;
    for (; at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>'; ++at_) {
      const char c = page_[at_];
      if (name.size() < kLongestName) name.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return name;
  }

  /// Moves behind the tag; how many attributes it had.
  std::size_t skip_attributes() {
    std::size_t count = 0;
    for (;;) {
      while (at_ < page_.size() && (is_space(page_[at_]) || page_[at_] == '/')) ++at_;
      if (at_ >= page_.size()) return count;
      if (page_[at_] == '>') {
        ++at_;
        return count;
      }
      ++count;
      at_ = std::min(page_.find_first_of(" \t\n\r\f/>=", at_ + 1), page_.size());
      while (at_ < page_.size() && is_space(page_[at_])) ++at_;
      if (at_ >= page_.size() || page_[at_] != '=') continue;
      ++at_;
      while (at_ < page_.size() && is_space(page_[at_])) ++at_;
      if (at_ < page_.size() && (page_[at_] == '"' || page_[at_] == '\'')) {
        at_ = std::min(page_.find(page_[at_], at_ + 1), page_.size() - 1) + 1;
      } else {
        at_ = std::min(page_.find_first_of(" \t\n\r\f>", at_), page_.size());
      }
    }
  }

  void open(const std::string& name) {
    steps_ += all_open_;
    if (is_one_of(kRawText, name)) {
      skip_raw_text(name);
    } else if (!is_one_of(kNeverOpen, name)) {
      ++open_[name];
      ++all_open_;
    }
  }

  void close(const std::string& name) {
    steps_ += all_open_;
    const auto found = open_.find(name);
    if (found == open_.end() || found->second == 0) return;
    --found->second;
    --all_open_;
  }

  void skip_raw_text(const std::string& name) {
    for (;;) {
      at_ = page_.find("</", at_);
      if (at_ == std::string_view::npos) {
        at_ = page_.size();
        return;
      }
      std::string_view there = page_.substr(at_ + 2, name.size());
      const bool same =
          there.size() == name.size() && std::equal(there.begin(), there.end(), name.begin(), [](char a, char b) {
            return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
          });
      if (same) return;
      at_ += 2;
    }
  }

  std::string_view page_;
  const Limits& limits_;
  std::size_t at_ = 0;
  std::size_t steps_ = 0;
  std::size_t all_open_ = 0;
  std::unordered_map<std::string, std::size_t> open_;
};

}  // namespace

void check_parsing_cost(std::string_view utf8, const Limits& limits) { CostReader(utf8, limits).read(); }

}  // namespace libparse::input
