// SPDX-License-Identifier: MIT
#include "task/kind.hpp"

#include "text/utf8.hpp"

namespace libparse::task {
namespace {

constexpr std::size_t kLongestShortTitle = 8;
constexpr std::size_t kLongestNamingTitle = 16;  // characters; a longer title is a sentence about something

Nature nature_of(std::string_view value) {
  if (value == "goal") return Nature::goal;
  if (value == "phase") return Nature::phase;
  if (value == "safeguard") return Nature::safeguard;
  if (value == "overall") return Nature::overall;
  if (value == "principle") return Nature::principle;
  if (value == "task") return Nature::task;
  return Nature::unknown;
}

}  // namespace

Nature KindReader::read(std::string_view title, bool top) const {
  title = title.substr(0, title.find('('));
  if (const auto whole = titles_.find(title)) return nature_of(whole.value);
  if (!top || text::count(title) > kLongestNamingTitle) return Nature::unknown;
  if (const auto end = titles_.suffix(title)) return nature_of(end.value);
  return Nature::unknown;
}

KindReader::Cue KindReader::cue(std::string_view title, bool top) const {
  title = title.substr(0, title.find('('));
  if (const auto whole = titles_.find(title)) return {whole.word, "lexicon/section-title"};
  if (read(title, top) != Nature::unknown) return {titles_.suffix(title).word, "lexicon/section-title"};
  return {safeguards_.suffix(title).word, "lexicon/safeguard-title"};
}

bool KindReader::is_short_safeguard_title(std::string_view title) const {
  return text::count(title) <= kLongestShortTitle && safeguards_.suffix(title).value == "title";
}

TaskKind kind_of(Nature nature) {
  switch (nature) {
    case Nature::goal:
    case Nature::overall:
      return TaskKind::goal;
    case Nature::phase:
      return TaskKind::phase;
    case Nature::safeguard:
      return TaskKind::safeguard;
    default:
      return TaskKind::task;
  }
}

}  // namespace libparse::task
