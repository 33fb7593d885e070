// SPDX-License-Identifier: MIT
#include "compare/targets.hpp"

#include <algorithm>
#include <compare>
#include <optional>
#include <set>
#include <string>

#include "compare/pairing.hpp"
#include "libparse/fingerprint.hpp"
#include "text/utf8.hpp"

namespace libparse::compare {
namespace {

constexpr double kSimilarIndicator = 0.4;  // Dice coefficient of the characters
constexpr std::size_t kMostTried = 64;     // targets that one target is held against

// Sign of a - b. Values that differ by less than a double tells are equal only where they are written so.
std::strong_ordering order(const Decimal& a, const Decimal& b) {
  if (a == b) return std::strong_ordering::equal;
  return a.to_double() < b.to_double() ? std::strong_ordering::less : std::strong_ordering::greater;
}

bool bounds_from_above(Comparator c) { return c == Comparator::le || c == Comparator::lt; }

std::optional<Change> change_of(std::strong_ordering more, bool less_is_tighter) {
  if (more == std::strong_ordering::equal) return std::nullopt;
  return (more == std::strong_ordering::greater) != less_is_tighter ? Change::target_tightened
                                                                    : Change::target_loosened;
}

std::optional<Change> compare_ranges(const Target& a, const Target& b) {
  const auto low = order(b.value, a.value);
  const auto high = order(b.max.value_or(b.value), a.max.value_or(a.value));
  if (low == 0 && high == 0) return std::nullopt;
  if (low >= 0 && high >= 0) return Change::target_tightened;  // 3至5处 → 4至6处
  if (low <= 0 && high <= 0) return Change::target_loosened;
  return low > 0 ? Change::target_tightened : Change::target_loosened;  // narrower, wider
}

std::string key_of(const Target& t) {
  return normalized_body(t.indicator) + '\n' + std::string(name_of(t.comparator)) + ' ' + t.value.to_string() + ' ' +
         (t.max ? t.max->to_string() : std::string{}) + ' ' + t.unit + ' ' + std::string(name_of(t.direction));
}

bool is_similar(const std::string& a, const std::string& b) {
  const auto characters = [](const std::string& text) {
    std::set<char32_t> found;
    for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) found.insert(text::char_at(text, at));
    return found;
  };
  const auto one = characters(a), other = characters(b);
  if (one.empty() || other.empty()) return true;
  std::size_t common = 0;
  for (const char32_t c : one) common += other.count(c);
  return 2.0 * static_cast<double>(common) >= kSimilarIndicator * static_cast<double>(one.size() + other.size());
}

bool is_ratio(const Target& t) { return t.unit.empty() || t.unit == "%" || t.unit == "\u2030"; }

struct Item {
  const Target* target = nullptr;
  std::string indicator;  ///< normalised
};

std::vector<Item> targets_of(const std::vector<const Task*>& tasks) {
  std::vector<Item> found;
  for (const Task* task : tasks) {
    for (const Target& target : task->targets) found.push_back({&target, normalized_body(target.indicator)});
  }
  return found;
}

}  // namespace

std::optional<Change> compare_bounds(const Target& a, const Target& b) {
  if (a.unit != b.unit) return Change::target_unit_changed;
  if (a.direction != b.direction && a.direction != Direction::none && b.direction != Direction::none)
    return Change::target_changed;  // 增长 became 下降
  const bool above = bounds_from_above(a.comparator);
  if (above != bounds_from_above(b.comparator)) return Change::target_changed;
  if (a.comparator == Comparator::range && b.comparator == Comparator::range) return compare_ranges(a, b);
  if (const auto change = change_of(order(b.value, a.value), above)) return change;
  if (a.comparator == b.comparator) return std::nullopt;
  // The same number: 100个以上, 100个 and 达到100个 ask for the same at least, 超过100个 for more, 100至120个 at most.
  const auto rank = [](Comparator c) { return c == Comparator::gt || c == Comparator::lt ? 1 : 0; };
  if (rank(a.comparator) != rank(b.comparator))
    return rank(b.comparator) > rank(a.comparator) ? Change::target_tightened : Change::target_loosened;
  const bool one_is_range = a.comparator == Comparator::range || b.comparator == Comparator::range;
  return one_is_range ? std::optional(Change::target_changed) : std::nullopt;
}

void compare_targets(const std::vector<const Task*>& before, const std::vector<const Task*>& after, ComparisonMode mode,
                     std::vector<Difference>& changes) {
  Unpaired<Item> left{targets_of(before), targets_of(after)};
  const auto pair = [&](const Item& a, const Item& b) {
    const auto change = compare_bounds(*a.target, *b.target);
    if (!change) return;
    const bool is_share = mode == ComparisonMode::cascade && *change != Change::target_unit_changed &&
                          !(is_ratio(*a.target) && is_ratio(*b.target));
    if (!is_share) changes.push_back({*change, b.target->indicator, a.target->text, b.target->text, {}});
  };
  left.take_equal([](const Item& item) { return key_of(*item.target); }, pair);
  left.take_equal(
      [](const Item& item) {
        return item.indicator.empty() ? std::string{} : item.indicator + '\n' + item.target->unit;
      },
      pair);
  left.take_equal([](const Item& item) { return item.indicator; }, pair);
  std::erase_if(left.before, [&](const Item& a) {
    const auto end = left.after.begin() + static_cast<std::ptrdiff_t>(std::min(kMostTried, left.after.size()));
    const auto fits = std::find_if(left.after.begin(), end, [&](const Item& b) {
      return a.target->unit == b.target->unit && is_similar(a.indicator, b.indicator);
    });
    if (fits == end) return false;
    pair(a, *fits);
    left.after.erase(fits);
    return true;
  });
  for (const Item& item : left.before)
    changes.push_back({Change::target_lost, item.target->indicator, item.target->text, {}, {}});
  for (const Item& item : left.after)
    changes.push_back({Change::target_gained, item.target->indicator, {}, item.target->text, {}});
}

}  // namespace libparse::compare
