// SPDX-License-Identifier: MIT
#include "task/stretches.hpp"

#include <algorithm>

namespace libparse::task {

using extract::Clause;
using extract::ClauseForm;
using outline::Node;
using text::Range;

std::vector<Stretch> StretchReader::read(const Node& node, const std::vector<Table>& tables) const {
  std::vector<Stretch> out;
  const bool heading_alone = node.label.empty() || node.heading_rest.empty();
  if (!heading_alone) {
    const Range heading = node.run_in ? node.title : Range{};
    out.push_back({{heading.empty() ? node.heading_rest.begin : heading.begin, node.heading_rest.end}, heading});
  }
  std::size_t table = 0;
  for (std::size_t i = 0; i < node.paragraphs.size(); ++i) {
    while (table < tables.size() && tables[table].last < i) ++table;
    if (table < tables.size() && tables[table].first <= i) continue;  // its rows are read on their own
    const Range p = node.paragraphs[i];
    const bool goes_on = !out.empty() && view_.adjacent(out.back().range, p) &&
                         (opens_with_slot(p) || continues_record(out.back().range, p) ||
                          (!heading_alone && node.children.empty() && !closes_text(node, i)));
    if (goes_on) {
      out.back().range.end = p.end;
    } else {
      out.push_back({p, {}});
    }
  }
  return out;
}

/// Lines of one record, each headed by a field (问题表现： 整改措施： 整改时限：), are one assignment.
bool StretchReader::continues_record(Range stretch, Range paragraph) const {
  return readers_.record_labels.prefix(view_.text().substr(stretch.begin, stretch.size())) &&
         readers_.record_labels.prefix(view_.text().substr(paragraph.begin, paragraph.size()));
}

const std::vector<Clause>& StretchReader::clauses(Range range) const {
  for (const Known& known : known_) {
    if (known.range == range && !range.empty()) return known.clauses;
  }
  Known& slot = known_[oldest_];
  oldest_ = (oldest_ + 1) % known_.size();
  slot = {range, readers_.responsibilities.read(view_.text(), range)};
  return slot.clauses;
}

bool StretchReader::opens_with_slot(Range paragraph) const {
  const auto& found = clauses(paragraph);
  return !found.empty() && found.front().whole.begin == paragraph.begin;
}

/// The last paragraph of a text that speaks of the whole plan, not of the item before it.
bool StretchReader::closes_text(const Node& node, std::size_t paragraph) const {
  if (paragraph + 1 != node.paragraphs.size()) return false;
  const std::size_t index = static_cast<std::size_t>(&node - view_.outline.nodes.data());
  const bool last = index + 1 == view_.outline.nodes.size() ||
                    view_.outline.nodes[index + 1].form == LabelForm::attachment ||
                    view_.outline.nodes[index + 1].form == LabelForm::plan;
  const Range p = node.paragraphs[paragraph];
  return last && static_cast<bool>(readers_.closing_start.prefix(view_.text().substr(p.begin, p.size())));
}

bool StretchReader::only_clauses_behind(const Node& node, const std::vector<Stretch>& stretches) const {
  if (stretches.size() != 1) return false;
  const Range behind = {node.heading_rest.begin, stretches.front().range.end};
  const auto& found = clauses(stretches.front().range);
  Range left = behind;
  for (const Clause& c : found) {
    if (c.form == ClauseForm::assignment || c.form == ClauseForm::prose) continue;
    if (PieceCutter::is_substantive(view_.text(),
                                    PieceCutter::trim(view_.text(), {left.begin, std::max(left.begin, c.whole.begin)})))
      return false;
    left.begin = std::max(left.begin, c.whole.end);
  }
  return !PieceCutter::is_substantive(view_.text(), PieceCutter::trim(view_.text(), left));
}

}  // namespace libparse::task
