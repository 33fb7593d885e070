// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "extract/reference.hpp"
#include "libparse/names.hpp"
#include "libparse/rule_pack.hpp"
#include "rules/case_runner.hpp"

namespace libparse::tests {
namespace {

Outcome read_references(std::string_view text, text::Range where, const rules::Properties& given) {
  static const extract::ReferenceReader reader(RulePack::builtin().pack());
  std::vector<rules::Rejection> rejections;
  Outcome out;
  const auto mentions = reader.read(text, where, &rejections);
  for (const extract::ReferenceMention& m : mentions) {
    if (!value_of(given, "before").empty() && &m != &mentions.back()) continue;  // one that stands before the case's
    out.found.push_back({m.range,
                         std::string(m.rule),
                         {{"title", std::string(text.substr(m.title.begin, m.title.size()))},
                          {"kind", std::string(name_of(m.kind))},
                          {"standard", std::string(text.substr(m.standard.begin, m.standard.size()))},
                          {"agency", m.parts.agency},
                          {"year", m.parts.year == 0 ? "" : std::to_string(m.parts.year)},
                          {"serial", m.parts.serial ? std::to_string(*m.parts.serial) : ""}}});
  }
  for (const rules::Rejection& r : rejections) {
    if (r.reason == "trap") out.traps.emplace_back(r.rule->id());
  }
  return out;
}

}  // namespace

TEST_CASE("each case of family reference is read as it says") { run_cases("reference", read_references); }

}  // namespace libparse::tests
