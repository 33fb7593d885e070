// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "extract/responsibility.hpp"
#include "task/notice_view.hpp"

namespace libparse::task {

/// The sentences of one notice that say how its lists are to be read (列第一位的为牵头单位，下同), and what they
/// change. Rules hold from where they are said: what is said again says nothing new.
class DocumentRules {
 public:
  /// Finds them in letter and body.
  DocumentRules(const NoticeView& view, const extract::ResponsibilityReader& reader);
  DocumentRules(const DocumentRules&) = delete;  // it points into itself
  DocumentRules& operator=(const DocumentRules&) = delete;

  /// Gives the clauses the roles that the rules said before them (or in them) ask for.
  void apply(std::vector<extract::Clause>& clauses) const;
  /// True where a body only says such a rule: it assigns nothing.
  [[nodiscard]] bool is_rule_only(text::Range body) const;
  /// Units that hold for everything behind the rule that names them (以下均需各市落实，不再列出), for a body.
  [[nodiscard]] std::vector<extract::UnitMention> added_units(text::Range body) const;

 private:
  const NoticeView& view_;
  std::vector<extract::DocumentRule> rules_;         ///< in text order
  std::vector<const extract::DocumentRule*> roles_;  ///< the first rule of each kind that says how roles are read
  struct Added {
    std::size_t from = 0;  ///< where the rule begins
    extract::UnitMention unit;
  };
  std::vector<Added> added_;  ///< each unit once
};

}  // namespace libparse::task
