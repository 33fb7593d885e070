// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gold.hpp"
#include "libparse/task_list.hpp"

/// Compares task lists with gold, layer by layer.
///
///   head       title, doc_number, issuer, issued_on and year where gold has them
///   sections   label and title of every numbered node
///   tasks      body spans whose intersection over union is at least 0.8
///   units      (role, organization) inside matched tasks; as written or with the level restored
///   unit-text  the same without the role
///   names      (role, name) with the elided level restored
///   times      type and normalised dates
///   time-text  found at all: one quote holds the other
///   targets    comparator, values, unit and direction
///
/// Below 0.8 a task still lends its entries to the gold item that it overlaps by 0.3, so that one wrong boundary is
/// not counted in every layer.
namespace score {

enum Layer : std::size_t { head, sections, tasks, units, unit_text, names, times, time_text, targets, kLayers };
inline constexpr std::array<std::string_view, kLayers> kLayerNames = {
    "head", "sections", "tasks", "units", "unit-text", "names", "times", "time-text", "targets"};

struct Tally {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t missed = 0;
  std::vector<std::string> misses;       ///< what gold has and the prediction lacks, for people
  std::vector<std::string> false_finds;  ///< the other way round

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

/// Share of matched things of which one more property is right.
struct Accuracy {
  std::size_t right = 0;
  std::size_t all = 0;
  void add(bool is_right) { right += is_right, ++all; }
};

struct Scores {
  std::array<Tally, kLayers> layers;
  Accuracy kind;                  ///< of matched tasks
  Accuracy indicator;             ///< of matched targets: at least half of it is shared
  void add(const Scores& other);  ///< counts only
};

/// \param golds       all gold files of the document
/// \param prediction  an empty task list where there is none
Scores score_document(const std::vector<Gold>& golds, const libparse::TaskList& prediction);

}  // namespace score
