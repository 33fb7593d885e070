// SPDX-License-Identifier: MIT
#include "plandiff/changes.hpp"

#include <algorithm>

namespace plandiff {
namespace {

using libparse::Change;

bool is_in_group(Change change, std::string_view group) {
  if (group == "weaker") return libparse::is_weaker(change);
  const auto between = [change](Change first, Change last) { return first <= change && change <= last; };
  if (group == "head") return between(Change::head_title, Change::head_period);
  if (group == "section") return between(Change::section_renamed, Change::section_moved);
  if (group == "task") return between(Change::added, Change::kind_changed);
  if (group == "unit") return between(Change::unit_added, Change::scope_changed);
  if (group == "deadline") return between(Change::deadline_earlier, Change::deadline_lost);
  if (group == "time") return between(Change::deadline_earlier, Change::time_changed);
  if (group == "target") return between(Change::target_tightened, Change::target_lost);
  return false;
}

bool is_any_of(Change change, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [change](const std::string& word) {
    return word == libparse::name_of(change) || is_in_group(change, word);
  });
}

}  // namespace

std::vector<Change> changes_of(std::string_view word) {
  std::vector<Change> found;
  for (std::size_t i = 0; i < libparse::kNames<Change>.size(); ++i) {
    const auto change = static_cast<Change>(i);
    if (word == libparse::name_of(change) || is_in_group(change, word)) found.push_back(change);
  }
  return found;
}

std::vector<Change> wanted_changes(libparse::ComparisonMode mode, const std::vector<std::string>& only,
                                   const std::vector<std::string>& ignore) {
  std::vector<Change> wanted;
  for (std::size_t i = 0; i < libparse::kNames<Change>.size(); ++i) {
    const auto change = static_cast<Change>(i);
    if ((only.empty() ? libparse::is_told(change, mode) : is_any_of(change, only)) && !is_any_of(change, ignore))
      wanted.push_back(change);
  }
  return wanted;
}

}  // namespace plandiff
