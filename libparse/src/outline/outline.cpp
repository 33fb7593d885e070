// SPDX-License-Identifier: MIT
#include "outline/outline.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "outline/heading.hpp"
#include "text/utf8.hpp"

namespace libparse::outline {
namespace {

using frame::Zone;
using layout::Label;
using text::Range;

/// How deep a form stands: a node's parent is the nearest earlier node of lower rank.
int rank_of(LabelForm form, int article_rank) {
  switch (form) {
    case LabelForm::none:
      return 0;
    case LabelForm::attachment:
    case LabelForm::plan:
      return 1;
    case LabelForm::article:
      return 1 + article_rank;  // 2 to 4
    case LabelForm::cn:
      return 5;
    case LabelForm::cn_paren:
      return 6;
    case LabelForm::ar:
      return 7;
    case LabelForm::ar_paren:
      return 8;
    case LabelForm::circled:
      return 9;
  }
  return 0;
}

class Builder {
 public:
  Builder(const layout::Layout& layout, const frame::Frame& frame, const rules::Pack& pack, Diagnostics& diagnostics)
      : layout_(layout), frame_(frame), labels_(pack), text_(layout.text.view()), diagnostics_(diagnostics) {
    outline_.nodes.emplace_back();
    ranks_.push_back(0);
  }

  Outline build() && {
    read_labels();
    bool several_plans = false;
    std::size_t plans = 0;
    for (const auto& title : frame_.plan_titles) plans += !title.attachment && !follows_attachment(title.first);
    several_plans = plans > 1;
    for (std::size_t p = 0; p < layout_.paragraphs.size(); ++p) {
      if (frame_.zones[p] == Zone::plan_title) {
        if (const auto* title = plan_title_at(p)) open_plan(*title, several_plans);
      } else if (frame_.zones[p] == Zone::body) {
        if (labels_at_[p]) {
          open_node(*labels_at_[p], layout_.paragraphs[p]);
        } else {
          outline_.nodes[current_].paragraphs.push_back(layout_.paragraphs[p]);
        }
      }
    }
    name_nodes();
    return std::move(outline_);
  }

 private:
  /// Labels of all body paragraphs; a bare number counts where the next label goes on from it.
  void read_labels() {
    labels_at_.resize(layout_.paragraphs.size());
    std::optional<Label> next;
    for (std::size_t p = layout_.paragraphs.size(); p-- > 0;) {
      if (frame_.zones[p] != Zone::body || layout_.in_table(layout_.paragraphs[p])) continue;
      labels_at_[p] = labels_.read(text_, layout_.paragraphs[p].begin);
      if (!labels_at_[p]) labels_at_[p] = bare_number(layout_.paragraphs[p], next);
      if (labels_at_[p]) next = labels_at_[p];
    }
  }

  std::optional<Label> bare_number(Range paragraph, const std::optional<Label>& next) const {
    if (!next || (next->form != LabelForm::ar && next->form != LabelForm::ar_paren)) return std::nullopt;
    std::size_t at = paragraph.begin;
    while (at < paragraph.end && at - paragraph.begin < 3 && text_[at] >= '0' && text_[at] <= '9') ++at;
    if (at == paragraph.begin || at >= paragraph.end) return std::nullopt;
    const char32_t behind = text::char_at(text_, at);
    const int number = labels_.number(text_.substr(paragraph.begin, at - paragraph.begin));
    if (number + 1 != next->number || behind < 0x80) return std::nullopt;
    if (behind != U'“' && behind != U'《') return std::nullopt;  // 1“一通三防”: a measure word never starts with a mark
    Label label;
    label.form = next->form;
    label.range = {paragraph.begin, at};
    label.number = number;
    label.broken = true;
    return label;
  }

  bool follows_attachment(std::size_t p) const {
    for (std::size_t q = p; q-- > 0 && p - q <= 3;) {
      if (frame_.zones[q] == Zone::furniture) continue;
      return frame_.zones[q] == Zone::body && labels_at_[q] && labels_at_[q]->form == LabelForm::attachment;
    }
    return false;
  }

  const frame::Frame::PlanTitle* plan_title_at(std::size_t p) const {
    const auto at = std::lower_bound(frame_.plan_titles.begin(), frame_.plan_titles.end(), p,
                                     [](const auto& title, std::size_t paragraph) { return title.first < paragraph; });
    return at != frame_.plan_titles.end() && at->first == p ? &*at : nullptr;
  }

  void open_plan(const frame::Frame::PlanTitle& title, bool several) {
    const Range lines = title.range.empty()
                            ? Range{layout_.paragraphs[title.first].begin, layout_.paragraphs[title.last].end}
                            : title.range;
    const Node& current = outline_.nodes[current_];
    if (current.form == LabelForm::attachment && current.title.empty() && current.paragraphs.empty()) {
      outline_.nodes[current_].title = lines;
      outline_.nodes[current_].plan_title = title.title;
    } else if (title.attachment || several) {
      Node node;  // an announced attachment without its 附件 line is one all the same
      node.form = title.attachment ? LabelForm::attachment : LabelForm::plan;
      node.number = title.attachment ? frame_.document.attachments[*title.attachment].number : ++plans_;
      node.title = lines;
      node.plan_title = title.title;
      add(std::move(node), 1);
    } else {  // the one plan behind the letter: its sections stand at the top
      current_ = 0;
      last_in_form_ = {};
    }
    const Range glued{lines.end, layout_.paragraphs[title.last].end};  // text that a page glued behind the title
    if (!glued.empty()) outline_.nodes[current_].paragraphs.push_back(glued);
  }

