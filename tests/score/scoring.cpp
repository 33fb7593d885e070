// SPDX-License-Identifier: MIT
#include "scoring.hpp"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <set>

#include "comparable.hpp"
#include "libparse/names.hpp"

namespace score {
namespace {

using libparse::Span;

// Parts of a key; \x1f cannot stand in comparable text.
std::string key_of(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const std::string_view part : parts) (key += part) += '\x1f';
  return key;
}

// A key as people read it.
std::string shown(std::string key) {
  std::replace(key.begin(), key.end(), '\x1f', ' ');
  return key;
}

std::string number_key(const libparse::Decimal& number) {
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), "%.6f", number.to_double());
  return text.data();
}

std::string time_key(const libparse::Time& time) {
  const std::string_view type = libparse::name_of(time.type);
  switch (time.type) {
    case libparse::TimeType::deadline:
      return key_of({type, time.end});
    case libparse::TimeType::period:
      return key_of({type, time.start, time.end});
    case libparse::TimeType::start:
      return key_of({type, time.start});
    case libparse::TimeType::recurrence: {
      static const std::map<std::string, std::string> kSame = {{"P12M", "P1Y"}, {"P7D", "P1W"}, {"P2W", "P14D"}};
      const auto same = kSame.find(time.every);
      return key_of({type, same == kSame.end() ? time.every : same->second, time.by});
    }
    case libparse::TimeType::relative:
      return key_of({type, time.within});
    default:
      return key_of({type});
  }
}

std::string target_key(const libparse::Target& target) {
  return key_of({libparse::name_of(target.comparator), number_key(target.value),
                 target.max ? number_key(*target.max) : "", comparable(target.unit),
                 libparse::name_of(target.direction)});
}

struct Pair {
  double overlap = 0;  // intersection over union
  std::size_t gold = 0;
  std::size_t found = 0;
};

// Pairs off gold items and predicted tasks, the best overlap first; each is used once.
std::vector<Pair> pair_off(const std::vector<const GoldItem*>& golds, const std::vector<const libparse::Task*>& found,
                           double least) {
  std::vector<Pair> candidates;
  for (std::size_t g = 0; g < golds.size(); ++g) {
    for (std::size_t p = 0; p < found.size(); ++p) {
      const Span a = *golds[g]->span;
      const Span b = found[p]->span;
      const std::size_t begin = std::max(a.begin, b.begin);
      const std::size_t end = std::min(a.end, b.end);
      if (end <= begin) continue;
      const std::size_t whole = std::max(a.end, b.end) - std::min(a.begin, b.begin);
      candidates.push_back({static_cast<double>(end - begin) / static_cast<double>(whole), g, p});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Pair& x, const Pair& y) { return x.overlap > y.overlap; });
  std::set<std::size_t> used_gold;
  std::set<std::size_t> used_found;
  std::vector<Pair> pairs;
  for (const Pair& pair : candidates) {
    if (pair.overlap < least || used_gold.contains(pair.gold) || used_found.contains(pair.found)) continue;
    used_gold.insert(pair.gold);
    used_found.insert(pair.found);
    pairs.push_back(pair);
  }
  return pairs;
}

struct Keys {
  std::vector<std::string> required;
  std::vector<std::string> optional;  // a prediction may equal them or not
};

template <typename Entry, typename KeyOf>
Keys split_keys(const std::vector<Entry>& entries, bool all_optional, KeyOf key) {
  Keys keys;
  for (const Entry& entry : entries)
    (all_optional || entry.optional ? keys.optional : keys.required).push_back(key(entry));
  return keys;
}

// Compares two multisets of keys.
void compare_keys(Tally& tally, const Keys& gold, const std::vector<std::string>& found, const std::string& where) {
  std::map<std::string, std::size_t> left;
  for (const std::string& key : found) ++left[key];
  for (const std::string& key : gold.required) {
    if (left[key] > 0) {
      --left[key];
      ++tally.right;
    } else {
      ++tally.missed;
      tally.misses.push_back(where + ": " + shown(key));
    }
  }
  for (const std::string& key : gold.optional) {
    if (left[key] > 0) --left[key];
  }
  for (const auto& [key, n] : left) {
    tally.wrong += n;
    for (std::size_t i = 0; i < n; ++i) tally.false_finds.push_back(where + ": " + shown(key));
  }
}

// Pairs off quotes of which one holds the other.
void compare_quotes(Tally& tally, const std::vector<GoldTime>& gold, bool all_optional,
                    const std::vector<const libparse::Time*>& found, const std::string& where) {
  std::vector<std::string> left;
  for (const libparse::Time* time : found) left.push_back(comparable(time->text));
  for (const GoldTime& time : gold) {
    const std::string quote = comparable(time.time.text);
    const auto hit = std::find_if(left.begin(), left.end(), [&](const std::string& text) {
      return !text.empty() && (quote.find(text) != std::string::npos || text.find(quote) != std::string::npos);
    });
    const bool is_hit = hit != left.end();
    if (is_hit) left.erase(hit);
    if (all_optional || time.optional) continue;
    if (is_hit) {
      ++tally.right;
    } else {
      ++tally.missed;
      tally.misses.push_back(where + ": " + time.time.text);
    }
  }
  tally.wrong += left.size();
  for (const std::string& text : left) tally.false_finds.push_back(where + ": " + text);
}

