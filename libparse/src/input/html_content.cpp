// SPDX-License-Identifier: MIT
#include "input/html_content.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "input/html_blocks.hpp"
#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr std::size_t kShortText = 15;   // characters of text that may be a label or a button
constexpr std::size_t kMostSkipped = 2;  // a part with more than one in this many weights is no furniture
constexpr std::size_t kManyLinks = 3;

std::string lowered(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

bool is_sentence_mark(char32_t c) {
  return c == 0x3002 || c == 0xFF0C || c == 0xFF1B || c == 0xFF1A || c == 0x3001;  // ideographic . , ; : and comma
}

class ContentFinder {
 public:
  ContentFinder(const HtmlTree& tree, const std::vector<std::size_t>& characters, const rules::Pack& pack)
      : tree_(tree),
        characters_(characters),
        content_(pack.lexicon("html-content")),
        around_(pack.lexicon("html-around")),
        attachment_(pack.lexicon("attachment-word")) {}

  HtmlContent find() {
    out_.skipped.assign(tree_.nodes.size(), false);
    weigh();
    skip_around();
    skip_link_lists();
    out_.main = named();
    if (out_.main == 0) out_.main = densest();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t size(std::size_t i) const { return characters_[tree_.nodes[i].end] - characters_[i]; }
  [[nodiscard]] std::size_t links(std::size_t i) const { return links_[tree_.nodes[i].end] - links_[i]; }
  [[nodiscard]] std::size_t weight(std::size_t i) const { return weights_[tree_.nodes[i].end] - weights_[i]; }

  /// Sums before each node: running text, and characters inside links.
  void weigh() {
    weights_.assign(tree_.nodes.size() + 1, 0);
    links_.assign(tree_.nodes.size() + 1, 0);
    std::size_t link_end = 0, hidden_end = 0;
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      const HtmlTree::Node& node = tree_.nodes[i];
      std::size_t weight = 0, link = 0;
      if (node.tag == "a" && tree_.has_attribute(node, "href")) link_end = std::max<std::size_t>(link_end, node.end);
      if (!node.is_text() && (node.hidden || flow_of(node.tag) == HtmlFlow::hidden)) {
        hidden_end = std::max<std::size_t>(hidden_end, node.end);
      }
      if (node.is_text() && i >= hidden_end) {
        const std::size_t n = characters_[i + 1] - characters_[i];
        if (i < link_end) {
          link = n;
        } else {
          weight = n >= kShortText || has_mark(tree_.text(node)) ? n : n / 4;
        }
      }
      weights_[i + 1] = weights_[i] + weight;
      links_[i + 1] = links_[i] + link;
    }
    all_ = weights_.back();
  }

  static bool has_mark(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
      if (is_sentence_mark(text::char_at(text, at))) return true;
    }
    return false;
  }

  /// The name of an element, or a word of it, is in the list.
  [[nodiscard]] static bool is_named(std::string_view names, const rules::Lexicon& words) {
    constexpr std::string_view kSpace = " \t\r\n\f";
    const std::string lower = lowered(names);
    for (std::size_t at = 0; (at = lower.find_first_not_of(kSpace, at)) != std::string::npos;) {
      const std::size_t end = std::min(lower.find_first_of(kSpace, at), lower.size());
      std::string_view name = std::string_view(lower).substr(at, end - at);
      if (words.contains(name)) return true;
      while (!name.empty()) {
        const std::size_t mark = std::min(name.find_first_of("-_"), name.size());
        if (mark > 0 && words.find(name.substr(0, mark)).value == "part") return true;
        name.remove_prefix(std::min(mark + 1, name.size()));
      }
      at = end;
    }
    return false;
  }

  [[nodiscard]] bool is_named(std::size_t i, const rules::Lexicon& words) const {
    const HtmlTree::Node& node = tree_.nodes[i];
    return is_named(tree_.attribute(node, "id"), words) || is_named(tree_.attribute(node, "class"), words);
  }

  void skip(std::size_t i) {
    out_.skipped[i] = true;
    skipped_weight_ += weight(i);
  }

  void skip_around() {
    for (std::size_t i = 0; i < tree_.nodes.size();) {
      const HtmlTree::Node& node = tree_.nodes[i];
      const bool outer = node.tag == "body" || node.tag == "html" || node.is_text();
      const bool by_tag = node.tag == "nav" || node.tag == "footer" || node.tag == "aside";
      if (!outer && (by_tag || is_named(i, around_)) && weight(i) * kMostSkipped < all_) {
        skip(i);
        i = node.end;
      } else {
        ++i;
      }
    }
  }

  /// Lists of links to other pages; those to attachments stay.
  void skip_link_lists() {
    std::vector<std::size_t> anchors(tree_.nodes.size() + 1, 0);
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) anchors[i + 1] = anchors[i] + (tree_.nodes[i].tag == "a");
    for (std::size_t i = 0; i < tree_.nodes.size();) {
      const HtmlTree::Node& node = tree_.nodes[i];
      if (out_.skipped[i]) {
        i = node.end;
        continue;
      }
      const bool is_block =
          !node.is_text() && flow_of(node.tag) == HtmlFlow::block && node.tag != "body" && node.tag != "p";
      const bool many = is_block && anchors[node.end] - anchors[i] >= kManyLinks;
      if (many && links(i) * 10 >= size(i) * 7 && weight(i) * kMostSkipped < all_ && !names_attachment(i)) {
        skip(i);
        i = node.end;
      } else {
        ++i;
      }
    }
  }

  [[nodiscard]] bool names_attachment(std::size_t i) const {
    for (std::size_t n = i; n < tree_.nodes[i].end; ++n) {
      if (tree_.nodes[n].is_text() && attachment_.any_in(tree_.text(tree_.nodes[n]))) return true;
    }
    return false;
  }

  [[nodiscard]] std::size_t named() const {
    std::size_t best = 0;
    for (std::size_t i = 0; i < tree_.nodes.size();) {
      const HtmlTree::Node& node = tree_.nodes[i];
      if (out_.skipped[i]) {
        i = node.end;
        continue;
      }
      const bool by_tag = node.tag == "article" || node.tag == "main";
      const bool is_whole = node.tag != "body" && node.tag != "html";
      if (!node.is_text() && is_whole && (by_tag || is_named(i, content_)) &&
          weight(i) * 10 >= (all_ - skipped_weight_) * 6 && weight(i) > 0) {
        best = i;  // one further inside is smaller
      }
      ++i;
    }
    return best;
  }

  [[nodiscard]] std::size_t densest() const {
    static constexpr std::array<std::string_view, 14> kContainers = {"html",   "body",  "div",   "section", "article",
                                                                     "main",   "table", "tbody", "tr",      "td",
                                                                     "center", "form",  "span",  "font"};
    std::size_t at = 0;
    for (std::size_t child = 1; child < tree_.nodes[at].end;) {
      const HtmlTree::Node& node = tree_.nodes[child];
      const bool is_container =
          std::find(kContainers.begin(), kContainers.end(), node.tag) != kContainers.end() || node.tag == "unknown";
      if (is_container && !node.hidden && !out_.skipped[child] && node.end > child + 1 &&
          weight(child) * 10 >= (all_ - skipped_weight_) * 9 && weight(child) > 0) {
        if (node.tag == "table" && is_data_table(tree_, child, characters_)) break;
        at = child;
        ++child;
      } else {
        child = node.end;
      }
    }
    // A sentence in a span is no place of its own.
    while (at > 0 && (tree_.nodes[at].tag == "span" || tree_.nodes[at].tag == "font")) at = tree_.nodes[at].parent;
    return at;
  }

  const HtmlTree& tree_;
  const std::vector<std::size_t>& characters_;
  const rules::Lexicon& content_;
  const rules::Lexicon& around_;
  const rules::Lexicon& attachment_;
  std::vector<std::size_t> weights_, links_;
  std::size_t all_ = 0;
  std::size_t skipped_weight_ = 0;
  HtmlContent out_;
};

}  // namespace

HtmlContent find_content(const HtmlTree& tree, const std::vector<std::size_t>& characters, const rules::Pack& pack) {
  return ContentFinder(tree, characters, pack).find();
}

}  // namespace libparse::input
