// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>

#include "rules/pack.hpp"

namespace libparse::normalize {

/// Working days as the State Council arranges them each year (节假日安排): public holidays, and weekend days that are
/// worked instead. Years come from `lexicon/workdays-YEAR.txt`. Const and thread-safe.
class WorkingDays {
 public:
  explicit WorkingDays(const rules::Pack& pack) : pack_(pack) {}

  /// The `count`-th working day behind `day`. Nothing where a year on the way has no data.
  /// \param missing_year  set to that year, where not null
  [[nodiscard]] std::optional<std::chrono::year_month_day> add(std::chrono::year_month_day day, int count,
                                                               int* missing_year = nullptr) const;

 private:
  const rules::Pack& pack_;
};

}  // namespace libparse::normalize