class Scorer {
 public:
  Scores take() { return std::move(scores_); }

  void score_head(const std::map<std::string, std::string>& meta, const libparse::Document& document);
  void score_sections(const std::vector<Gold>& golds, const libparse::TaskList& prediction);
  void score_tasks(const std::vector<Gold>& golds, const libparse::TaskList& prediction);

 private:
  void count_tasks(const std::vector<const GoldItem*>& golds, const std::vector<const libparse::Task*>& found,
                   const std::vector<Pair>& loose);
  void compare_item(const GoldItem& gold, const libparse::Task& found);
  void compare_units(const GoldItem& gold, const libparse::Task& found, const std::string& where);
  void compare_indicators(const GoldItem& gold, const libparse::Task& found);

  Scores scores_;
};

bool is_in_region(const std::vector<Gold>& golds, const Span& span) {
  return std::any_of(golds.begin(), golds.end(),
                     [&](const Gold& gold) { return gold.region.begin <= span.begin && span.begin < gold.region.end; });
}

void Scorer::score_head(const std::map<std::string, std::string>& meta, const libparse::Document& document) {
  std::string issuers;
  for (const std::string& issuer : document.issuers) issuers += (issuers.empty() ? "" : " ") + comparable(issuer);
  const std::map<std::string, std::string> found = {
      {"title", document.title},
      {"doc_number", document.doc_number ? document.doc_number->text : ""},
      {"issued_on", document.issued_on},
      {"year", document.year != 0 ? std::to_string(document.year) : ""},
      {"issuer", issuers}};
  Tally& tally = scores_.layers[head];
  for (const auto& [field, want] : meta) {
    const std::string& got = found.at(field);
    // Of joint issuers the first is enough: gold separates them by an enumeration comma.
    const bool is_right = field == "issuer"
                              ? issuers.find(comparable(want.substr(0, want.find("\u3001")))) != std::string::npos
                              : comparable(got) == comparable(want);
    if (is_right) {
      ++tally.right;
      continue;
    }
    ++tally.missed;
    tally.wrong += !got.empty();
    tally.misses.push_back(field + ": " + want + " != " + got);
  }
}

void Scorer::score_sections(const std::vector<Gold>& golds, const libparse::TaskList& prediction) {
  Keys keys;
  for (const Gold& gold : golds) {
    for (const GoldSection& section : gold.sections) {
      if (section.found) keys.required.push_back(key_of({comparable(section.label), comparable(section.title)}));
    }
  }
  std::vector<std::string> found;
  for (const libparse::Section& section : prediction.sections) {
    if (section.label.empty() || !is_in_region(golds, section.span)) continue;
    found.push_back(key_of({comparable(section.label), comparable(section.title)}));
  }
  compare_keys(scores_.layers[sections], keys, found, "");
}

void Scorer::score_tasks(const std::vector<Gold>& golds, const libparse::TaskList& prediction) {
  std::vector<const GoldItem*> items;
  for (const Gold& gold : golds) {
    for (const GoldItem& item : gold.items) {
      if (item.span) items.push_back(&item);
    }
  }
  std::vector<const libparse::Task*> found;
  for (const libparse::Task& task : prediction.tasks) {
    if (is_in_region(golds, task.span)) found.push_back(&task);
  }
  const std::vector<Pair> loose = pair_off(items, found, 0.3);
  count_tasks(items, found, loose);

  std::map<std::size_t, std::size_t> partner;
  std::set<std::size_t> taken;
  for (const Pair& pair : loose) {
    partner[pair.gold] = pair.found;
    taken.insert(pair.found);
  }
  const libparse::Task nothing;
  for (std::size_t g = 0; g < items.size(); ++g) {
    const auto at = partner.find(g);
    compare_item(*items[g], at == partner.end() ? nothing : *found[at->second]);
  }
  for (std::size_t p = 0; p < found.size(); ++p) {
    if (taken.contains(p)) continue;
    GoldItem none;
    none.start = found[p]->text;
    compare_item(none, *found[p]);
  }
}

void Scorer::count_tasks(const std::vector<const GoldItem*>& golds, const std::vector<const libparse::Task*>& found,
                         const std::vector<Pair>& loose) {
  std::set<std::size_t> hit_gold;
  std::set<std::size_t> excused;
  for (const Pair& pair : pair_off(golds, found, 0.8)) {
    hit_gold.insert(pair.gold);
    excused.insert(pair.found);
    scores_.kind.add(golds[pair.gold]->kind == found[pair.found]->kind);
  }
  for (const Pair& pair : loose) {
    if (golds[pair.gold]->optional) excused.insert(pair.found);
  }
  Tally& tally = scores_.layers[tasks];
  for (std::size_t g = 0; g < golds.size(); ++g) {
    if (golds[g]->optional) continue;
    if (hit_gold.contains(g)) {
      ++tally.right;
    } else {
      ++tally.missed;
      tally.misses.push_back(golds[g]->start + " … " + golds[g]->end);
    }
  }
  for (std::size_t p = 0; p < found.size(); ++p) {
    if (excused.contains(p)) continue;
    ++tally.wrong;
    tally.false_finds.push_back(found[p]->id + ": " + found[p]->text);
  }
}

