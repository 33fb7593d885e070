// SPDX-License-Identifier: MIT
#include "normalize/working_days.hpp"

#include <string>

#include "extract/time_point.hpp"

namespace libparse::normalize {

std::optional<std::chrono::year_month_day> WorkingDays::add(std::chrono::year_month_day day, int count,
                                                            int* missing_year) const {
  using namespace std::chrono;
  constexpr int kMost = 2000;  // eight years; more is no term anybody sets in working days
  if (count <= 0 || count > kMost) return std::nullopt;
  const rules::Lexicon* calendar = nullptr;
  year known_year{};
  sys_days at{day};
  while (count > 0) {
    at += days{1};
    const year_month_day today{at};
    if (calendar == nullptr || today.year() != known_year) {
      known_year = today.year();
      calendar = pack_.find_lexicon("workdays-" + std::to_string(static_cast<int>(known_year)));
      if (calendar == nullptr) {
        if (missing_year != nullptr) *missing_year = static_cast<int>(known_year);
        return std::nullopt;
      }
    }
    const auto arranged = calendar->find(extract::iso_date(today));
    const weekday w{at};
    if (arranged ? arranged.value == "work" : w != Saturday && w != Sunday) --count;
  }
  return year_month_day{at};
}

}  // namespace libparse::normalize
