// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "libparse/diagnostic.hpp"

/// What the review reports. docs/diagnostics.md lists all codes of the library; each has a page in docs/diagnostics.
namespace libparse::review {

struct Code {
  std::string_view name;
  Severity severity;
};

// times
inline constexpr Code kDeadlineBeforeIssue{"deadline-before-issue", Severity::warning};
inline constexpr Code kTimeOutsidePeriod{"time-outside-period", Severity::warning};
inline constexpr Code kStartAfterEnd{"start-after-end", Severity::warning};
inline constexpr Code kImpossibleDate{"impossible-date", Severity::warning};
inline constexpr Code kTruncatedDate{"truncated-date", Severity::warning};
inline constexpr Code kMalformedYear{"malformed-year", Severity::warning};
inline constexpr Code kRareDay{"rare-day", Severity::info};
// head
inline constexpr Code kTitleMissing{"title-missing", Severity::info};
inline constexpr Code kIssuerMissing{"issuer-missing", Severity::info};
inline constexpr Code kIssueDateMissing{"issue-date-missing", Severity::info};
inline constexpr Code kNumberYearConflict{"number-year-conflict", Severity::warning};
inline constexpr Code kPublishedBeforeIssue{"published-before-issue", Severity::warning};
inline constexpr Code kPrintedBeforeIssue{"printed-before-issue", Severity::warning};
// structure
inline constexpr Code kSectionEmpty{"section-empty", Severity::warning};
inline constexpr Code kSentenceBreaksOff{"sentence-breaks-off", Severity::warning};
inline constexpr Code kTaskRepeated{"task-repeated", Severity::warning};
inline constexpr Code kTaskVeryShort{"task-very-short", Severity::info};
// responsibilities
inline constexpr Code kUnitMissing{"unit-missing", Severity::warning};
inline constexpr Code kUnitTwoRoles{"unit-two-roles", Severity::warning};
inline constexpr Code kLeadMissing{"lead-missing", Severity::info};
inline constexpr Code kLeadDoubled{"lead-doubled", Severity::info};
inline constexpr Code kSlotEmpty{"slot-empty", Severity::warning};
// targets
inline constexpr Code kShareOver100{"share-over-100", Severity::warning};
inline constexpr Code kRangeReversed{"range-reversed", Severity::warning};
inline constexpr Code kTotalMismatch{"total-mismatch", Severity::warning};
// references
inline constexpr Code kMalformedNumber{"malformed-number", Severity::warning};
inline constexpr Code kReferenceAfterIssue{"reference-after-issue", Severity::warning};
// text
inline constexpr Code kUnbalancedMark{"unbalanced-mark", Severity::warning};
inline constexpr Code kEmptyMarks{"empty-marks", Severity::warning};
inline constexpr Code kDoubledMark{"doubled-mark", Severity::info};
inline constexpr Code kGarbledCharacters{"garbled-characters", Severity::warning};
inline constexpr Code kContaminatedText{"contaminated-text", Severity::warning};
inline constexpr Code kMarkupResidue{"markup-residue", Severity::warning};

}  // namespace libparse::review
