// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/words.hpp"

namespace planconv {

/// Why a cell cannot be read.
class CellError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads the words of cells that an analyst wrote as libparse reads them in a notice. What the cell and the task had
/// before in the same words is taken over with its spans; what is new has the empty span {0, 0}: it stands nowhere in
/// the notice.
///
/// Errors: throw CellError where a part of the cell holds nothing of its kind.
class CellReader {
 public:
  /// \param document  its year and date of issue date what has no year
  explicit CellReader(const libparse::Document& document);

  [[nodiscard]] std::vector<libparse::Responsibility> read_units(
      const std::string& cell, libparse::Role role, const std::vector<libparse::Responsibility>& before) const;
  [[nodiscard]] std::vector<libparse::Time> read_times(const std::string& cell,
                                                       const std::vector<libparse::Time>& before) const;
  [[nodiscard]] std::vector<libparse::Target> read_targets(const std::string& cell,
                                                           const std::vector<libparse::Target>& before) const;

 private:
  /// The first tasks of a notice with `part` in a slot.
  [[nodiscard]] std::vector<libparse::Task> parse_slot(const char* key, const std::string& part) const;

  std::string issued_on_;
  int year_ = 0;
  Words words_{Language::zh};
};

}  // namespace planconv
