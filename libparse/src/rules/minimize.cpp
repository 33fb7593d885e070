// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <stdexcept>

#include "rules/subsets.hpp"

namespace libparse::rules {
namespace {

using Blocks = std::vector<std::uint16_t>;  // by state: the block of states that are not yet told apart

std::uint64_t mix(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ x >> 30U) * 0xBF58476D1CE4E5B9U;
  x = (x ^ x >> 27U) * 0x94D049BB133111EBU;
  return x ^ x >> 31U;
}

/// Sums the row of a state over all classes, class weight times block value, twice: the time is that of its cells.
class RowSums {
 public:
  using Sum = std::pair<std::uint64_t, std::uint64_t>;
  explicit RowSums(std::uint16_t classes) {
    for (std::uint64_t c = 0; c < classes; ++c) {
      weights_.emplace_back(mix(c) | 1U, mix(c ^ 0x5851F42D4C957F2DU) | 1U);
      all_.first += weights_.back().first;
      all_.second += weights_.back().second;
    }
  }
  [[nodiscard]] Sum of(const Transitions::Row& row, const Blocks& blocks) const {
    const auto value = [&](std::uint16_t state, std::uint64_t salt) { return mix(blocks[state] * 2U + salt); };
    const Sum other{value(row.otherwise, 0), value(row.otherwise, 1)};
    Sum sum{all_.first * other.first, all_.second * other.second};
    for (const auto& [c, state] : row.cells) {
      sum.first += weights_[c].first * (value(state, 0) - other.first);
      sum.second += weights_[c].second * (value(state, 1) - other.second);
    }
    return sum;
  }

 private:
  std::vector<Sum> weights_;
  Sum all_{0, 0};
};

/// The row in terms of blocks, with the commonest target as `otherwise`.
Transitions::Row row_of(const Transitions::Row& row, const Blocks& blocks, std::uint16_t classes) {
  std::vector<std::uint16_t> full(classes, blocks[row.otherwise]);
  for (const auto& [c, state] : row.cells) full[c] = blocks[state];
  std::map<std::uint16_t, std::size_t> counts;
  for (const std::uint16_t state : full) ++counts[state];
  Transitions::Row out;
  out.otherwise = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                  })->first;
  for (std::uint16_t c = 0; c < classes; ++c) {
    if (full[c] != out.otherwise) out.cells.emplace_back(c, full[c]);
  }
  return out;
}

}  // namespace

Transitions minimized(const Transitions& all, std::uint16_t alphabet_size) {
  const std::size_t states = all.rows.size();
  const RowSums sums(alphabet_size);
  Blocks blocks(states, 0);
  std::size_t count = 0;
  for (bool changed = true; changed;) {  // Moore's algorithm; the numbers of the dead and the start state stay 0 and 1
    std::map<std::tuple<std::uint16_t, std::uint16_t, std::uint16_t, RowSums::Sum>, std::uint16_t> known;
    Blocks next(states);
    for (std::size_t i = 0; i < states; ++i) {
      const auto key = std::make_tuple(blocks[i], all.accepts[i], all.accepts_at_end[i],
                                       count == 0 ? RowSums::Sum{} : sums.of(all.rows[i], blocks));
      next[i] = known.emplace(key, static_cast<std::uint16_t>(known.size())).first->second;
    }
    changed = known.size() != count;
    count = known.size();
    blocks = std::move(next);
  }
  Transitions out;
  out.sets = all.sets;
  out.rows.resize(count);
  out.accepts.resize(count);
  out.accepts_at_end.resize(count);
  std::vector<bool> written(count, false);
  for (std::size_t i = 0; i < states; ++i) {
    const std::uint16_t block = blocks[i];
    Transitions::Row row = row_of(all.rows[i], blocks, alphabet_size);
    if (written[block] && row != out.rows[block]) throw std::logic_error("two rows have the same sum");
    out.rows[block] = std::move(row);
    out.accepts[block] = all.accepts[i];
    out.accepts_at_end[block] = all.accepts_at_end[i];
    written[block] = true;
  }
  return out;
}

}  // namespace libparse::rules
