// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "libparse/task_list.hpp"
#include "review/codes.hpp"
#include "review/words.hpp"
#include "task/notice_view.hpp"

namespace libparse::review {

/// One notice under review: what the checkers look at, and where they put what they find.
class Notice {
 public:
  Notice(const task::NoticeView& notice_view, const TaskList& task_list, const Words& word_lists)
      : view(notice_view), list(task_list), words(word_lists) {}

  const task::NoticeView& view;
  const TaskList& list;
  const Words& words;

  void report(const Code& code, Span span, std::string message, std::string task = {});
  /// At a stretch of the work text, with the task it stands in.
  void report(const Code& code, text::Range where, std::string message);
  /// About the notice as a whole.
  void report_whole(const Code& code, std::string message);
  /// The source's words in quotes, on one line; of a long stretch the beginning.
  [[nodiscard]] std::string quoted(text::Range where) const;
  /// The task whose body holds `span`; null where none does.
  [[nodiscard]] const Task* task_at(Span span) const;
  /// Whether a paragraph is read as text of the notice: no site furniture and no table of contents.
  [[nodiscard]] bool is_text(std::size_t paragraph) const;

  [[nodiscard]] Diagnostics take() &&;

 private:
  Diagnostics found_;
};

/// The families of checks. Each reports to the notice it is given.
void review_head(Notice& notice);
void review_times(Notice& notice);
void review_structure(Notice& notice);
void review_responsibilities(Notice& notice);
void review_targets(Notice& notice);
void review_references(Notice& notice);
void review_marks(Notice& notice);
void review_wording(Notice& notice);

}  // namespace libparse::review
