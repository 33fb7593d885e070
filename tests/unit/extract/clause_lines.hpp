// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/responsibility.hpp"
#include "libparse/rule_pack.hpp"
#include "text/document_text.hpp"

/// Responsibility clauses as lines of text, for tables of cases.
namespace libparse::tests {

inline const extract::ResponsibilityReader& reader() {
  static const extract::ResponsibilityReader made(RulePack::builtin().pack());
  return made;
}

inline text::WorkText folded(const std::string& utf8) {
  Diagnostics diagnostics;
  return text::WorkText::fold(text::DocumentText::decode(utf8, diagnostics));
}

inline char letter(Role role) { return "LRCPSI"[static_cast<std::size_t>(role)]; }

inline std::string shown(const text::WorkText& work, const std::vector<extract::UnitMention>& units) {
  std::string out;
  for (const extract::UnitMention& unit : units) {
    const std::string written(work.view(unit.range));
    out += std::string(" ") + letter(unit.role) + ":" + written;
    if (unit.name != written) out += ">" + unit.name;
    if (unit.group) out += "*";
    if (!unit.scope.empty()) out += "@" + std::string(work.view(unit.scope));
  }
  return out;
}

/// `form{whole} L:unit>restored name*@scope T:time || …`; letters are the roles lead, responsible, cooperate,
/// participate, supervise, implement; `*` is a group.
inline std::string clauses_of(const std::string& text) {
  static constexpr const char* kForms[] = {"slot", "bracket", "trailing", "assignment", "prose"};
  const text::WorkText work = folded(text);
  std::string out;
  for (const extract::Clause& clause : reader().read(work.view(), {0, work.size()})) {
    if (!out.empty()) out += " || ";
    out += kForms[static_cast<std::size_t>(clause.form)];
    out += "{" + std::string(work.view(clause.whole)) + "}" + shown(work, clause.units);
    for (const text::Range time : clause.time_slots) out += " T:" + std::string(work.view(time));
  }
  return out;
}

struct Case {
  const char* text;
  const char* want;
};

inline void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const std::string text = c.text;
    CAPTURE(text);
    CHECK(clauses_of(text) == c.want);
  }
}

}  // namespace libparse::tests
