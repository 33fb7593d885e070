// SPDX-License-Identifier: MIT
// What users write: rule files and word lists (--rules), policies (plancheck --policy).
#include <unistd.h>

#include <sstream>

#include "invariants.hpp"
#include "libparse/parse.hpp"
#include "libparse/rule_pack.hpp"
#include "list_invariants.hpp"
#include "plancheck/policy.hpp"
#include "rules/layers.hpp"
#include "target.hpp"
#include "temporary_folder.hpp"

namespace {

using namespace libparse;
using fuzz::require;

constexpr std::string_view kNotice =
    "临江县供水工作方案\n一、重点任务\n（一）建设水厂。2025年6月底前建成水厂2座。责任单位：县水利局、临水公司\n";

/// The files of a folder of rules, in the order in which the parts of an input fill them.
constexpr const char* kFiles[] = {"time/rules.yaml",       "target/rules.yaml",    "time/cases.yaml",
                                  "macros.yaml",           "lexicon/org-name.txt", "lexicon/organization-alias.txt",
                                  "lexicon/slot-label.txt"};

void check_policy(std::string_view bytes) {
  fuzz::accepts([&] {
    std::ostringstream told;
    const auto policy = plancheck::parse_policy(bytes, "policy.yaml", told);
    require(policy.has_value() == told.str().empty(), "a policy is read, or it is told what is wrong");
  });
}

void check_rules(std::string_view text) {
  const std::vector<std::string> parts = fuzz::split_parts(text, std::size(kFiles));
  const tests::TemporaryFolder folder;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].empty()) folder.write(kFiles[i], parts[i]);
  }
  static const rules::RuleFolder builtin = rules::as_folder(rules::kBuiltinPack);
  const bool is_sound = fuzz::accepts([&] {
    const rules::RuleFolder own = rules::load_rule_folder(folder.path(), &builtin);
    rules::check_layer(own, builtin, rules::kBuiltinPack);
  });
  if (!is_sound) return;
  const RulePack pack = RulePack::load({folder.path()});
  const ParseResult result = parse_notice(kNotice, {.path = "notice.txt"}, pack);
  fuzz::check_list(result.list, result.text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Choice input(data, size, 2);
  input.which == 0 ? check_rules(input.rest) : check_policy(input.rest);
  return 0;
}
