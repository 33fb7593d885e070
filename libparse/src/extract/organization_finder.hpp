// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "extract/organization.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::extract {

/// A body named in running text.
struct OrganizationMention {
  text::Range range;
  OrgKind kind = OrgKind::body;
  std::string_view rule;  ///< the word list whose entry closes the name: lexicon/org-suffix, lexicon/org-name
};

/// Finds names of bodies in running text, outside the clauses that ResponsibilityReader reads. Precision first: a name
/// must start with a level (县), a place (临江市), a determiner (各), a word that only bodies start with (国家), or,
/// where a clause starts, with a field of work (财政局); and what lies between start and ending must hold no word that
/// no name has. Const and thread-safe; lives as long as the pack.
class OrganizationFinder {
 public:
  explicit OrganizationFinder(const rules::Pack& pack);
  /// In text order, without overlaps.
  [[nodiscard]] std::vector<OrganizationMention> find(std::string_view text, text::Range where) const;

 private:
  /// How a stretch starts: what may be named there.
  enum class Start { none, body, group };
  [[nodiscard]] Start start_of(std::string_view stretch, std::string_view before, bool opens) const;
  [[nodiscard]] bool starts_with_place(std::string_view stretch) const;
  [[nodiscard]] OrganizationMention longest(std::string_view text, text::Range stretch, Start start) const;

  OrganizationNames names_;
  const rules::Lexicon& suffix_;
  const rules::Lexicon& name_;
  const rules::Lexicon& level_;
  const rules::Lexicon& field_;
  const rules::Lexicon& own_start_;
  const rules::Lexicon& group_start_;
  const rules::Lexicon& not_place_;
  const rules::Lexicon& sentence_start_;
  const rules::Lexicon& lead_;
};

}  // namespace libparse::extract
