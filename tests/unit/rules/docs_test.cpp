// SPDX-License-Identifier: MIT
// The worked example of docs/adding-a-rule.md: its two files work as a folder for --rules, and its cases hold.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "libparse/mentions.hpp"
#include "libparse/names.hpp"
#include "rules/rule_file.hpp"
#include "temporary_folder.hpp"

using namespace libparse;

namespace {

std::vector<Mention> times_in(const std::string& text, const RulePack& rules) {
  return find_mentions(text, {.only = {MentionType::time}}, rules).mentions;
}

/// The blocks of the page that are fenced as YAML.
std::vector<std::string> yaml_blocks() {
  std::ifstream file(LIBPARSE_SOURCE_DIR "/docs/adding-a-rule.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const std::string fence = "```yaml\n";
  std::vector<std::string> blocks;
  for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    blocks.push_back(page.substr(at, page.find("```", at) - at));
  }
  return blocks;
}

std::string value_of(const rules::Properties& properties, const std::string& key) {
  const auto it = std::find_if(properties.begin(), properties.end(), [&](const auto& p) { return p.first == key; });
  return it == properties.end() ? "" : it->second;
}

}  // namespace

TEST_CASE("the worked example of the docs is read as its cases say, and was not before") {
  const auto blocks = yaml_blocks();
  REQUIRE(blocks.size() == 2);
  const tests::TemporaryFolder folder;
  folder.write("time/cases.yaml", blocks[0]);
  folder.write("time/rules.yaml", blocks[1]);
  const RulePack with = RulePack::load({folder.path()});
  const rules::RuleFolder macros = rules::load_rule_folder(LIBPARSE_SOURCE_DIR "/libparse/rules");
  const rules::RuleFolder files = rules::load_rule_folder(folder.path(), &macros);
  for (const rules::CaseFile& c : files.cases) {
    for (const std::string& text : c.accept) {
      CAPTURE(text);
      CHECK(times_in(text, RulePack::builtin()).empty());
      const auto found = times_in(text, with);
      REQUIRE(found.size() == 1);
      CHECK(found[0].text == text);
      CHECK(found[0].rule == c.rule);
      CHECK(name_of(found[0].time->type) == value_of(c.expect, "type"));
      CHECK(found[0].time->every == value_of(c.expect, "every"));
      const auto& count = found[0].time->count;
      CHECK((count ? ">=" + std::to_string(count->value) : "") == value_of(c.expect, "count"));
    }
    for (const std::string& text : c.reject) {
      CAPTURE(text);
      const auto found = times_in(text, with);
      CHECK(std::none_of(found.begin(), found.end(), [&](const Mention& m) { return m.rule == c.rule; }));
    }
  }
}
