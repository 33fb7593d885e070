// SPDX-License-Identifier: MIT
#include "libparse/rule_pack.hpp"

#include <algorithm>

#include "libparse/error.hpp"
#include "rules/pack.hpp"

namespace libparse::rules {

Pack::Layer::Layer(RuleFolder from) : folder(std::move(from)) {
  const auto view_words = [&](const std::vector<std::string>& list) -> std::span<const std::string_view> {
    return views.emplace_back(list.begin(), list.end());
  };
  for (const LexiconFile& lexicon : folder.lexicons) {
    auto& list = words.emplace_back();
    for (const auto& entry : lexicon.entries) list.push_back({entry.word, entry.value});
    lexicons.push_back({lexicon.name, list});
  }
  for (const RuleFile& rule : folder.rules) {
    auto& made = properties.emplace_back();
    for (const auto& [key, value] : rule.produces) made.push_back({key, value});
    rules.push_back({rule.id, rule.family, rule.habit, rule.pattern, view_words(rule.unless_before),
                     view_words(rule.unless_after), view_words(rule.only_before), view_words(rule.only_after), made, rule.first});
  }
  record = {lexicons, rules, {}};
}

Pack::Pack(const PackRecord& builtin, std::vector<RuleFolder> folders) : layers_{&builtin} {
  for (RuleFolder& folder : folders) {
    own_.push_back(std::make_unique<Layer>(std::move(folder)));
    layers_.push_back(&own_.back()->record);
  }
}

const Lexicon& Pack::lexicon(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  if (const auto known = lexicons_.find(name); known != lexicons_.end()) return *known->second;
  std::vector<std::span<const WordRecord>> lists;
  for (const PackRecord* layer : layers_) {
    for (const LexiconRecord& lexicon : layer->lexicons) {
      if (lexicon.name == name) lists.push_back(lexicon.words);
    }
  }
  if (lists.empty()) throw Error(ErrorCode::rules, "there is no lexicon '" + std::string(name) + "'");
  return *lexicons_.emplace(name, std::make_unique<Lexicon>(lists)).first->second;
}

std::vector<const RuleRecord*> Pack::records(std::string_view family) const {
  std::vector<const RuleRecord*> out;
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {  // the last layer is asked first
    for (const RuleRecord& rule : (*layer)->rules) {
      const auto same = [&](const RuleRecord* r) { return r->id == rule.id; };
      if (rule.family == family && std::none_of(out.begin(), out.end(), same)) out.push_back(&rule);
    }
  }
  return out;
}

const RuleSet& Pack::family(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  if (const auto known = families_.find(name); known != families_.end()) return *known->second;
  return *families_.emplace(name, std::make_unique<RuleSet>(records(name))).first->second;
}

namespace {

/// The built-in lexicons and macros as a folder, so that a user's patterns may name them.
RuleFolder as_folder(const PackRecord& builtin) {
  RuleFolder folder;
  for (const LexiconRecord& lexicon : builtin.lexicons) {
    LexiconFile file;
    file.name = lexicon.name;
    for (const WordRecord& w : lexicon.words) file.entries.push_back({std::string(w.word), std::string(w.value)});
    folder.lexicons.push_back(std::move(file));
  }
  for (const PropertyRecord& macro : builtin.macros) folder.macros.emplace_back(macro.key, macro.value);
  return folder;
}

}  // namespace
}  // namespace libparse::rules

namespace libparse {

const RulePack& RulePack::builtin() {
  static const RulePack pack(std::make_shared<rules::Pack>(rules::kBuiltinPack));
  return pack;
}

RulePack RulePack::load(const std::vector<std::filesystem::path>& folders) {
  const rules::RuleFolder base = rules::as_folder(rules::kBuiltinPack);
  std::vector<rules::RuleFolder> loaded;
  for (const auto& folder : folders) loaded.push_back(rules::load_rule_folder(folder, &base));
  return RulePack(std::make_shared<rules::Pack>(rules::kBuiltinPack, std::move(loaded)));
}

}  // namespace libparse
