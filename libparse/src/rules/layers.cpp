// SPDX-License-Identifier: MIT
#include "rules/layers.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace libparse::rules {
namespace {

constexpr std::size_t kClosedSet = 20;  // kinds; a lexicon with more holds numbers

/// Kinds are English words; Chinese values are names and words of their own.
bool is_kind(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string joined(const std::set<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

const LexiconFile* find_lexicon(const RuleFolder& folder, std::string_view name) {
  const auto it = std::find_if(folder.lexicons.begin(), folder.lexicons.end(),
                               [&](const LexiconFile& lexicon) { return lexicon.name == name; });
  return it == folder.lexicons.end() ? nullptr : &*it;
}

/// Calls `take` for each part of a value such as `lead person`.
template <class Take>
void each_part(std::string_view value, const Take& take) {
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    if (end > 0) take(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
}

void check_values(const LexiconFile& own, const LexiconFile& base) {
  std::set<std::string_view> parts;
  bool all_have_one = true;
  for (const auto& entry : base.entries) {
    all_have_one = all_have_one && !entry.value.empty();
    each_part(entry.value, [&](std::string_view part) { parts.insert(part); });
  }
  const bool closed = parts.size() <= kClosedSet && std::all_of(parts.begin(), parts.end(), is_kind);
  for (const auto& entry : own.entries) {
    const Place place{own.place.path, entry.line};
    if (entry.value.empty() && all_have_one) {
      fail(place, "'" + entry.word + "' needs a value behind a tab" + (closed ? ": " + joined(parts) : ""));
    }
    if (parts.empty() && !entry.value.empty()) fail(place, "words of '" + own.name + "' have no values");
    if (!closed) continue;
    each_part(entry.value, [&](std::string_view part) {
      if (!parts.contains(part)) {
        fail(place, "'" + std::string(part) + "' is no value of '" + own.name + "': " + joined(parts));
      }
    });
  }
}

bool names(const RuleFolder& folder, const std::string& lexicon) {
  const std::string named = "{" + lexicon + "}";
  const auto in = [&](const std::string& text) { return text.find(named) != std::string::npos; };
  return std::any_of(folder.macros.begin(), folder.macros.end(), [&](const auto& macro) { return in(macro.second); }) ||
         std::any_of(folder.rules.begin(), folder.rules.end(), [&](const RuleFile& rule) {
           return in(rule.match) || std::any_of(rule.written.begin(), rule.written.end(), [&](const auto& words) {
                    return std::any_of(words.begin(), words.end(), in);
                  });
         });
}

/// Keys of `produces` that choose what a reader does: their values are a closed set in each family.
bool chooses(std::string_view key) { return key == "type" || key == "kind" || key == "form" || key == "role"; }

void check_produces(const RuleFile& rule, const PackRecord& builtin) {
  std::set<std::string_view> keys;
  for (const RuleRecord& known : builtin.rules) {
    if (known.family != rule.family) continue;
    for (const PropertyRecord& p : known.produces) keys.insert(p.key);
  }
  for (const auto& [key, value] : rule.produces) {
    if (!keys.contains(key)) {
      fail(rule.place, "family '" + rule.family + "' knows no '" + key + "' in 'produces': " + joined(keys));
    }
    std::set<std::string_view> values;
    for (const RuleRecord& known : builtin.rules) {
      if (known.family != rule.family) continue;
      for (const PropertyRecord& p : known.produces) {
        if (p.key == key) values.insert(p.value);
      }
    }
    if (chooses(key) && !values.contains(value)) {
      fail(rule.place, "'" + value + "' is no '" + key + "' of family '" + rule.family + "': " + joined(values));
    }
  }
}

std::vector<std::string> strings(std::span<const std::string_view> views) { return {views.begin(), views.end()}; }

bool same_words(std::span<const std::string_view> old, const std::vector<std::string>& now) {
  const std::set<std::string_view> a(old.begin(), old.end()), b(now.begin(), now.end());
  return a == b;
}

}  // namespace

RuleFolder as_folder(const PackRecord& builtin) {
  RuleFolder folder;
  for (const LexiconRecord& lexicon : builtin.lexicons) {
    LexiconFile file;
    file.name = lexicon.name;
    for (const WordRecord& w : lexicon.words) file.entries.push_back({std::string(w.word), std::string(w.value), 0});
    folder.lexicons.push_back(std::move(file));
  }
  for (const PropertyRecord& macro : builtin.macros) folder.macros.emplace_back(macro.key, macro.value);
  return folder;
}

void lay_over(RuleFolder& base, const RuleFolder& own) {
  for (const LexiconFile& lexicon : own.lexicons) {
    auto at = std::find_if(base.lexicons.begin(), base.lexicons.end(),
                           [&](const LexiconFile& known) { return known.name == lexicon.name; });
    if (at == base.lexicons.end()) {
      base.lexicons.push_back(lexicon);
      continue;
    }
    for (const auto& entry : lexicon.entries) {
      const auto same = std::find_if(at->entries.begin(), at->entries.end(),
                                     [&](const LexiconFile::Entry& known) { return known.word == entry.word; });
      if (same == at->entries.end())
        at->entries.push_back(entry);
      else
        same->value = entry.value;
    }
  }
  base.macros.insert(base.macros.end(), own.macros.begin(), own.macros.end());  // the first of a name stays in force
}

void check_layer(const RuleFolder& own, const RuleFolder& base, const PackRecord& builtin) {
  std::set<std::string_view> families;
  for (const RuleRecord& rule : builtin.rules) families.insert(rule.family);
  for (const RuleFile& rule : own.rules) {
    if (!families.contains(rule.family)) {
      fail(rule.place, "there is no family '" + rule.family + "': " + joined(families));
    }
    check_produces(rule, builtin);
  }
  for (const LexiconFile& lexicon : own.lexicons) {
    const LexiconFile* known = find_lexicon(base, lexicon.name);
    if (known != nullptr) {
      check_values(lexicon, *known);
    } else if (!names(own, lexicon.name)) {
      fail(lexicon.place, "there is no lexicon '" + lexicon.name + "', and no rule of this folder names it");
    }
  }
}

std::vector<std::pair<std::size_t, RuleFile>> extend_rules(const PackRecord& builtin, const RuleFolder& all) {
  std::vector<std::pair<std::size_t, RuleFile>> out;
  for (std::size_t i = 0; i < builtin.rules.size(); ++i) {
    const RuleRecord& record = builtin.rules[i];
    const RuleSource& source = builtin.sources[i];
    RuleFile rule;
    rule.id = record.id;
    rule.family = record.family;
    rule.habit = record.habit;
    rule.match = source.match;
    rule.written = {strings(source.unless_before), strings(source.unless_after), strings(source.only_before),
                    strings(source.only_after)};
    rule.place.path = rule.id;
    expand_rule(rule, all, nullptr);
    const bool same = rule.pattern == record.pattern && same_words(record.unless_before, rule.unless_before) &&
                      same_words(record.unless_after, rule.unless_after) &&
                      same_words(record.only_before, rule.only_before) &&
                      same_words(record.only_after, rule.only_after);
    if (same) continue;
    for (const PropertyRecord& p : record.produces) rule.produces.emplace_back(p.key, p.value);
    out.emplace_back(i, std::move(rule));
  }
  return out;
}

}  // namespace libparse::rules
