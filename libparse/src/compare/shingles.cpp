// SPDX-License-Identifier: MIT
#include "compare/shingles.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "text/utf8.hpp"

namespace libparse::compare {
namespace {

// Texts that one text is held against at first, so that lists in which all tasks share their words stay linear. Rare
// shingles come first, so the limit cuts off what tells tasks apart least.
constexpr std::size_t kMostPostings = 4096;
// Of those, the ones that are compared in full. A split has rarely more parts.
constexpr std::size_t kMostCandidates = 12;
// Lists of shingles whose lengths differ by more are searched, others merged.
constexpr std::size_t kSearchRatio = 16;

// Calls visit(shingle) for each that both lists have.
template <typename Visit>
void for_each_common(const Shingles& a, const Shingles& b, const Visit& visit) {
  const Shingles& few = a.size() <= b.size() ? a : b;
  const Shingles& many = a.size() <= b.size() ? b : a;
  if (few.size() * kSearchRatio < many.size()) {
    auto from = many.begin();
    for (const std::uint32_t shingle : few) {
      from = std::lower_bound(from, many.end(), shingle);
      if (from != many.end() && *from == shingle) visit(shingle);
    }
    return;
  }
  for (auto i = few.begin(), k = many.begin(); i != few.end() && k != many.end();) {
    if (*i < *k) {
      ++i;
    } else if (*k < *i) {
      ++k;
    } else {
      visit(*i);
      ++i, ++k;
    }
  }
}

}  // namespace

ShingleIndex::ShingleIndex(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  std::vector<std::size_t> frequency;
  const auto read = [&](const std::vector<std::string>& texts, Side& side) {
    for (const std::string& text : texts) {
      Shingles& shingles = side.shingles.emplace_back();
      char32_t previous = 0;  // the first character counts as a pair of its own, so that one character is a text too
      for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
        const char32_t c = text::char_at(text, at);
        const std::uint64_t pair = static_cast<std::uint64_t>(previous) << 32 | c;
        const auto [entry, is_new] = numbers.try_emplace(pair, static_cast<std::uint32_t>(numbers.size()));
        if (is_new) frequency.push_back(0);
        shingles.push_back(entry->second);
        previous = c;
      }
      std::sort(shingles.begin(), shingles.end());
      shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
      for (const std::uint32_t shingle : shingles) ++frequency[shingle];
    }
  };
  read(before, before_);
  read(after, after_);

  const auto texts = static_cast<double>(before.size() + after.size());
  for (const std::size_t count : frequency) weight_of_.push_back(std::log(1 + texts / static_cast<double>(count)));
  for (Side* side : {&before_, &after_}) {
    for (const Shingles& shingles : side->shingles) {
      double sum = 0;
      for (const std::uint32_t shingle : shingles) sum += weight_of_[shingle];
      side->weights.push_back(sum);
    }
  }
}

double ShingleIndex::common(const Shingles& a, const Shingles& b) const {
  double sum = 0;
  for_each_common(a, b, [&](std::uint32_t shingle) { sum += weight_of_[shingle]; });
  return sum;
}

double ShingleIndex::common_without(const Shingles& a, const Shingles& b, const Shingles& without) const {
  double sum = 0;
  for_each_common(a, b, [&](std::uint32_t shingle) {
    if (!std::binary_search(without.begin(), without.end(), shingle)) sum += weight_of_[shingle];
  });
  return sum;
}

ShingleIndex::Postings ShingleIndex::postings(const Side& side, const std::vector<bool>& skip) const {
  Postings made(weight_of_.size());
  for (std::size_t i = 0; i < side.shingles.size(); ++i) {
    if (skip[i]) continue;
    for (const std::uint32_t shingle : side.shingles[i]) made[shingle].push_back(static_cast<std::uint32_t>(i));
  }
  return made;
}

std::vector<std::size_t> ShingleIndex::nearest(const Shingles& query, std::size_t place, const Postings& postings,
                                               std::vector<double>& scores) const {
  Shingles by_rarity = query;
  std::stable_sort(by_rarity.begin(), by_rarity.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return postings[a].size() < postings[b].size(); });
  std::vector<std::size_t> touched;
  std::size_t seen = 0;
  for (const std::uint32_t shingle : by_rarity) {
    const auto& texts = postings[shingle];
    if (texts.empty()) continue;
    // A shingle of very many texts is looked at around the query's own place in the list, where its like will stand.
    const auto behind = static_cast<std::size_t>(std::lower_bound(texts.begin(), texts.end(), place) - texts.begin());
    const std::size_t room = std::min(texts.size(), kMostPostings - seen);
    const std::size_t first = std::min(behind - std::min(behind, room / 2), texts.size() - room);
    for (std::size_t i = first; i < first + room; ++i) {
      if (scores[texts[i]] == 0) touched.push_back(texts[i]);
      scores[texts[i]] += weight_of_[shingle];
    }
    seen += room;
    if (seen == kMostPostings) break;
  }
  const auto distance = [&](std::size_t i) { return i > place ? i - place : place - i; };
  const auto is_nearer = [&](std::size_t a, std::size_t b) {
    if (scores[a] != scores[b]) return scores[a] > scores[b];
    return distance(a) != distance(b) ? distance(a) < distance(b) : a < b;
  };
  std::vector<std::size_t> best(std::min(kMostCandidates, touched.size()));
  std::partial_sort_copy(touched.begin(), touched.end(), best.begin(), best.end(), is_nearer);
  for (const std::size_t i : touched) scores[i] = 0;
  return best;
}

std::vector<Candidate> ShingleIndex::candidates(const std::vector<bool>& skip_before,
                                                const std::vector<bool>& skip_after) const {
  std::vector<Candidate> found;
  std::vector<double> scores(std::max(skip_before.size(), skip_after.size()));
  // From both sides, so that swapped lists have the same candidates.
  const Postings of_after = postings(after_, skip_after);
  for (std::size_t i = 0; i < skip_before.size(); ++i) {
    if (skip_before[i]) continue;
    for (const std::size_t k : nearest(before_.shingles[i], i, of_after, scores)) found.push_back({i, k, 0});
  }
  const Postings of_before = postings(before_, skip_before);
  for (std::size_t k = 0; k < skip_after.size(); ++k) {
    if (skip_after[k]) continue;
    for (const std::size_t i : nearest(after_.shingles[k], k, of_before, scores)) found.push_back({i, k, 0});
  }
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.before != b.before ? a.before < b.before : a.after < b.after;
  });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (Candidate& pair : found) pair.common = common(before_.shingles[pair.before], after_.shingles[pair.after]);
  return found;
}

}  // namespace libparse::compare
