// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "review/notice.hpp"
#include "text/utf8.hpp"

namespace libparse::review {
namespace {

using outline::Node;
using text::Range;

constexpr std::size_t kRepeated = 15;  // characters of a body from which on its return is no chance
constexpr std::size_t kVeryShort = 6;  // characters of a body up to which it hardly says what is to be done
constexpr int kShown = 8;              // characters at the end of a sentence that is told of
constexpr std::size_t kSiblings = 3;   // headings of one level that show what is usual

bool is_shorter(std::string_view text, std::size_t characters) {
  constexpr std::size_t kLongestCharacter = 4;  // bytes
  return text.size() < characters * kLongestCharacter && text::count(text) < characters;
}

bool has_text(const Node& node) { return !node.children.empty() || !node.paragraphs.empty() || node.run_in; }

/// Numbered headings of the levels that hold others: 一、 and （一）.
bool is_heading(const Node& node) { return node.form == LabelForm::cn || node.form == LabelForm::cn_paren; }

/// 三、 that nothing follows, not even words of its own; and a heading alone where all its neighbours have text.
/// \return the ids of these sections
std::unordered_set<std::string_view> report_empty_sections(Notice& notice) {
  std::unordered_set<std::string_view> empty;
  const auto& nodes = notice.view.outline.nodes;
  for (const Node& parent : nodes) {
    std::size_t headings = 0, filled = 0;
    for (const std::size_t child : parent.children) {
      headings += is_heading(nodes[child]);
      filled += is_heading(nodes[child]) && has_text(nodes[child]);
    }
    for (const std::size_t child : parent.children) {
      const Node& node = nodes[child];
      if (node.label.empty() || has_text(node) || node.form == LabelForm::attachment) continue;
      const Range words{node.label.end, std::max(node.title.end, node.heading_rest.end)};
      if (node.title.empty() && node.heading_rest.empty()) {
        notice.report(kSectionEmpty, node.label, "nothing stands behind the label " + notice.quoted(node.label));
      } else if (is_heading(node) && headings >= kSiblings && filled + 1 == headings &&
                 notice.words.section_title.suffix(notice.view.text(words))) {
        notice.report(kSectionEmpty, Range{node.label.begin, words.end},
                      "no text follows the heading " + notice.quoted(words));
      } else {
        continue;
      }
      empty.insert(node.id);
    }
  }
  return empty;
}

/// The attached text that a section stands in: attachments of one notice may share sentences.
std::string_view part_of(const Task& task) {
  const std::string_view id = task.section;
  const bool attached = !id.empty() && (id.front() == 'a' || id.front() == 'p');
  return attached ? id.substr(0, id.find('.')) : std::string_view();
}

void report_repeated_tasks(Notice& notice) {
  std::unordered_map<std::string, const Task*> first;
  for (const Task& task : notice.list.tasks) {
    if (is_shorter(task.text, kRepeated)) continue;
    const auto [known, fresh] = first.emplace(task.fingerprint + ' ' + std::string(part_of(task)), &task);
    if (fresh) continue;
    notice.report(kTaskRepeated, task.span, "the task stands at " + known->second->id + " already", task.id);
  }
}

/// A paragraph that ends with a mark behind which a sentence goes on, before the next label or at the end.
void report_broken_sentences(Notice& notice) {
  const auto& paragraphs = notice.view.layout.paragraphs;
  std::unordered_set<std::size_t> labels;
  for (const Node& node : notice.view.outline.nodes)
    labels.insert(node.label.empty() ? Range{}.begin : node.label.begin);
  const auto in_body = [&](std::size_t p) {
    return p < paragraphs.size() && notice.view.frame.zones[p] == frame::Zone::body;
  };
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    if (!in_body(p) || notice.view.layout.in_table(paragraphs[p])) continue;
    const std::string_view text = notice.view.text(paragraphs[p]);
    const bool last = !in_body(p + 1);
    const bool broken = text.ends_with("、") ? last || labels.contains(paragraphs[p + 1].begin)
                                             : text.ends_with(',') && last;  // items may end with commas: 1.……，2.……。
    if (!broken) continue;
    Range end{paragraphs[p].end, paragraphs[p].end};
    for (int n = 0; n < kShown && end.begin > paragraphs[p].begin; ++n)
      end.begin = text::previous(notice.view.text(), end.begin);
    notice.report(kSentenceBreaksOff, end, "the sentence breaks off behind " + notice.quoted(end));
  }
}

}  // namespace

void review_structure(Notice& notice) {
  const auto empty = report_empty_sections(notice);
  report_repeated_tasks(notice);
  report_broken_sentences(notice);
  for (const Task& task : notice.list.tasks) {
    if (!is_shorter(task.text, kVeryShort + 1) || empty.contains(task.section)) continue;
    notice.report(kTaskVeryShort, task.span, "'" + task.text + "' hardly says what is to be done", task.id);
  }
}

}  // namespace libparse::review
