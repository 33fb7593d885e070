// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>

#include "input/encoding.hpp"
#include "input/grid_writer.hpp"
#include "input/html_blocks.hpp"
#include "input/html_content.hpp"
#include "input/html_style.hpp"
#include "input/html_tree.hpp"
#include "input/source_text.hpp"
#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr std::size_t kMostHeadFields = 100;
constexpr std::size_t kLongestHeadField = 500;  // bytes
constexpr std::size_t kShortestTitle = 6;       // characters of a line that may repeat the page's title

/// Without white space of any kind.
std::string bare(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::char_at(s, at);
    if (c > ' ' && c != 0xA0 && c != 0x3000 && c != 0xFEFF) text::append(out, c);
  }
  return out;
}

class PageReader {
 public:
  PageReader(const HtmlTree& tree, const rules::Pack& pack)
      : tree_(tree),
        labels_(pack.lexicon("metadata-label")),
        characters_(count_characters(tree)),
        content_(find_content(tree, characters_, pack)) {}

  SourceText read() {
    read_head();
    const HtmlTree::Node& main = tree_.nodes[content_.main];
    decide_meaning();
    if (content_.main > 0) read_part(0, content_.main, true);
    read_part(content_.main, main.end, false);
    return std::move(out_);
  }

 private:
  void read_head() {
    for (std::size_t i = 0; i < tree_.nodes.size() && out_.head.size() < kMostHeadFields; ++i) {
      const HtmlTree::Node& node = tree_.nodes[i];
      std::string name, value;
      if (node.tag == "title" && titles_.empty()) {
        name = "title";
        value = one_line(tree_.all_text(i));
      } else if (node.tag == "meta") {
        name = tree_.attribute(node, tree_.has_attribute(node, "name") ? "name" : "property");
        value = one_line(tree_.attribute(node, "content"));
      }
      if (name.empty() || value.empty() || value.size() > kLongestHeadField) continue;
      if (name == "title" || name == "ArticleTitle") titles_.push_back(bare(value));
      out_.head.push_back({std::move(name), std::move(value)});
    }
  }

  /// Where most lines end at a break, they may be pieces of paragraphs; elements for paragraphs are taken at their
  /// word.
  void decide_meaning() {
    std::size_t blocks = 0, breaks = 0;
    const auto lines = read_lines_of(tree_, content_.main, tree_.nodes[content_.main].end, content_.skipped);
    for (const HtmlLine& line : lines) ++(line.end == HtmlBreak::block ? blocks : breaks);
    out_.whole_paragraphs = breaks <= blocks;
  }

  /// Lines and tables of the nodes from `begin` to `end`. Of what stands before the text only what belongs to it is
  /// kept: metadata, and the title.
  void read_part(std::size_t begin, std::size_t end, bool before) {
    for (std::size_t from = begin; from < end;) {
      std::size_t table = from;
      for (; table < end; ++table) {
        const HtmlTree::Node& node = tree_.nodes[table];
        if (node.hidden || content_.skipped[table] || (!node.is_text() && flow_of(node.tag) == HtmlFlow::hidden)) {
          table = node.end - 1;
        } else if (node.tag == "table" && node.end <= end && is_data_table(tree_, table, characters_)) {
          break;
        }
      }
      add_lines(from, table, before);
      if (table >= end) break;
      add_table(table, before);
      from = tree_.nodes[table].end;
    }
  }

  void add_lines(std::size_t begin, std::size_t end, bool before) {
    if (begin >= end) return;
    for (const HtmlLine& line : read_lines_of(tree_, begin, end, content_.skipped)) {
      ++paragraphs_;
      if (before && !is_metadata(line.text) && !is_title(line.text)) continue;
      std::string_view text = line.text;
      if (out_.whole_paragraphs) {
        while (!text.empty() && is_indent(text::char_at(text, 0))) text.remove_prefix(text::next(text, 0));
      } else if (line.after_blank && !out_.utf8.empty()) {
        out_.utf8.push_back('\n');
      }
      append_line(out_, text, paragraphs_, {});
    }
  }

  static bool is_indent(char32_t c) { return c <= ' ' || c == 0x3000 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B); }

  void add_table(std::size_t table, bool before) {
    HtmlTable placed = place_cells(tree_, table);
    const std::vector<bool>& skipped = content_.skipped;
    std::size_t labels = 0;
    ++tables_;
    for (std::size_t n = 0; n < placed.cells.size(); ++n) {
      CellText& cell = placed.cells[n];
      cell.paragraph = paragraphs_ + 1;
      cell.name = "table " + std::to_string(tables_) + " " + cell_name(cell.row, cell.column);
      for (const HtmlLine& line :
           read_lines_of(tree_, placed.nodes[n] + 1, tree_.nodes[placed.nodes[n]].end, skipped)) {
        ++paragraphs_;
        if (!cell.text.empty() && cell.text.back() != '\n') cell.text.push_back(kParagraphEnd);
        cell.text += line.text;
        if (line.end == HtmlBreak::line_break) cell.text.push_back('\n');
      }
      labels += is_metadata(cell.text);
    }
    if (before && labels == 0) return;
    append_grid(out_, placed.rows, placed.columns, placed.cells);
    if (labels >= placed.rows) out_.tables.pop_back();  // a form of labels and values is read line by line
  }

  [[nodiscard]] bool is_metadata(std::string_view line) const {
    std::string text = bare(line);
    std::string_view start = text;
    for (const std::string_view mark : {"[", "\u3010", "\u00B7"}) {
      if (start.starts_with(mark)) start.remove_prefix(mark.size());
    }
    const auto label = labels_.prefix(start);
    if (!label) return false;
    start.remove_prefix(label.word.size());
    return start.empty() || start.starts_with(':') || start.starts_with("\uFF1A") || start.starts_with(']') ||
           start.starts_with("\u3011");
  }

  /// The line is the page's title or a part of it.
  [[nodiscard]] bool is_title(std::string_view line) const {
    const std::string text = bare(line);
    if (text::count(text) < kShortestTitle) return false;
    return std::any_of(titles_.begin(), titles_.end(), [&](const std::string& title) {
      return title.starts_with(text) ||
             (text::count(text) > 2 * kShortestTitle && title.find(text) != std::string::npos);
    });
  }

  const HtmlTree& tree_;
  const rules::Lexicon& labels_;
  std::vector<std::size_t> characters_;
  HtmlContent content_;
  std::vector<std::string> titles_;
  std::size_t paragraphs_ = 0;
  std::size_t tables_ = 0;
  SourceText out_;
};

}  // namespace

SourceText read_html(std::string_view bytes, const InputOptions& options, const rules::Pack& pack,
                     Diagnostics& diagnostics) {
  EncodedText page = decode_text(bytes, options.encoding, Declaration::html, pack, diagnostics);
  page.text.replaced.clear();  // places in the page are none in the text that is read from it
  report_replaced(page.text, name_of(page.encoding), diagnostics);
  std::string_view utf8 = page.text.utf8;
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
  HtmlTree tree = HtmlTree::parse(utf8, options.limits);
  hide_by_style(tree);
  SourceText out = PageReader(tree, pack).read();
  out.media_type = "text/html";
  out.encoding = name_of(page.encoding);
  return out;
}

}  // namespace libparse::input
