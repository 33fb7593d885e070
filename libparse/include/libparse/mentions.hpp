// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/input.hpp"
#include "libparse/rule_pack.hpp"
#include "libparse/task_list.hpp"

/// Single mentions in any Chinese text, without the structure of a notice: what planmark prints.
namespace libparse {

enum class MentionType { organization, time, quantity, reference, label };

/// A body (单位) named in the text.
struct OrganizationValue {
  std::string name;  ///< with the elided level restored (县财政局、住建局 → 县住建局)
  std::string kind;  ///< `body`, `group` (各乡镇) or `place` (遵义市, for its government)
  std::string role;  ///< lead, cooperate … where a clause gives it one; else empty
  friend bool operator==(const OrganizationValue&, const OrganizationValue&) = default;
};

/// The number in front of a heading or item.
struct LabelValue {
  LabelForm form = LabelForm::none;
  int number = 0;
  friend bool operator==(const LabelValue&, const LabelValue&) = default;
};

/// One thing read. Exactly the value of its type is engaged.
struct Mention {
  MentionType type = MentionType::time;
  std::string text;  ///< verbatim, line breaks inside it left out
  Span span;
  std::string rule;  ///< id of the rule, or `lexicon/NAME` where a word list alone decided
  std::optional<OrganizationValue> organization;
  std::optional<Time> time;        ///< without `text`, `span` and `rule`
  std::optional<Target> quantity;  ///< without `text`, `span` and `rule`
  std::string passed_over;         ///< of a quantity that no text commits to reach: why (a condition, a grade, …)
  std::optional<Reference> reference;
  std::optional<LabelValue> label;
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct MentionOptions {
  std::string issued_on;          ///< ISO 8601 date that 即日起 and 月底 refer to; empty: they stay without dates
  int year = 0;                   ///< year that 年底前 refers to; 0: that of `issued_on`, and without it no dates
  std::vector<MentionType> only;  ///< types to look for; empty: all
  InputOptions input{};           ///< what the bytes are, and how much of them is read
};

struct MentionResult {
  std::vector<Mention> mentions;  ///< in text order; of different types they may overlap
  Diagnostics diagnostics;
  std::string text;  ///< UTF-8; what the spans refer to
};

/// Reads every mention in a text.
///
/// Shape:  lines that layout broke inside a sentence are joined; linear time in the size of `bytes`. Nothing is ever
///         dated from the clock: without `year` and `issued_on`, yearless times come without dates.
/// Errors: throws `Error` where the bytes cannot be read (`encoding`, `not_text`, `damaged`, `limit`).
MentionResult find_mentions(std::string_view bytes, const MentionOptions& options, const RulePack& rules);

/// One mention as a JSON object on one line: type, text, span, value, rule.
void write_mention(const Mention& mention, std::ostream& out);

}  // namespace libparse
