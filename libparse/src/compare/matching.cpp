// SPDX-License-Identifier: MIT
#include "compare/matching.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "compare/shingles.hpp"

namespace libparse::compare {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// From where on two texts count as one task. Similarity is the weighted Dice coefficient: 1 for equal texts, 0 for
/// texts without a pair of characters in common.
struct Thresholds {
  double pair;   ///< similarity plus what title and place add
  double floor;  ///< similarity alone: a title by itself makes no pair
};
// Half of what is told is told by both. Unrelated tasks of one plan reach 0.1 to 0.2, because officialese repeats
// itself.
constexpr Thresholds kVersionThresholds{0.5, 0.3};
// The lower plan tells the same task in its own words and adds its own places and numbers.
constexpr Thresholds kCascadeThresholds{0.36, 0.2};
constexpr double kSameTitle = 0.15;  // tie breakers; more than the spread among near-equal bodies
constexpr double kSamePlace = 0.05;
// How much of a part has to come from the whole: a part may have got a new lead-in, but most of it is taken over.
constexpr double kPartOfWhole = 0.6;
// How much of that must be what the whole's first partner does not have, or it is a repetition and no part.
constexpr double kNewInPart = 0.5;
constexpr std::size_t kMostParts = 64;  // of one whole
// One and one by containment alone: below, so little is left that the one was dropped and the other added.
constexpr double kLoneFloor = 0.2;
constexpr std::size_t kSmallestPart = 6;  // shingles; less is a phrase that stands anywhere

class Matcher {
 public:
  Matcher(const std::vector<MatchedText>& before, const std::vector<MatchedText>& after, ComparisonMode mode)
      : before_(before),
        after_(after),
        thresholds_(mode == ComparisonMode::cascade ? kCascadeThresholds : kVersionThresholds),
        group_of_before_(before.size(), kNone),
        group_of_after_(after.size(), kNone) {}

  std::vector<TaskDifference> run() {
    pair_equal();
    const std::size_t equal = groups_.size();
    if (equal < before_.size() && equal < after_.size()) {
      const ShingleIndex index(bodies(before_), bodies(after_));
      const std::vector<Candidate> candidates = index.candidates(taken(group_of_before_), taken(group_of_after_));
      pair_similar(index, candidates);
      attach_parts(index, candidates);
    }
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (group_of_before_[i] == kNone) groups_.push_back({{i}, {}, 0, {}});
    }
    for (std::size_t k = 0; k < after_.size(); ++k) {
      if (group_of_after_[k] == kNone) groups_.push_back({{}, {k}, 0, {}});
    }
    return std::move(groups_);
  }

 private:
  static std::vector<std::string> bodies(const std::vector<MatchedText>& texts) {
    std::vector<std::string> found;
    found.reserve(texts.size());
    for (const MatchedText& text : texts) found.push_back(text.body);
    return found;
  }
  static std::vector<bool> taken(const std::vector<std::size_t>& groups) {
    std::vector<bool> found;
    found.reserve(groups.size());
    for (const std::size_t group : groups) found.push_back(group != kNone);
    return found;
  }

  void pair(std::size_t i, std::size_t k, double similarity) {
    group_of_before_[i] = group_of_after_[k] = groups_.size();
    groups_.push_back({{i}, {k}, similarity, {}});
  }

  /// Equal bodies. Where several tasks share one body, those with the same title in the same place first, then those
  /// with the same title, then in reading order.
  void pair_equal() {
    const auto by = [&](const auto& key_of) {
      std::unordered_map<std::string, std::vector<std::size_t>> waiting;  // of the new list, the first at the back
      for (std::size_t k = after_.size(); k-- > 0;) {
        if (group_of_after_[k] == kNone && !after_[k].body.empty()) waiting[key_of(after_[k])].push_back(k);
      }
      for (std::size_t i = 0; i < before_.size(); ++i) {
        if (group_of_before_[i] != kNone || before_[i].body.empty()) continue;
        const auto found = waiting.find(key_of(before_[i]));
        if (found == waiting.end() || found->second.empty()) continue;
        pair(i, found->second.back(), 1);
        found->second.pop_back();
      }
    };
    by([](const MatchedText& t) { return t.body + '\n' + t.title + '\n' + t.place; });
    by([](const MatchedText& t) { return t.body + '\n' + t.title; });
    by([](const MatchedText& t) { return t.body; });
  }

  struct Scored {
    double score;
    double similarity;
    std::size_t before;
    std::size_t after;
  };
  /// The best first. Ties go by places in a way that does not change when the lists are swapped.
  static bool is_better(const Scored& a, const Scored& b) {
    if (a.score != b.score) return a.score > b.score;
    const auto apart = [](const Scored& s) { return s.before > s.after ? s.before - s.after : s.after - s.before; };
    if (apart(a) != apart(b)) return apart(a) < apart(b);
    if (a.before + a.after != b.before + b.after) return a.before + a.after < b.before + b.after;
    return a.before < b.before;
  }

