// SPDX-License-Identifier: MIT
#pragma once

#include <any>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.hpp"
#include "rules/matcher_build.hpp"
#include "rules/records.hpp"
#include "rules/rule_file.hpp"
#include "rules/rule_set.hpp"

namespace libparse::rules {

/// Lexicons and rule families by name, each made ready when first asked for. Readers fetch what they need once, when
/// they are made, and keep the references: they live as long as the pack.
class Pack {
 public:
  explicit Pack(const PackRecord& builtin) : layers_{&builtin} {}
  /// Over the built-in rules, `folders` in order; `extended` stand in for built-in rules (see extend_rules).
  Pack(const PackRecord& builtin, std::vector<RuleFolder> folders,
       std::vector<std::pair<std::size_t, RuleFile>> extended);
  Pack(const Pack&) = delete;
  Pack& operator=(const Pack&) = delete;

  /// Errors: `Error{rules}` where no layer has a lexicon of that name (a defect of the library, not of the notice).
  [[nodiscard]] const Lexicon& lexicon(std::string_view name) const;
  /// The same; null where no layer has one.
  [[nodiscard]] const Lexicon* find_lexicon(std::string_view name) const;
  /// A family without rules is an empty set.
  [[nodiscard]] const RuleSet& family(std::string_view name) const;
  [[nodiscard]] std::vector<const RuleRecord*> records(std::string_view family) const;

  /// State that a later stage derives from this pack, made once: `pack.derived<Readers>()` is `Readers(pack)`.
  template <class T>
  [[nodiscard]] const T& derived() const {
    const std::lock_guard lock(derived_mutex_);
    auto& slot = derived_[&typeid(T)];
    if (!slot) slot = std::make_shared<T>(*this);
    return *static_cast<const T*>(slot.get());
  }

 private:
  /// A user's folder in compiled form; owns what its records point to.
  struct Layer {
    RuleFolder folder;
    std::deque<std::vector<WordRecord>> words;
    std::deque<std::vector<std::string_view>> views;
    std::deque<std::vector<PropertyRecord>> properties;
    std::vector<LexiconRecord> lexicons;
    std::vector<RuleRecord> rules;
    std::deque<MatcherHolder> matchers;
    std::vector<FamilyRecord> families;
    PackRecord record;
    explicit Layer(RuleFolder from);
  };

  std::vector<std::unique_ptr<Layer>> own_;
  std::unique_ptr<Layer> extended_;  ///< built-in rules with users' words in them
  std::map<const RuleRecord*, const RuleRecord*, std::less<>> in_place_of_;  ///< built-in → extended
  std::vector<const PackRecord*> layers_;                                    ///< built-in first
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<Lexicon>, std::less<>> lexicons_;
  mutable std::map<std::string, std::unique_ptr<RuleSet>, std::less<>> families_;
  mutable std::mutex derived_mutex_;
  mutable std::map<const std::type_info*, std::shared_ptr<void>> derived_;
};

}  // namespace libparse::rules