  void open_node(const Label& label, Range paragraph) {
    Node node;
    node.form = label.form;
    node.label = label.range;
    node.number = label.number;
    node.heading_rest = {label.range.end, paragraph.end};
    while (!node.heading_rest.empty() &&
           (text_[node.heading_rest.begin] == ' ' || text_[node.heading_rest.begin] == '\t')) {
      ++node.heading_rest.begin;
    }
    if (label.form == LabelForm::attachment) {  // the rest of the line is its title: 附件1：…, 附件1 …
      while (!node.heading_rest.empty() &&
             (text_[node.heading_rest.begin] == ':' || text_[node.heading_rest.begin] == ' ' ||
              text_[node.heading_rest.begin] == '.')) {
        ++node.heading_rest.begin;
      }
      node.title = node.heading_rest;
      node.heading_rest.begin = node.heading_rest.end;
    }
    check_number(label);
    const Range rest = node.heading_rest;
    const auto second = rest.empty() ? std::nullopt : labels_.read(text_, rest.begin);
    const bool doubled = second && second->number == 1 && !second->broken && second->form > label.form &&
                         label.form != LabelForm::article && label.form != LabelForm::attachment;
    if (doubled) node.heading_rest.begin = node.heading_rest.end;
    add(std::move(node), rank_of(label.form, label.rank));
    if (doubled) open_node(*second, {second->range.begin, rest.end});  // 4.（1）……: the first item on its parent's line
  }

  void add(Node node, int rank) {
    std::size_t parent = current_;
    while (parent != 0 && ranks_[parent] >= rank) parent = outline_.nodes[parent].parent;
    node.parent = parent;
    node.depth = outline_.nodes[parent].depth + 1;
    current_ = outline_.nodes.size();
    Node& above = outline_.nodes[parent];
    above.children.push_back(current_);
    above.paragraphs_before_child.push_back(above.paragraphs.size());
    if (rank == 1) last_in_form_ = {};  // numbering restarts in each attached text
    outline_.nodes.push_back(std::move(node));
    ranks_.push_back(rank);
  }

  /// Numbers go on by one among siblings, or through the whole text for items numbered through.
  void check_number(const Label& label) {
    const int rank = rank_of(label.form, label.rank);
    const auto form = static_cast<std::size_t>(rank);  // chapters and articles are counted apart
    std::size_t parent = current_;
    while (parent != 0 && ranks_[parent] >= rank) parent = outline_.nodes[parent].parent;
    int before = 0;
    const auto& siblings = outline_.nodes[parent].children;
    for (auto s = siblings.rbegin(); s != siblings.rend(); ++s) {
      if (ranks_[*s] == rank) {
        before = outline_.nodes[*s].number;
        break;
      }
    }
    const int through = last_in_form_[form];
    if (label.form != LabelForm::attachment && label.number != before + 1 && label.number != through + 1) {
      const bool repeat = label.number <= before;
      const std::string quoted(text_.substr(label.range.begin, label.range.size()));
      if (before > 0 || label.number > 1) {
        diagnostics_.push_back(
            {repeat ? "numbering-repeat" : "numbering-gap",
             Severity::warning,
             "'" + quoted + "' " +
                 (before + through == 0 ? "is the first of its kind; numbers before it are missing"
                                        : "follows number " + std::to_string(before > 0 ? before : through)),
             layout_.text.source_span(label.range),
             {}});
      }
    }
    last_in_form_[form] = label.number;
  }

  /// Ids are the path of numbers: `a1.2.1`; a number that stands twice among siblings gets `~2`.
  void name_nodes() {
    std::unordered_map<std::string, int> used;  // how often an id was asked for, so that repeats cost no search
    int attachments = 0;
    for (std::size_t i = 1; i < outline_.nodes.size(); ++i) {
      Node& node = outline_.nodes[i];
      std::string own;
      if (node.form == LabelForm::attachment) {
        ++attachments;
        own = "a" + std::to_string(node.number > 0 ? node.number : attachments);
      } else if (node.form == LabelForm::plan) {
        own = "p" + std::to_string(node.number);
      } else {
        own = std::to_string(node.number);
      }
      const std::string base = node.parent == 0 ? own : outline_.nodes[node.parent].id + "." + own;
      const int times = ++used[base];
      node.id = times == 1 ? base : base + "~" + std::to_string(times);
    }
  }

  const layout::Layout& layout_;
  const frame::Frame& frame_;
  const layout::LabelReader labels_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  Outline outline_;
  std::vector<int> ranks_;
  std::vector<std::optional<Label>> labels_at_;
  std::size_t current_ = 0;
  int plans_ = 0;
  std::array<int, 10> last_in_form_{};
};

}  // namespace

Outline read_outline(const layout::Layout& layout, const frame::Frame& frame, const rules::Pack& pack,
                     Diagnostics& diagnostics) {
  Outline outline = Builder(layout, frame, pack, diagnostics).build();
  const HeadingReader headings(pack);
  for (std::size_t i = 1; i < outline.nodes.size(); ++i) headings.read(layout.text.view(), outline.nodes[i]);
  return outline;
}

}  // namespace libparse::outline
