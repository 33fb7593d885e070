// SPDX-License-Identifier: MIT
#include "compare/units.hpp"

#include <algorithm>
#include <unordered_map>

#include "text/utf8.hpp"

namespace libparse::compare {
namespace {

constexpr std::size_t kShortestAbbreviation = 2;  // characters: 住建, 发改; one character tells too little
constexpr std::size_t kLongestPlace = 6;          // characters of a place in front of its level: 云岭|市
// Names without a partner that are held against each other; more in one task is no list of units.
constexpr std::size_t kMostLeft = 200;

/// True where `brief` leaves characters of `full` out: 住建 of 住房城乡建设.
bool abbreviates(std::string_view brief, std::string_view full) {
  if (brief.empty() || full.empty() || text::char_at(brief, 0) != text::char_at(full, 0)) return false;
  std::size_t at = 0;
  for (std::size_t k = 0; k < full.size() && at < brief.size(); k = text::next(full, k)) {
    if (text::char_at(full, k) == text::char_at(brief, at)) at = text::next(brief, at);
  }
  return at == brief.size();
}

bool is_same_core(std::string_view a, std::string_view b) {
  if (a == b) return !a.empty();
  const bool a_is_brief = a.size() < b.size();
  const std::string_view brief = a_is_brief ? a : b;
  return text::count(brief) >= kShortestAbbreviation && abbreviates(brief, a_is_brief ? b : a);
}

const std::string& name_of(const Responsibility& unit) { return unit.name.empty() ? unit.organization : unit.name; }

struct Sides {
  std::vector<const Responsibility*> before;
  std::vector<const Responsibility*> after;
};

/// Takes out the pairs whose keys are equal, in order, and calls found(old, new).
template <typename Key, typename Found>
void take_equal(Sides& left, const Key& key, const Found& found) {
  std::unordered_map<std::string, std::vector<const Responsibility*>> waiting;
  for (auto unit = left.after.rbegin(); unit != left.after.rend(); ++unit) {
    if (std::string of = key(**unit); !of.empty()) waiting[std::move(of)].push_back(*unit);
  }
  std::vector<const Responsibility*> taken;
  std::erase_if(left.before, [&](const Responsibility* unit) {
    const auto same = waiting.find(key(*unit));
    if (same == waiting.end() || same->second.empty()) return false;
    found(*unit, *same->second.back());
    taken.push_back(same->second.back());
    same->second.pop_back();
    return true;
  });
  std::sort(taken.begin(), taken.end());
  std::erase_if(left.after,
                [&](const Responsibility* unit) { return std::binary_search(taken.begin(), taken.end(), unit); });
}

}  // namespace

UnitComparer::Name UnitComparer::take_apart(std::string_view name) const {
  Name made;
  if (const auto ending = endings_.suffix(name); ending && ending.word.size() < name.size()) {
    made.ending = ending.word;
    made.ending_class = ending.value;
  }
  const std::string_view core = name.substr(0, name.size() - made.ending.size());
  made.cores.push_back(core);
  std::string_view from_level;  // 市住建 of 云岭市住建
  std::size_t at = core.empty() ? 0 : text::next(core, 0);
  for (std::size_t characters = 1; characters <= kLongestPlace && at < core.size(); ++characters) {
    if (characters > 1 && levels_.prefix(core.substr(at))) {
      from_level = core.substr(at);
      made.cores.push_back(from_level);
      break;
    }
    at = text::next(core, at);
  }
  if (mode_ == ComparisonMode::version) return made;
  for (const std::string_view start : {core, from_level}) {
    auto level = levels_.prefix(start);
    if (!level) level = national_.prefix(start);
    if (level && level.word.size() < start.size()) made.cores.push_back(start.substr(level.word.size()));
  }
  return made;
}

bool UnitComparer::is_same(const Responsibility& a, const Responsibility& b) const {
  if (a.group != b.group) return false;
  if (a.group && mode_ == ComparisonMode::cascade) return true;  // 各市 become 各县 one level down
  const Name one = take_apart(name_of(a)), other = take_apart(name_of(b));
  if (mode_ == ComparisonMode::version && one.ending != other.ending && !abbreviates(one.ending, other.ending) &&
      !abbreviates(other.ending, one.ending)) {
    return false;  // 县公安局 is not 县公安局交警大队
  }
  if (one.ending_class != other.ending_class) return false;
  for (const std::string_view core : one.cores) {
    for (const std::string_view candidate : other.cores) {
      if (is_same_core(core, candidate)) return true;
    }
  }
  return false;
}

void UnitComparer::compare(const std::vector<const Responsibility*>& before,
                           const std::vector<const Responsibility*>& after, std::vector<Difference>& changes) const {
  const auto note = [&](const Responsibility& a, const Responsibility& b) {
    if (a.role != b.role) {
      changes.push_back({Change::role_changed,
                         name_of(b),
                         std::string(libparse::name_of(a.role)),
                         std::string(libparse::name_of(b.role)),
                         {}});
    }
    if (a.scope != b.scope) changes.push_back({Change::scope_changed, name_of(b), a.scope, b.scope, {}});
  };
  Sides left{before, after};
  const auto with_role = [](const Responsibility& unit) {
    return std::to_string(static_cast<int>(unit.role)) + name_of(unit);
  };
  take_equal(left, with_role, note);
  take_equal(
      left, [](const Responsibility& unit) { return name_of(unit); }, note);
  take_equal(
      left, [](const Responsibility& unit) { return unit.canonical; }, note);
  if (left.before.size() <= kMostLeft && left.after.size() <= kMostLeft) {
    for (const bool same_role : {true, false}) {
      std::erase_if(left.before, [&](const Responsibility* unit) {
        const auto same = std::find_if(left.after.begin(), left.after.end(), [&](const Responsibility* other) {
          return (!same_role || unit->role == other->role) && is_same(*unit, *other);
        });
        if (same == left.after.end()) return false;
        note(*unit, **same);
        left.after.erase(same);
        return true;
      });
    }
  }
  const auto lone = [&](Change change, const Responsibility& unit) {
    const std::string role(libparse::name_of(unit.role));
    const bool gained = change == Change::unit_added;
    changes.push_back({change, name_of(unit), gained ? std::string{} : role, gained ? role : std::string{}, {}});
  };
  for (const Responsibility* unit : left.before) lone(Change::unit_removed, *unit);
  for (const Responsibility* unit : left.after) lone(Change::unit_added, *unit);
}

}  // namespace libparse::compare
