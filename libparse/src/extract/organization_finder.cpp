// SPDX-License-Identifier: MIT
#include "extract/organization_finder.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

using text::Range;

constexpr std::size_t kHan = 3;         // bytes of a Chinese character
constexpr std::size_t kLongest = 24;    // characters of a name in running text
constexpr std::size_t kPlaceReach = 5;  // characters: 克拉玛依市

constexpr std::string_view kBySuffix = "lexicon/org-suffix", kByName = "lexicon/org-name";

}  // namespace

OrganizationFinder::OrganizationFinder(const rules::Pack& pack)
    : names_(pack),
      suffix_(pack.lexicon("org-suffix")),
      name_(pack.lexicon("org-name")),
      level_(pack.lexicon("level")),
      field_(pack.lexicon("org-field")),
      own_start_(pack.lexicon("own-start")),
      group_start_(pack.lexicon("group-start")),
      not_place_(pack.lexicon("not-place")),
      sentence_start_(pack.lexicon("sentence-start")),
      lead_(pack.lexicon("organization-lead")) {}

bool OrganizationFinder::starts_with_place(std::string_view stretch) const {
  std::size_t characters = 0;
  for (std::size_t end = 0; end < stretch.size() && characters < kPlaceReach;) {
    end = text::next(stretch, end);
    if (++characters < 2) continue;
    if (level_.suffix(stretch.substr(0, end)) && !not_place_.suffix(stretch.substr(0, end))) return true;
  }
  return false;
}

OrganizationFinder::Start OrganizationFinder::start_of(std::string_view stretch, std::string_view before,
                                                       bool opens) const {
  if (group_start_.prefix(stretch)) return Start::group;
  if (own_start_.prefix(stretch)) return Start::body;
  if (const auto name = name_.prefix(stretch); name.value == "own") return Start::body;
  if (const auto level = level_.prefix(stretch)) {
    std::string word(before.substr(before.size() - std::min(before.size(), 2 * kHan)));
    if (!not_place_.suffix(word.append(level.word))) return Start::body;  // not inside 城市
  }
  if (opens && (field_.prefix(stretch) || starts_with_place(stretch))) return Start::body;
  return Start::none;
}

OrganizationMention OrganizationFinder::longest(std::string_view text, Range stretch, Start start) const {
  OrganizationMention best;
  std::size_t end = stretch.begin;
  for (std::size_t n = 0; n < kLongest && end < stretch.end; ++n) {
    end = text::next(text, end);
    const std::string_view name = text.substr(stretch.begin, end - stretch.begin);
    const bool by_name = static_cast<bool>(name_.suffix(name));
    if (n == 0 || (!by_name && !suffix_.suffix(name))) continue;
    const OrgKind kind = names_.kind(name);
    const bool fits = start == Start::group ? kind == OrgKind::group : kind == OrgKind::body;
    if (!fits) continue;
    best = {{stretch.begin, end}, kind, by_name ? kByName : kBySuffix};
    const std::string_view rest = text.substr(end, stretch.end - end);
    if (start == Start::body && level_.prefix(rest)) break;  // 县财政局|县审计局
    if (own_start_.prefix(rest) || sentence_start_.prefix(rest) || lead_.prefix(rest)) break;
  }
  return best;
}

std::vector<OrganizationMention> OrganizationFinder::find(std::string_view text, Range where) const {
  std::vector<OrganizationMention> out;
  for (std::size_t at = where.begin; at < where.end;) {
    if (!text::is_han(text::char_at(text, at))) {
      at = text::next(text, at);
      continue;
    }
    Range run{at, at};
    while (run.end < where.end && text::is_han(text::char_at(text, run.end))) run.end = text::next(text, run.end);
    bool opens = true;
    while (at < run.end) {
      const std::string_view before = text.substr(run.begin, at - run.begin);
      const std::string_view rest = text.substr(at, run.end - at);
      const auto word = lead_.prefix(rest);  // 由, 会同 and the like: a name may stand behind them
      const bool led = opens && word.word.size() > field_.prefix(rest).word.size();  // 交|县财政局, but 交通局
      const Start start = led ? Start::none : start_of(rest, before, opens);
      const OrganizationMention found =
          start == Start::none ? OrganizationMention{} : longest(text, {at, run.end}, start);
      if (!found.range.empty()) {
        out.push_back(found);
        at = found.range.end;
        opens = true;
        continue;
      }
      opens = static_cast<bool>(word);
      at = opens ? at + word.word.size() : text::next(text, at);
    }
    at = run.end;
  }
  return out;
}

}  // namespace libparse::extract
