// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "input/html_blocks.hpp"
#include "input/list_number.hpp"
#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr std::array<std::string_view, 40> kBlocks = {
    "address", "article", "aside", "blockquote", "body",     "caption",    "center", "dd",     "details", "dialog",
    "dir",     "div",     "dl",    "dt",         "fieldset", "figcaption", "figure", "footer", "form",    "h1",
    "h2",      "h3",      "h4",    "h5",         "h6",       "header",     "hr",     "li",     "main",    "nav",
    "ol",      "p",       "pre",   "section",    "table",    "tbody",      "td",     "th",     "tr",      "ul"};
constexpr std::array<std::string_view, 28> kHidden = {
    "head",   "script",  "style",    "noscript", "template", "textarea", "select", "option", "button", "iframe",
    "object", "embed",   "applet",   "audio",    "video",    "canvas",   "svg",    "math",   "map",    "rp",
    "rt",     "noembed", "noframes", "datalist", "progress", "meter",    "title",  "input"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& set, std::string_view name) {
  return std::find(set.begin(), set.end(), name) != set.end();
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_indent(char32_t c) { return is_space(c) || c == 0x3000 || c == 0xA0; }

bool is_heading(std::string_view tag) { return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'; }

class LineReader {
 public:
  LineReader(const HtmlTree& tree, const std::vector<bool>& skipped) : tree_(tree), skipped_(skipped) {}

  std::vector<HtmlLine> read(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      while (!open_.empty() && tree_.nodes[open_.back()].end <= i) close();
      const HtmlTree::Node& node = tree_.nodes[i];
      if (node.is_text()) {
        add_text(tree_.text(node), i);
        ++i;
      } else if (node.hidden || skipped_[i] || flow_of(node.tag) == HtmlFlow::hidden) {
        if (skipped_[i]) end_line(HtmlBreak::block);
        i = node.end;
      } else {
        open(i);
        ++i;
      }
    }
    while (!open_.empty()) close();
    end_line(HtmlBreak::block);
    return std::move(lines_);
  }

 private:
  void open(std::size_t i) {
    const HtmlTree::Node& node = tree_.nodes[i];
    open_.push_back(i);
    if (node.tag == "br") {
      if (line_.text.empty()) {
        blank_ = true;
      } else {
        end_line(HtmlBreak::line_break);
      }
      return;
    }
    if (flow_of(node.tag) == HtmlFlow::block) end_line(HtmlBreak::block);
    if (node.tag == "pre") ++pre_;
    if (is_heading(node.tag)) ++headings_;
    if (node.tag == "li") {
      line_.text = list_label(i);
      line_.node = i;
      label_only_ = !line_.text.empty();
    }
  }

  void close() {
    const HtmlTree::Node& node = tree_.nodes[open_.back()];
    open_.pop_back();
    if (flow_of(node.tag) == HtmlFlow::block) end_line(HtmlBreak::block);
    if (node.tag == "pre") --pre_;
    if (is_heading(node.tag)) --headings_;
  }

  void add_text(std::string_view text, std::size_t node) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = text::next(text, at);
      const char32_t c = text::char_at(text, at);
      if (pre_ > 0 && c == '\n') {
        if (line_.text.empty()) blank_ = true;
        end_line(HtmlBreak::line_break);
      } else if (is_space(c)) {
        space_ = space_ || !line_.text.empty();
      } else {
        if (line_.text.empty() || label_only_) line_.node = node;
        if (space_ && !label_only_) line_.text.push_back(' ');
        line_.text.append(text.substr(at, next - at));
        space_ = label_only_ = false;
      }
      at = next;
    }
  }

  void end_line(HtmlBreak end) {
    bool empty = true;
    for (std::size_t at = 0; at < line_.text.size() && empty; at = text::next(line_.text, at)) {
      empty = is_indent(text::char_at(line_.text, at));
    }
    if (!empty && !label_only_) {
      line_.end = end;
      line_.after_blank = blank_;
      line_.heading = headings_ > 0;
      lines_.push_back(std::move(line_));
      blank_ = false;
    } else if (end == HtmlBreak::line_break) {
      blank_ = true;
    }
    // A label whose text stands in a block of its own (<li><p>) waits for it.
    if (empty || !label_only_) line_ = {};
    if (!label_only_) space_ = false;
  }

  /// The label that a browser draws before item `i`; empty where it draws none, or where the text has one of its own.
  std::string list_label(std::size_t i) {
    const std::size_t list = tree_.nodes[i].parent;
    if (tree_.nodes[list].tag != "ol") return {};
    const auto [known, fresh] = next_number_.emplace(list, 1);
    if (fresh) known->second = number_of(tree_.attribute(tree_.nodes[list], "start"), 1);
    const long number = number_of(tree_.attribute(tree_.nodes[i], "value"), known->second);
    known->second = number + 1;
    return tree_.has_attribute(tree_.nodes[list], "reversed") || has_own_label(i) ? std::string{}
                                                                                  : list_number(tree_, list, number);
  }

  static long number_of(std::string_view value, long otherwise) {
    long number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end != value.data() && number > -1'000'000 && number < 1'000'000 ? number
                                                                                                    : otherwise;
  }

  /// 1. ① (1) 一、 at the start of the item's text.
  [[nodiscard]] bool has_own_label(std::size_t item) const {
    std::u32string start;
    for (std::size_t i = item; i < tree_.nodes[item].end && start.size() < 4; ++i) {
      if (!tree_.nodes[i].is_text()) continue;
      const std::string_view text = tree_.text(tree_.nodes[i]);
      for (std::size_t at = 0; at < text.size() && start.size() < 4; at = text::next(text, at)) {
        if (!is_indent(text::char_at(text, at))) start.push_back(text::char_at(text, at));
      }
    }
    if (start.size() < 2) return false;
    const auto marks = std::u32string_view(U"\u3001.\uFF0E)\uFF09");
    const bool is_number = start[0] >= '0' && start[0] <= '9';
    if (is_number &&
        (marks.find(start[1]) != std::u32string_view::npos || (start.size() > 2 && start[1] >= '0' && start[1] <= '9' &&
                                                               marks.find(start[2]) != std::u32string_view::npos))) {
      return true;
    }
    return start[0] == '(' || start[0] == 0xFF08 || (start[0] >= 0x2460 && start[0] <= 0x24FF) || start[1] == 0x3001;
  }

  const HtmlTree& tree_;
  const std::vector<bool>& skipped_;
  std::vector<HtmlLine> lines_;
  std::vector<std::size_t> open_;
  std::unordered_map<std::size_t, long> next_number_;
  HtmlLine line_;
  bool space_ = false;       ///< white space stands before what comes next
  bool blank_ = false;       ///< an empty line stands before what comes next
  bool label_only_ = false;  ///< the line holds the number of a list item and nothing else
  int pre_ = 0;
  int headings_ = 0;
};

}  // namespace

HtmlFlow flow_of(std::string_view tag) {
  if (is_one_of(kHidden, tag)) return HtmlFlow::hidden;
  return is_one_of(kBlocks, tag) ? HtmlFlow::block : HtmlFlow::inside;
}

std::vector<HtmlLine> read_lines_of(const HtmlTree& tree, std::size_t begin, std::size_t end,
                                    const std::vector<bool>& skipped) {
  return LineReader(tree, skipped).read(begin, end);
}

}  // namespace libparse::input
