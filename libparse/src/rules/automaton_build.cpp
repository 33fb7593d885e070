// SPDX-License-Identifier: MIT
#include "rules/automaton_build.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "rules/subsets.hpp"

namespace libparse::rules {
namespace {

constexpr std::uint16_t kNoOwner = 0xFFFF;

/// Lays the rows into one list of cells, each where all its cells fall on free places: the fullest row first.
class Interleaver {
 public:
  explicit Interleaver(std::uint16_t classes) : classes_(classes) {}

  std::uint32_t place(std::uint16_t owner, const Transitions::Row& row) {
    if (row.cells.empty()) return 0;
    const std::uint16_t first = row.cells.front().first;
    while (free_ < cells_.size() && cells_[free_].owner != kNoOwner) ++free_;
    std::size_t base = free_ > first ? free_ - first : 0;
    while (!fits(base, row)) ++base;
    if (cells_.size() < base + classes_) cells_.resize(base + classes_, {kNoOwner, 0});
    for (const auto& [c, next] : row.cells) cells_[base + c] = {owner, next};
    return static_cast<std::uint32_t>(base);
  }
  std::vector<CellRecord> take() {
    if (cells_.size() < classes_) cells_.resize(classes_, {kNoOwner, 0});
    return std::move(cells_);
  }

 private:
  [[nodiscard]] bool fits(std::size_t base, const Transitions::Row& row) const {
    return std::all_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
      return base + cell.first >= cells_.size() || cells_[base + cell.first].owner == kNoOwner;
    });
  }
  std::uint16_t classes_;
  std::size_t free_ = 0;  ///< nothing before it is free
  std::vector<CellRecord> cells_;
};

AutomatonTables packed(const Transitions& all, std::uint16_t alphabet_size) {
  AutomatonTables out;
  out.set_ends.push_back(0);
  for (std::size_t i = 1; i < all.sets.size(); ++i) {
    out.rules.insert(out.rules.end(), all.sets[i].begin(), all.sets[i].end());
    out.set_ends.push_back(static_cast<std::uint32_t>(out.rules.size()));
  }
  std::vector<std::uint16_t> order(all.rows.size());
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::uint16_t a, std::uint16_t b) {
    return all.rows[a].cells.size() > all.rows[b].cells.size();
  });
  Interleaver cells(alphabet_size);
  std::map<std::vector<std::pair<std::uint16_t, std::uint16_t>>, std::uint16_t> known;  // the same cells lie once
  out.states.resize(all.rows.size());
  for (const std::uint16_t i : order) {
    const Transitions::Row& row = all.rows[i];
    const auto [at, fresh] = known.emplace(row.cells, i);
    StateRecord& state = out.states[i];
    state.base = fresh ? cells.place(i, row) : out.states[at->second].base;
    state.owner = at->second;
    state.otherwise = row.otherwise;
    state.accepts = all.accepts[i];
    state.accepts_at_end = all.accepts_at_end[i];
  }
  out.cells = cells.take();
  return out;
}

}  // namespace

std::optional<AutomatonTables> build_automaton(const std::vector<Program>& programs,
                                               const std::vector<std::uint16_t>& members, const ClassSets& sets,
                                               std::uint16_t alphabet_size, std::size_t most_states) {
  const auto all = construct_subsets(programs, members, sets, alphabet_size, most_states);
  if (!all) return std::nullopt;
  return packed(minimized(*all, alphabet_size), alphabet_size);
}

}  // namespace libparse::rules
