// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "extract/responsibility.hpp"
#include "task/notice_view.hpp"

namespace libparse::task {

/// The sentences of one notice that say how its lists are to be read (列第一位的为牵头单位，下同), and what they
/// change.
class DocumentRules {
 public:
  /// Finds them in letter and body.
  DocumentRules(const NoticeView& view, const extract::ResponsibilityReader& reader);

  /// Gives the clauses the roles that the rules said before them (or in them) ask for.
  void apply(std::vector<extract::Clause>& clauses) const;
  /// True where a body only says such a rule: it assigns nothing.
  [[nodiscard]] bool is_rule_only(text::Range body) const;
  /// Units that hold for everything behind the rule that names them (以下均需各市落实，不再列出), for a body.
  [[nodiscard]] std::vector<extract::UnitMention> added_units(text::Range body) const;

 private:
  const NoticeView& view_;
  std::vector<extract::DocumentRule> rules_;
};

}  // namespace libparse::task