  void pair_similar(const ShingleIndex& index, const std::vector<Candidate>& candidates) {
    std::vector<Scored> scored;
    for (const Candidate& c : candidates) {
      const double all = index.weight_before(c.before) + index.weight_after(c.after);
      const double similarity = all > 0 ? 2 * c.common / all : 0;
      const MatchedText &a = before_[c.before], &b = after_[c.after];
      double score = similarity;
      if (!a.title.empty() && a.title == b.title) score += kSameTitle;
      if (a.place == b.place) score += kSamePlace;
      if (similarity >= thresholds_.floor && score >= thresholds_.pair)
        scored.push_back({score, similarity, c.before, c.after});
    }
    std::sort(scored.begin(), scored.end(), is_better);
    for (const Scored& s : scored) {
      if (group_of_before_[s.before] == kNone && group_of_after_[s.after] == kNone)
        pair(s.before, s.after, s.similarity);
    }
  }

  /// A task without partner that mostly stands inside a task of the other list is a part of it.
  void attach_parts(const ShingleIndex& index, const std::vector<Candidate>& candidates) {
    std::vector<Scored> scored;
    for (const Candidate& c : candidates) {
      const double in_before = c.common / std::max(index.weight_after(c.after), 1e-9);
      const double in_after = c.common / std::max(index.weight_before(c.before), 1e-9);
      const bool part_of_before = group_of_after_[c.after] == kNone && in_before >= kPartOfWhole &&
                                  index.after(c.after).size() >= kSmallestPart;
      const bool part_of_after = group_of_before_[c.before] == kNone && in_after >= kPartOfWhole &&
                                 index.before(c.before).size() >= kSmallestPart;
      if (part_of_before || part_of_after) {
        const double all = index.weight_before(c.before) + index.weight_after(c.after);
        scored.push_back({std::max(in_before, in_after), 2 * c.common / all, c.before, c.after});
      }
    }
    std::sort(scored.begin(), scored.end(), is_better);
    for (const Scored& s : scored) attach(index, s);
    std::erase_if(groups_, [&](const TaskDifference& group) {
      const bool is_lone = group.before.size() == 1 && group.after.size() == 1 && group.similarity < kLoneFloor;
      if (is_lone) group_of_before_[group.before[0]] = group_of_after_[group.after[0]] = kNone;
      return is_lone;
    });
  }

  void attach(const ShingleIndex& index, const Scored& s) {
    std::size_t& of_before = group_of_before_[s.before];
    std::size_t& of_after = group_of_after_[s.after];
    if (of_before == kNone && of_after == kNone) {
      pair(s.before, s.after, s.similarity);
      return;
    }
    if (of_before != kNone && of_after != kNone) return;
    const bool is_split = of_before != kNone;  // the new task is a part of the old one
    const std::size_t number = is_split ? of_before : of_after;
    TaskDifference& group = groups_[number];
    if (group.similarity == 1 || (is_split ? group.before : group.after).size() != 1 ||
        (is_split ? group.after : group.before).size() >= kMostParts)
      return;
    const Shingles& whole = is_split ? index.before(s.before) : index.after(s.after);
    const Shingles& part = is_split ? index.after(s.after) : index.before(s.before);
    if (index.common(whole, part) <
        kPartOfWhole * (is_split ? index.weight_after(s.after) : index.weight_before(s.before)))
      return;
    Shingles covered;  // by the parts that are there already
    for (const std::size_t member : is_split ? group.after : group.before) {
      const Shingles& other = is_split ? index.after(member) : index.before(member);
      Shingles both;
      std::set_union(covered.begin(), covered.end(), other.begin(), other.end(), std::back_inserter(both));
      covered = std::move(both);
    }
    if (index.common_without(whole, part, covered) < kNewInPart * index.common(whole, part)) return;
    (is_split ? of_after : of_before) = number;
    auto& members = is_split ? group.after : group.before;
    const std::size_t member = is_split ? s.after : s.before;
    members.insert(std::upper_bound(members.begin(), members.end(), member), member);
    group.similarity = 0;
  }

  const std::vector<MatchedText>& before_;
  const std::vector<MatchedText>& after_;
  Thresholds thresholds_;
  std::vector<TaskDifference> groups_;
  std::vector<std::size_t> group_of_before_;
  std::vector<std::size_t> group_of_after_;
};

}  // namespace

std::vector<TaskDifference> match(const std::vector<MatchedText>& before, const std::vector<MatchedText>& after,
                                  ComparisonMode mode) {
  return Matcher(before, after, mode).run();
}

}  // namespace libparse::compare
