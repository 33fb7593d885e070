// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/organization.hpp"
#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

/// What the readers of 责任分工 share: the words, and what one pass over a text finds of them. Internal.
namespace libparse::extract {

/// The lexicons and rule families that the readers use, fetched once.
struct ResponsibilityWords {
  explicit ResponsibilityWords(const rules::Pack& pack);
  OrganizationNames names;
  const rules::RuleSet& clause;
  const rules::RuleSet& document_rule;
  const rules::Lexicon& slot_label;
  const rules::Lexicon& list_tail;
  const rules::Lexicon& list_join;
  const rules::Lexicon& lead_in;
  const rules::Lexicon& time_word;
  const rules::Lexicon& back_reference;
  /// True for characters that start a slot label.
  [[nodiscard]] bool may_start_label(char32_t c) const noexcept { return label_starts[c % kStarts]; }

 private:
  static constexpr std::size_t kStarts = 1024;
  bool label_starts[kStarts] = {};
};

/// A word that says what a unit does, or that shows that something new begins.
struct Mark {
  text::Range range;
  bool verb = false;  ///< else a boundary
  Role role = Role::responsible;
  std::string_view rule;
};

/// How a label is set off from its content.
enum class LabelSetting : std::uint8_t { colon, bracket, bare };

/// A slot label. It is one only where units or a time follow; the slot reader decides that.
struct SlotLabel {
  enum class Kind : std::uint8_t { units, time, contact, other };
  text::Range range;  ///< the word
  text::Range whole;  ///< with what sets it off: **责任单位**：
  Kind kind = Kind::units;
  Role role = Role::responsible;
  bool person = false;
  LabelSetting setting = LabelSetting::colon;
};

struct Bracket {
  std::size_t open = 0;
  text::Range content;
  std::size_t end = 0;  ///< behind the closing bracket; of an unclosed one: end of the line
  bool closed = false;
  int depth = 0;
};

/// One pass over a region. Everything is sorted by place; lookups are by binary search. Linear in the region.
struct Scan {
  Scan(const ResponsibilityWords& words, std::string_view text, text::Range where);

  const ResponsibilityWords& words;
  std::string_view text;
  text::Range where;
  std::vector<Mark> marks;
  std::vector<SlotLabel> labels;
  std::vector<Bracket> brackets;

  [[nodiscard]] std::string_view view(text::Range r) const noexcept { return text.substr(r.begin, r.size()); }
  [[nodiscard]] char32_t at(std::size_t i) const noexcept;
  /// The mark, label or bracket that starts exactly at `i`, or null.
  [[nodiscard]] const Mark* mark_at(std::size_t i) const noexcept;
  [[nodiscard]] const SlotLabel* label_at(std::size_t i) const noexcept;
  [[nodiscard]] const Bracket* bracket_at(std::size_t i) const noexcept;
  /// First document rule that begins inside `r`; r.end where there is none.
  [[nodiscard]] std::size_t rule_or_end(text::Range r) const;
  [[nodiscard]] std::size_t skip_spaces(std::size_t i, std::size_t end) const noexcept;
  /// Behind spaces, commas and line ends, and the full stop that may stand between two slots.
  [[nodiscard]] std::size_t skip_gap(std::size_t i, std::size_t end) const noexcept;

 private:
  void find_brackets();
  void find_labels();

  mutable std::optional<std::vector<text::Range>> document_rules_;  ///< looked for where a clause is found
};

/// Punctuation, by what it does to a list of units. Code points, so that no text stands in the code.
constexpr char32_t kEnumeration = 0x3001;
constexpr char32_t kFullStop = 0x3002;
[[nodiscard]] constexpr bool is_list_comma(char32_t c) { return c == kEnumeration || c == ',' || c == ';'; }
[[nodiscard]] constexpr bool is_sentence_end(char32_t c) {
  return c == kFullStop || c == ';' || c == '!' || c == '?' || c == '\n';
}
[[nodiscard]] constexpr bool is_opening_bracket(char32_t c) {
  return c == '(' || c == '[' || c == 0x3014 || c == 0x3010 || c == 0x3008;
}
[[nodiscard]] constexpr bool is_closing_bracket(char32_t c) {
  return c == ')' || c == ']' || c == 0x3015 || c == 0x3011 || c == 0x3009;
}
[[nodiscard]] constexpr bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '*'; }

}  // namespace libparse::extract
