// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// How much two texts have in common: pairs of neighbouring characters (shingles), weighted by how rare they are.
namespace libparse::compare {

/// A text of one list and a text of the other.
struct Candidate {
  std::size_t before = 0;
  std::size_t after = 0;
  double common = 0;  ///< weight of the shingles that both have
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// The shingles of one text: sorted numbers, each once.
using Shingles = std::vector<std::uint32_t>;

/// The shingles of the texts of two lists.
class ShingleIndex {
 public:
  /// \param before, after  normalised bodies
  ShingleIndex(const std::vector<std::string>& before, const std::vector<std::string>& after);

  [[nodiscard]] const Shingles& before(std::size_t i) const { return before_.shingles[i]; }
  [[nodiscard]] const Shingles& after(std::size_t i) const { return after_.shingles[i]; }
  [[nodiscard]] double weight_before(std::size_t i) const { return before_.weights[i]; }
  [[nodiscard]] double weight_after(std::size_t i) const { return after_.weights[i]; }
  /// Weight of what both have; of what `a` and `b` have and `without` has not.
  [[nodiscard]] double common(const Shingles& a, const Shingles& b) const;
  [[nodiscard]] double common_without(const Shingles& a, const Shingles& b, const Shingles& without) const;

  /// The pairs that may belong together: for each text the few of the other list that share most rare shingles with it.
  ///
  /// \param skip_before, skip_after  texts that need no partner
  /// Cost:  each text looks at a bounded number of others, whatever the lists hold.
  [[nodiscard]] std::vector<Candidate> candidates(const std::vector<bool>& skip_before,
                                                  const std::vector<bool>& skip_after) const;

 private:
  struct Side {
    std::vector<Shingles> shingles;
    std::vector<double> weights;
  };
  using Postings = std::vector<std::vector<std::uint32_t>>;  // texts by shingle

  [[nodiscard]] Postings postings(const Side& side, const std::vector<bool>& skip) const;
  /// Texts of the other list for text `query`, the best first.
  [[nodiscard]] std::vector<std::size_t> nearest(const Shingles& query, std::size_t place, const Postings& postings,
                                                 std::vector<double>& scores) const;

  Side before_;
  Side after_;
  std::vector<double> weight_of_;  // by shingle
};

}  // namespace libparse::compare
