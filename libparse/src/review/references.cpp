// SPDX-License-Identifier: MIT
#include <charconv>
#include <string>

#include "review/notice.hpp"

namespace libparse::review {

void review_references(Notice& notice) {
  const Document& document = notice.list.document;
  if (document.issued_on.size() < 4) return;
  int issued = 0;
  std::from_chars(document.issued_on.data(), document.issued_on.data() + 4, issued);
  for (const Reference& reference : document.references) {
    if (!reference.doc_number || !reference.span || reference.doc_number->year <= issued) continue;
    notice.report(kReferenceAfterIssue, *reference.span,
                  "'" + reference.doc_number->text + "' is of a year after the date of issue, " + document.issued_on);
  }
}

}  // namespace libparse::review
