// SPDX-License-Identifier: MIT
#include "common/dates.hpp"

#include <chrono>
#include <cstdio>

namespace tools {

bool is_date(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int end = 0;
  if (text.size() != 10 || std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &end) != 3 || end != 10) {
    return false;
  }
  return (std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}).ok();
}

}  // namespace tools
