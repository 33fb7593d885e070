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
constexpr std::size_t kSiblings = 3;   // headings of one level that show what is usual

bool ends_sentence(std::string_view words) {
  return words.ends_with("。") || words.ends_with(';') || words.ends_with(':') || words.ends_with(')');
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
                 !ends_sentence(notice.view.text(words))) {
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
    if (text::count(task.text) < kRepeated) continue;
    const auto [known, fresh] = first.emplace(task.fingerprint + ' ' + std::string(part_of(task)), &task);
    if (fresh) continue;
    notice.report(kTaskRepeated, task.span, "the task stands at " + known->second->id + " already", task.id);
  }
}

}  // namespace

void review_structure(Notice& notice) {
  const auto empty = report_empty_sections(notice);
  report_repeated_tasks(notice);
  for (const Task& task : notice.list.tasks) {
    if (text::count(task.text) > kVeryShort || empty.contains(task.section)) continue;
    notice.report(kTaskVeryShort, task.span, "'" + task.text + "' hardly says what is to be done", task.id);
  }
}

}  // namespace libparse::review
