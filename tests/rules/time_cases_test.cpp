// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "extract/time.hpp"
#include "libparse/names.hpp"
#include "libparse/rule_pack.hpp"
#include "rules/case_runner.hpp"

namespace libparse::tests {
namespace {

/// A bound on a count as cases write it: `>=1`, `1`.
std::string count_text(const Count& count) {
  static constexpr const char* kSigns[] = {">=", "<=", ">", "<", "", "~"};
  return kSigns[static_cast<std::size_t>(count.comparator)] + std::to_string(count.value);
}

Outcome read_times(std::string_view text, text::Range where, const rules::Properties& given) {
  static const extract::TimeReader reader(RulePack::builtin().pack());
  extract::TimeContext context;
  context.year = std::stoi(value_of(given, "year", "2024"));
  context.issued = value_of(given, "issued");
  context.slot = !value_of(given, "slot").empty();
  context.every_date = !value_of(given, "every_date").empty();
  std::vector<rules::Rejection> rejections;
  Outcome out;
  for (const extract::TimeMention& m : reader.read(text, where, context, &rejections)) {
    const Time& t = m.value;
    out.found.push_back({m.range,
                         t.rule,
                         {{"type", std::string(name_of(t.type))},
                          {"start", t.start},
                          {"end", t.end},
                          {"every", t.every},
                          {"count", t.count ? count_text(*t.count) : ""},
                          {"by", t.by},
                          {"within", t.within},
                          {"after", t.after},
                          {"basis", t.basis}}});
  }
  for (const rules::Rejection& r : rejections) {
    if (r.reason == "trap") out.traps.emplace_back(r.rule->id());
  }
  return out;
}

}  // namespace

TEST_CASE("each case of family time is read as it says") { run_cases("time", read_times); }

}  // namespace libparse::tests
