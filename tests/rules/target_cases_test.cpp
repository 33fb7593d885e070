// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "extract/target.hpp"
#include "libparse/names.hpp"
#include "libparse/rule_pack.hpp"
#include "rules/case_runner.hpp"
#include "rules/pack.hpp"
#include "text/document_text.hpp"

namespace libparse::tests {
namespace {

std::size_t folded_size(const std::string& utf8) {
  Diagnostics diagnostics;
  return text::WorkText::fold(text::DocumentText::decode(utf8, diagnostics)).size();
}

/// A case of a target is a clause, of which the mention is only a part: where it lies inside the case's own text it
/// counts as the whole. What is found in the text around (the other numbers of a list) is left out.
Outcome read_targets(std::string_view text, text::Range where, const rules::Properties& given) {
  static const extract::TargetReader reader(RulePack::builtin().pack());
  const text::Range own{folded_size(value_of(given, "before")), text.size() - folded_size(value_of(given, "after"))};
  Outcome out;
  for (const extract::TargetMention& m : reader.read(text, where, {})) {
    if (!own.contains(m.range)) continue;
    const Target& t = m.value;
    out.found.push_back({own,
                         t.rule,
                         {{"comparator", std::string(name_of(t.comparator))},
                          {"value", t.value.to_string()},
                          {"max", t.max ? t.max->to_string() : ""},
                          {"unit", t.unit},
                          {"direction", std::string(name_of(t.direction))}}});
  }
  for (const rules::RuleMatch& m : RulePack::builtin().pack().family("target").find_all(text, where)) {
    if (m.rule->property("type") == "none") out.traps.emplace_back(m.rule->id());
  }
  return out;
}

}  // namespace

TEST_CASE("each case of family target is read as it says") { run_cases("target", read_targets); }

}  // namespace libparse::tests