void Scorer::compare_item(const GoldItem& gold, const libparse::Task& found) {
  const std::string& where = gold.start;
  compare_units(gold, found, where);

  std::vector<const libparse::Time*> found_times;
  std::vector<std::string> found_time_keys;
  for (const libparse::Time& time : found.times) {
    found_times.push_back(&time);
    found_time_keys.push_back(time_key(time));
  }
  const Keys time_keys = split_keys(gold.times, gold.optional, [](const GoldTime& t) { return time_key(t.time); });
  compare_keys(scores_.layers[times], time_keys, found_time_keys, where);
  compare_quotes(scores_.layers[time_text], gold.times, gold.optional, found_times, where);

  std::vector<std::string> found_target_keys;
  for (const libparse::Target& target : found.targets) found_target_keys.push_back(target_key(target));
  const Keys target_keys =
      split_keys(gold.targets, gold.optional, [](const GoldTarget& t) { return target_key(t.target); });
  compare_keys(scores_.layers[targets], target_keys, found_target_keys, where);
  compare_indicators(gold, found);
}

void Scorer::compare_units(const GoldItem& gold, const libparse::Task& found, const std::string& where) {
  std::set<std::string> named;
  std::map<std::string, std::string> spelling;  // restored name → as written: either is right
  for (const GoldUnit& unit : gold.units) {
    named.insert(comparable(unit.name));
    named.insert(comparable(unit.unit));
    spelling[comparable(unit.name)] = comparable(unit.unit);
  }
  std::vector<std::string> with_role;
  std::vector<std::string> without_role;
  std::vector<std::string> full_names;
  for (const libparse::Responsibility& unit : found.responsibilities) {
    const std::string name = comparable(unit.name.empty() ? unit.organization : unit.name);
    // Units that a document rule adds are free; they count where gold names them too.
    if (unit.inherited && !named.contains(name)) continue;
    const std::string written = comparable(unit.organization);
    const auto same = spelling.find(written);
    const std::string& as_gold = same == spelling.end() ? written : same->second;
    const std::string_view role = libparse::name_of(unit.role);
    with_role.push_back(key_of({role, as_gold}));
    without_role.push_back(key_of({as_gold}));
    full_names.push_back(key_of({role, name}));
  }
  const auto compare = [&](Layer layer, const std::vector<std::string>& keys, auto key) {
    compare_keys(scores_.layers[layer], split_keys(gold.units, gold.optional, key), keys, where);
  };
  compare(units, with_role, [](const GoldUnit& u) { return key_of({libparse::name_of(u.role), comparable(u.unit)}); });
  compare(unit_text, without_role, [](const GoldUnit& u) { return key_of({comparable(u.unit)}); });
  compare(names, full_names, [](const GoldUnit& u) { return key_of({libparse::name_of(u.role), comparable(u.name)}); });
}

void Scorer::compare_indicators(const GoldItem& gold, const libparse::Task& found) {
  std::vector<const libparse::Target*> left;
  for (const libparse::Target& target : found.targets) left.push_back(&target);
  for (const GoldTarget& target : gold.targets) {
    const auto equals = [&](const libparse::Target* t) { return target_key(*t) == target_key(target.target); };
    const auto first = std::find_if(left.begin(), left.end(), equals);
    if (first == left.end()) continue;
    const auto close = std::find_if(first, left.end(), [&](const libparse::Target* t) {
      return equals(t) && is_similar(target.target.indicator, t->indicator);
    });
    const bool is_close = close != left.end();
    left.erase(is_close ? close : first);
    if (target.has_indicator) scores_.indicator.add(is_close);
  }
}

}  // namespace

double Tally::precision() const {
  return right + wrong == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(right + wrong);
}

double Tally::recall() const {
  return right + missed == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(right + missed);
}

double Tally::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r == 0 ? 0.0 : 2 * p * r / (p + r);
}

void Scores::add(const Scores& other) {
  for (std::size_t l = 0; l < kLayers; ++l) {
    layers[l].right += other.layers[l].right;
    layers[l].wrong += other.layers[l].wrong;
    layers[l].missed += other.layers[l].missed;
  }
  kind.right += other.kind.right;
  kind.all += other.kind.all;
  indicator.right += other.indicator.right;
  indicator.all += other.indicator.all;
}

Scores score_document(const std::vector<Gold>& golds, const libparse::TaskList& prediction) {
  Scorer scorer;
  const auto with_head = std::find_if(golds.begin(), golds.end(), [](const Gold& gold) { return !gold.meta.empty(); });
  if (with_head != golds.end()) scorer.score_head(with_head->meta, prediction.document);
  scorer.score_sections(golds, prediction);
  scorer.score_tasks(golds, prediction);
  return scorer.take();
}

}  // namespace score
