// SPDX-License-Identifier: MIT
#include "frame/numbers.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

constexpr std::size_t kLongestAgency = 20;  // characters of a 机关代字
constexpr std::size_t kSearchedForDate = 240;

int to_int(std::string_view digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Four signs, one digit each; what is no numeral (○, the letter O) stands for a zero.
int year_of(const Words& words, std::string_view digits) {
  if (digits.front() >= '1' && digits.front() <= '2') return to_int(digits);
  int year = 0;
  for (std::size_t at = 0; at < digits.size(); at = text::next(digits, at)) {
    year = year * 10 + std::max(0, words.labels.number(digits.substr(at, text::next(digits, at) - at)));
  }
  return year;
}

std::string iso_of(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (month < 1 || day < 1 || year < 1900 || !date.ok()) return {};
  std::string iso = std::to_string(year);
  for (const int n : {month, day}) {
    iso += n < 10 ? "-0" : "-";
    iso += std::to_string(n);
  }
  return iso;
}

std::optional<DateMatch> date_of(const Words& words, const rules::RuleMatch& match, std::string_view text) {
  DateMatch out;
  out.iso = iso_of(year_of(words, match.get("year", text)), words.labels.number(match.get("month", text)),
                   words.labels.number(match.get("day", text)));
  out.truncated = !match.rule->property("truncated").empty();
  out.range = match.whole;
  if (out.iso.empty()) return std::nullopt;
  return out;
}

/// Where 机关代字 starts that stands glued behind a title: behind the 文种 that ends it. npos where a title goes on.
std::size_t behind_title(const Words& words, std::string_view bare, text::Range agency) {
  std::size_t verb = 0;
  if (!words.title_verb.search(bare.substr(agency.begin, agency.size()), verb)) return agency.begin;
  for (std::size_t at = agency.begin + verb; at < agency.end; at = text::next(bare, at)) {
    if (words.genre.suffix(bare.substr(agency.begin, at - agency.begin)).value == "official" &&
        text::count(bare.substr(at, agency.end - at)) >= 2) {
      return at;
    }
  }
  return std::string_view::npos;
}

bool is_agency_char(char32_t c) { return text::is_han(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

std::optional<DateMatch> read_date(const Words& words, std::string_view bare) {
  if (bare.empty()) return std::nullopt;
  const auto match = words.date.match_whole(bare, {0, bare.size()});
  return match ? date_of(words, *match, bare) : std::nullopt;
}

std::vector<DateMatch> find_dates(const Words& words, std::string_view bare) {
  std::vector<DateMatch> out;
  words.date.scan(bare, {0, bare.size()}, [&](const rules::RuleMatch& match) {
    if (auto date = date_of(words, match, bare)) out.push_back(std::move(*date));
  });
  return out;
}

std::optional<DateMatch> find_last_date(const Words& words, std::string_view bare) {
  std::size_t from = bare.size() > kSearchedForDate ? bare.size() - kSearchedForDate : 0;
  while (from < bare.size() && (static_cast<unsigned char>(bare[from]) & 0xC0U) == 0x80U) ++from;
  std::vector<DateMatch> dates = find_dates(words, bare.substr(from));
  if (dates.empty()) return std::nullopt;
  DateMatch last = std::move(dates.back());
  last.range = {last.range.begin + from, last.range.end + from};
  return last;
}

std::optional<NumberMatch> find_number(const Words& words, std::string_view bare, std::size_t from) {
  std::optional<NumberMatch> out;
  words.number.scan(bare, {from, bare.size()}, [&](const rules::RuleMatch& match) {
    if (out) return;
    std::size_t begin = match.whole.begin;
    for (std::size_t n = 0; n < kLongestAgency && begin > from; ++n) {
      const std::size_t before = text::previous(bare, begin);
      if (!is_agency_char(text::char_at(bare, before))) break;
      begin = before;
    }
    begin = behind_title(words, bare, {begin, match.whole.begin});
    if (begin == std::string_view::npos) return;
    const std::string_view year = match.get("year", bare);
    if (begin == match.whole.begin && !year.empty()) return;  // no 机关代字: a number in running text
    NumberMatch found;
    found.range = {begin, match.whole.end};
    found.number.agency = bare.substr(begin, match.whole.begin - begin);
    found.number.year = year.empty() ? 0 : to_int(year);
    found.number.serial = to_int(match.get("serial", bare));
    out = std::move(found);
  });
  return out;
}

}  // namespace libparse::frame
