// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "extract/time.hpp"
#include "libparse/rule_pack.hpp"
#include "rules/case_runner.hpp"

namespace libparse::tests {
namespace {

const rules::RuleFolder& builtin_folder() {
  static const rules::RuleFolder folder =
      rules::load_rule_folder(std::filesystem::path(LIBPARSE_SOURCE_DIR) / "libparse/rules");
  return folder;
}

text::WorkText folded(const std::string& utf8) {
  Diagnostics diagnostics;
  return text::WorkText::fold(text::DocumentText::decode(utf8, diagnostics));
}

void check_accept(const rules::CaseFile& c, bool trap, text::Range all, const Outcome& outcome) {
  if (trap) {
    CHECK(outcome.found.empty());
    CHECK(std::count(outcome.traps.begin(), outcome.traps.end(), c.rule) > 0);
    return;
  }
  REQUIRE(outcome.found.size() == 1);
  const Found& found = outcome.found.front();
  CHECK(found.rule == c.rule);
  CHECK(found.range.begin == all.begin);
  CHECK(found.range.end == all.end);
  for (const auto& [key, value] : c.expect) {
    CAPTURE(key);
    CHECK(value_of(found.values, key) == value);
  }
}

void check_reject(const rules::CaseFile& c, const Outcome& outcome) {
  CHECK(std::none_of(outcome.found.begin(), outcome.found.end(), [&](const Found& f) { return f.rule == c.rule; }));
  CHECK(std::count(outcome.traps.begin(), outcome.traps.end(), c.rule) == 0);
}

/// A bound on a count as cases write it: `>=1`, `1`.
std::string count_text(const Count& count) {
  static constexpr const char* kSigns[] = {">=", "<=", ">", "<", "", "~"};
  return kSigns[static_cast<std::size_t>(count.comparator)] + std::to_string(count.value);
}

Outcome read_times(std::string_view text, text::Range where, const rules::Properties& given) {
  static const extract::TimeReader reader(RulePack::builtin().pack());
  static constexpr const char* kTypes[] = {"deadline",   "period",   "start",   "recurrence",
                                           "relative", "ongoing", "external"};
  extract::TimeContext context;
  context.year = std::stoi(value_of(given, "year", "2024"));
  context.issued = value_of(given, "issued");
  context.slot = !value_of(given, "slot").empty();
  std::vector<rules::Rejection> rejections;
  Outcome out;
  for (const extract::TimeMention& m : reader.read(text, where, context, &rejections)) {
    const Time& t = m.value;
    out.found.push_back({m.range, t.rule,
                         {{"type", kTypes[static_cast<std::size_t>(t.type)]}, {"start", t.start}, {"end", t.end},
                          {"every", t.every}, {"count", t.count ? count_text(*t.count) : ""}, {"by", t.by},
                          {"within", t.within}, {"after", t.after}, {"basis", t.basis}}});
  }
  for (const rules::Rejection& r : rejections) {
    if (r.reason == "trap") out.traps.emplace_back(r.rule->id());
  }
  return out;
}

}  // namespace

std::string value_of(const rules::Properties& properties, std::string_view key, std::string_view otherwise) {
  const auto it = std::find_if(properties.begin(), properties.end(), [&](const auto& p) { return p.first == key; });
  return it == properties.end() ? std::string(otherwise) : it->second;
}

void run_cases(std::string_view family, const Read& read) {
  const rules::RuleFolder& folder = builtin_folder();
  std::set<std::string> members, traps;
  for (const rules::RuleFile& rule : folder.rules) {
    if (rule.family != family) continue;
    members.insert(rule.id);
    if (value_of(rule.produces, "type") == "none") traps.insert(rule.id);
  }
  CHECK(!members.empty());
  for (const rules::CaseFile& c : folder.cases) {
    if (!members.contains(c.rule)) continue;
    const std::string id = c.id;
    CAPTURE(id);
    const auto outcome_of = [&](const std::string& written, text::Range& all) {
      const std::string before = value_of(c.given, "before");
      const auto work = folded(before + written + value_of(c.given, "after"));
      all.begin = folded(before).size();
      all.end = all.begin + folded(written).size();
      const bool slot = !value_of(c.given, "slot").empty();
      return read(work.view(), slot ? all : text::Range{0, work.size()}, c.given);
    };
    text::Range all;
    for (const std::string& written : c.accept) {
      CAPTURE(written);
      const Outcome outcome = outcome_of(written, all);
      check_accept(c, traps.contains(c.rule), all, outcome);
    }
    for (const std::string& written : c.reject) {
      CAPTURE(written);
      check_reject(c, outcome_of(written, all));
    }
  }
}

TEST_CASE("each case of family time is read as it says") { run_cases("time", read_times); }

}  // namespace libparse::tests
