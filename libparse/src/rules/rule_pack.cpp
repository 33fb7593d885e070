// SPDX-License-Identifier: MIT
#include "libparse/rule_pack.hpp"

#include <algorithm>
#include <map>

#include "libparse/error.hpp"
#include "rules/layers.hpp"
#include "rules/pack.hpp"

namespace libparse::rules {

Pack::Layer::Layer(RuleFolder from) : folder(std::move(from)) {
  const auto view_words = [&](const std::vector<std::string>& list) -> std::span<const std::string_view> {
    return views.emplace_back(list.begin(), list.end());
  };
  for (const LexiconFile& lexicon : folder.lexicons) {
    auto& list = words.emplace_back();
    for (const auto& entry : lexicon.entries) list.push_back({entry.word, entry.value});
    lexicons.push_back({lexicon.name, list, {}, {}, {}});  // indexed with those below it
  }
  const auto by_name = by_family(folder.rules);
  for (const auto& [family, members] : by_name) {
    for (const RuleFile* rule : members) {
      auto& made = properties.emplace_back();
      for (const auto& [key, value] : rule->produces) made.push_back({key, value});
      rules.push_back({rule->id, rule->family, rule->habit, rule->pattern, view_words(rule->unless_before),
                       view_words(rule->unless_after), view_words(rule->only_before), view_words(rule->only_after),
                       made});
    }
  }
  std::span<const RuleRecord> rest = rules;
  for (const auto& [family, members] : by_name) {
    const MatcherRecord& matcher = matchers.emplace_back(compile_matcher(members)).record();
    families.push_back({rest.front().family, rest.first(members.size()), matcher});
    rest = rest.subspan(members.size());
  }
  record = {lexicons, rules, {}, {}, families};
}

Pack::Pack(const PackRecord& builtin, std::vector<RuleFolder> folders,
           std::vector<std::pair<std::size_t, RuleFile>> extended)
    : layers_{&builtin} {
  for (RuleFolder& folder : folders) {
    own_.push_back(std::make_unique<Layer>(std::move(folder)));
    layers_.push_back(&own_.back()->record);
  }
  RuleFolder rules;
  for (auto& [index, rule] : extended) rules.rules.push_back(std::move(rule));
  extended_ = std::make_unique<Layer>(std::move(rules));
  for (std::size_t i = 0; i < extended.size(); ++i) {
    in_place_of_[&builtin.rules[extended[i].first]] = &extended_->rules[i];
  }
}

const Lexicon& Pack::lexicon(std::string_view name) const {
  if (const Lexicon* found = find_lexicon(name)) return *found;
  throw Error(ErrorCode::rules, "there is no lexicon '" + std::string(name) + "'");
}

const Lexicon* Pack::find_lexicon(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  if (const auto known = lexicons_.find(name); known != lexicons_.end()) return known->second.get();
  std::vector<std::span<const WordRecord>> lists;
  const LexiconRecord* builtin = nullptr;
  for (const PackRecord* layer : layers_) {
    for (const LexiconRecord& lexicon : layer->lexicons) {
      if (lexicon.name != name) continue;
      lists.push_back(lexicon.words);
      if (layer == layers_.front()) builtin = &lexicon;
    }
  }
  if (lists.empty()) return nullptr;
  auto made =
      builtin != nullptr && lists.size() == 1 ? std::make_unique<Lexicon>(*builtin) : std::make_unique<Lexicon>(lists);
  return lexicons_.emplace(name, std::move(made)).first->second.get();
}

std::vector<const RuleRecord*> Pack::records(std::string_view family) const {
  std::vector<const RuleRecord*> out;
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {  // the last layer is asked first
    for (const RuleRecord& rule : (*layer)->rules) {
      const auto same = [&](const RuleRecord* r) { return r->id == rule.id; };
      if (rule.family != family || std::any_of(out.begin(), out.end(), same)) continue;
      const auto extended = in_place_of_.find(&rule);
      out.push_back(extended == in_place_of_.end() ? &rule : extended->second);
    }
  }
  return out;
}

const RuleSet& Pack::family(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  if (const auto known = families_.find(name); known != families_.end()) return *known->second;
  std::map<const RuleRecord*, std::uint32_t> ranks;
  for (const RuleRecord* rule : records(name)) ranks.emplace(rule, static_cast<std::uint32_t>(ranks.size()));
  std::vector<RuleSet::Part> parts;
  const auto add = [&](const PackRecord& layer) {
    for (const FamilyRecord& family : layer.families) {
      if (family.name != name) continue;
      RuleSet::Part part{&family, {}};
      for (const RuleRecord& rule : family.rules) {
        const auto rank = ranks.find(&rule);
        part.ranks.push_back(rank == ranks.end() ? RuleSet::kReplaced : rank->second);
      }
      parts.push_back(std::move(part));
    }
  };
  for (const PackRecord* layer : layers_) add(*layer);
  if (extended_) add(extended_->record);
  return *families_.emplace(name, std::make_unique<RuleSet>(parts)).first->second;
}

}  // namespace libparse::rules

namespace libparse {

const RulePack& RulePack::builtin() {
  static const RulePack pack(std::make_shared<rules::Pack>(rules::kBuiltinPack));
  return pack;
}

RulePack RulePack::load(const std::vector<std::filesystem::path>& folders) {
  rules::RuleFolder all = rules::as_folder(rules::kBuiltinPack);
  std::vector<rules::RuleFolder> loaded;
  for (const auto& folder : folders) {
    loaded.push_back(rules::load_rule_folder(folder, &all));
    rules::check_layer(loaded.back(), all, rules::kBuiltinPack);
    rules::lay_over(all, loaded.back());
  }
  auto extended = rules::extend_rules(rules::kBuiltinPack, all);
  return RulePack(std::make_shared<rules::Pack>(rules::kBuiltinPack, std::move(loaded), std::move(extended)));
}

}  // namespace libparse
