// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::extract {

/// A document that a text names. The caller quotes title and number from the source.
struct ReferenceMention {
  text::Range range;     ///< with 《》 and the number in brackets behind it
  text::Range title;     ///< without 《》; empty for a bare number
  text::Range number;    ///< 机关代字 and all; empty where there is none
  DocNumber parts;       ///< of `number`, `text` left empty
  text::Range standard;  ///< number of a standard
  ReferenceKind kind = ReferenceKind::none;
  std::vector<text::Range> issuers;  ///< bodies that its title says it comes from
  std::string_view rule;
};

/// Reads 《title》, with the 发文字号 or the number of a standard at it, and bare numbers. Made once per rule pack;
/// const and thread-safe.
class ReferenceReader {
 public:
  explicit ReferenceReader(const rules::Pack& pack);

  /// Every document named inside `where`, in text order, without overlaps. Certificates, forms and short names
  /// (《通知》, 以下简称《条例》) are left out and told in `rejections`.
  /// Source: GB/T 9704-2012 clause 7.2.5 for the form of a 发文字号.
  [[nodiscard]] std::vector<ReferenceMention> read(std::string_view text, text::Range where,
                                                   std::vector<rules::Rejection>* rejections = nullptr) const;

 private:
  [[nodiscard]] std::string_view refusal(const rules::RuleMatch& match, std::string_view text) const;
  [[nodiscard]] ReferenceKind kind_of(const ReferenceMention& mention, std::string_view text) const;
  [[nodiscard]] std::vector<text::Range> issuers_of(std::string_view text, text::Range title) const;
  [[nodiscard]] bool is_glued(std::string_view name, std::string_view ending) const;
  [[nodiscard]] std::size_t agency_begin(std::string_view text, text::Range agency, std::size_t last_end) const;

  const rules::RuleSet& rules_;
  const rules::Lexicon& forms_;
  const rules::Lexicon& leads_;
  const rules::Lexicon& joins_;
  const rules::Lexicon& genres_;
  const rules::Lexicon& kinds_;
  const rules::Lexicon& party_;
  const rules::Lexicon& bodies_;
  const rules::Lexicon& names_;
  const rules::Lexicon& national_;
  const rules::Lexicon& subjects_;
};

}  // namespace libparse::extract
