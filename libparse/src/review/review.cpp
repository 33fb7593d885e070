// SPDX-License-Identifier: MIT
#include "review/review.hpp"

#include <algorithm>
#include <iterator>

#include "review/notice.hpp"
#include "text/utf8.hpp"

namespace libparse::review {
namespace {

constexpr std::size_t kQuoted = 24;  // characters of a quotation in a message

}  // namespace

void Notice::report(const Code& code, Span span, std::string message, std::string task) {
  found_.push_back({std::string(code.name), code.severity, std::move(message), span, std::move(task)});
}

void Notice::report(const Code& code, text::Range where, std::string message) {
  const Span span = view.span(where);
  const Task* task = task_at(span);
  report(code, span, std::move(message), task == nullptr ? std::string() : task->id);
}

void Notice::report_whole(const Code& code, std::string message) {
  found_.push_back({std::string(code.name), code.severity, std::move(message), {}, {}});
}

std::string Notice::quoted(text::Range where) const {
  const std::string line = view.quote_line(where);
  std::size_t end = 0, characters = 0;
  while (end < line.size() && characters < kQuoted) end = text::next(line, end), ++characters;
  return "'" + line.substr(0, end) + (end < line.size() ? "…'" : "'");
}

const Task* Notice::task_at(Span span) const {
  const auto behind = std::upper_bound(list.tasks.begin(), list.tasks.end(), span.begin,
                                       [](std::size_t at, const Task& task) { return at < task.span.begin; });
  if (behind == list.tasks.begin()) return nullptr;
  const Task& task = *std::prev(behind);
  return span.end <= task.span.end ? &task : nullptr;
}

bool Notice::is_text(std::size_t paragraph) const {
  const frame::Zone zone = view.frame.zones[paragraph];
  return zone != frame::Zone::furniture && zone != frame::Zone::contents;
}

Diagnostics Notice::take() && {
  std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return (a.span ? a.span->begin + 1 : 0) < (b.span ? b.span->begin + 1 : 0);
  });
  return std::move(found_);
}

void review_notice(const task::NoticeView& view, const rules::Pack& pack, TaskList& list) {
  Notice notice(view, list, pack.derived<Words>());
  review_head(notice);
  review_times(notice);
  review_structure(notice);
  review_responsibilities(notice);
  review_targets(notice);
  review_references(notice);
  review_marks(notice);
  review_wording(notice);
  Diagnostics found = std::move(notice).take();
  list.diagnostics.insert(list.diagnostics.end(), std::make_move_iterator(found.begin()),
                          std::make_move_iterator(found.end()));
}

}  // namespace libparse::review
