// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "extract/time.hpp"
#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::extract {

struct TargetWords;

/// A quantity that the text commits to reach. What `value` quotes (text, span, indicator, written, baseline's text) is
/// left empty.
struct TargetMention {
  text::Range range;           ///< comparator, number, unit and what is counted: 达到在职人员的75%以上
  text::Range indicator;       ///< what is counted, may be empty; may lie before `range`
  std::string indicator_text;  ///< what is counted where the text says it in parts; then it stands for `indicator`
  text::Range written;         ///< number and unit where they are not written as `value` says them, else empty
  text::Range baseline;        ///< what a change is measured against; then `value.baseline` is there
  Target value;                ///< `value.rule` names the rule, `value.by` counts in the times given to the reader
  std::string_view refused;    ///< why the text does not commit to it; empty for a target
};

/// True for times by which something can be due: deadlines, periods and terms.
[[nodiscard]] bool can_govern(const Time& time);

/// Reads 量化目标 out of running text. Made once per rule pack; const and thread-safe.
class TargetReader {
 public:
  explicit TargetReader(const rules::Pack& pack);

  /// Every target inside `where`, in text order. Numbers that are conditions, names, references, grades, slogans or
  /// parts of `times` (dates, counts of recurrences) are no targets; what was passed over is told in `rejections`.
  /// What a sentence about a year before `year`, the document's, tells is none either.
  [[nodiscard]] std::vector<TargetMention> read(std::string_view text, text::Range where,
                                                const std::vector<TimeMention>& times,
                                                std::vector<rules::Rejection>* rejections = nullptr,
                                                int year = 0) const;

  /// Every quantity inside `where`, also those that are no targets: `refused` says why.
  [[nodiscard]] std::vector<TargetMention> read_all(std::string_view text, text::Range where,
                                                    const std::vector<TimeMention>& times,
                                                    std::vector<rules::Rejection>* rejections = nullptr,
                                                    int year = 0) const;

 private:
  const rules::RuleSet& rules_;
  std::shared_ptr<const TargetWords> words_;
};

}  // namespace libparse::extract
