// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "review/notice.hpp"

namespace libparse::review {
namespace {

/// Whether a date of a task could not be resolved, which a date of issue could help.
bool needs_date(const TaskList& list) {
  const auto is_open = [](const Time& time) {
    return (time.type == TimeType::deadline || time.type == TimeType::period || time.type == TimeType::start) &&
           time.start.empty() && time.end.empty();
  };
  return std::any_of(list.tasks.begin(), list.tasks.end(),
                     [&](const Task& task) { return std::any_of(task.times.begin(), task.times.end(), is_open); });
}

/// What a notice lacks is told only where another part of its head is there: an excerpt has none and lacks nothing.
void report_missing(Notice& notice) {
  const Document& document = notice.list.document;
  const bool sent = document.doc_number || !document.issued_on.empty() || !document.addressees.empty();
  if (document.title.empty()) {
    if (sent || !document.issuers.empty()) notice.report_whole(kTitleMissing, "no title was found");
    return;
  }
  if (document.issuers.empty() && sent) notice.report_whole(kIssuerMissing, "no issuing body was found");
  if (document.issued_on.empty() && (sent || needs_date(notice.list))) {
    notice.report_whole(kIssueDateMissing, "no date of issue was found; years and relative times may be unresolved");
  }
}

}  // namespace

void review_head(Notice& notice) {
  const Document& document = notice.list.document;
  if (notice.list.tasks.empty()) return;
  report_missing(notice);
  const std::string& issued = document.issued_on;
  if (issued.empty()) return;
  if (document.doc_number && document.doc_number->year != 0 &&
      std::to_string(document.doc_number->year) != issued.substr(0, 4)) {
    notice.report_whole(kNumberYearConflict, "the document number '" + document.doc_number->text +
                                                 "' is of another year than the date of issue, " + issued);
  }
  if (!document.published_on.empty() && document.published_on < issued) {
    notice.report_whole(kPublishedBeforeIssue,
                        "published on " + document.published_on + ", before the date of issue, " + issued);
  }
  if (!document.printed_on.empty() && document.printed_on < issued) {
    notice.report_whole(kPrintedBeforeIssue,
                        "printed on " + document.printed_on + ", before the date of issue, " + issued);
  }
}

}  // namespace libparse::review
