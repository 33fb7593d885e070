// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <string>
#include <string_view>

#include "review/amounts.hpp"
#include "review/notice.hpp"
#include "text/utf8.hpp"

namespace libparse::review {
namespace {

using rules::RuleMatch;
using text::Range;

constexpr std::size_t kRepeated = 3;  // times that a foreign string stands in a text that it has spoiled
constexpr char32_t kReplacement = 0xFFFD;
constexpr std::int64_t kFirstYear = 1900, kLastYear = 2100;
constexpr std::size_t kLatin = 4;  // letters of a foreign string in Latin letters, at least

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// A day that the calendar has; without a year, 29 February is one.
bool exists(int year, int month, int day) {
  constexpr int kLeapYear = 2000;
  const std::chrono::year_month_day date{std::chrono::year(year == 0 ? kLeapYear : year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok();
}

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string in_places(std::size_t count) {
  return count > 1 ? ", in " + std::to_string(count) + " places" : std::string();
}

/// Whether a stage before told of characters that it could not decode.
bool knows_garbled(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.code == "invalid-utf8" || diagnostic.code == "undecodable-bytes" ||
           diagnostic.code == "garbled-text";
  });
}

/// Strings that stand at several places, told once with their number.
class Repeated {
 public:
  void add(std::string_view word, Range where) {
    Seen& seen = seen_.try_emplace(word, Seen{where, 0}).first->second;
    ++seen.count;
  }
  void report(Notice& notice, std::size_t least) const {
    for (const auto& [word, seen] : seen_) {
      if (seen.count < least) continue;
      notice.report(
          kContaminatedText, seen.first,
          notice.quoted(seen.first) + " stands in " + std::to_string(seen.count) + " places where other words belong");
    }
  }

 private:
  struct Seen {
    Range first;
    std::size_t count = 0;
  };
  std::map<std::string_view, Seen> seen_;
};

class Wording {
 public:
  explicit Wording(Notice& notice) : notice_(notice), text_(notice.view.text()) {}

  void read(Range paragraph, bool signature) {
    paragraph_ = paragraph;
    signature_ = signature;
    notice_.words.oddity.scan(text_, paragraph, [&](const RuleMatch& match) { take(match); });
    read_latin(paragraph);
  }

  void report() {
    foreign_.report(notice_, kRepeated);
    latin_.report(notice_, kRepeated);
    if (garbled_ > 0 && !knows_garbled(notice_.list.diagnostics)) {
      notice_.report(kGarbledCharacters, first_garbled_, "characters without meaning" + in_places(garbled_));
    }
    if (markup_ > 0) {
      notice_.report(
          kMarkupResidue, first_markup_,
          notice_.quoted(first_markup_) + " is a trace of a page's source, in " + std::to_string(markup_) + " places");
    }
  }

 private:
  void take(const RuleMatch& match) {
    const std::string_view type = match.rule->property("type");
    const Range where = match.range;
    const auto number = [&](std::string_view name) { return to_int(match.get(name, text_)); };
    if (type == "date") {
      if (!exists(number("year"), number("month"), number("day"))) {
        notice_.report(kImpossibleDate, where, notice_.quoted(where) + " is no day of the calendar");
      }
    } else if (type == "month") {
      notice_.report(kImpossibleDate, where, notice_.quoted(where) + " is no month of the calendar");
    } else if (type == "truncated") {
      if (!signature_) notice_.report(kTruncatedDate, where, notice_.quoted(where) + " breaks off");
    } else if (type == "year") {
      notice_.report(kMalformedYear, where, notice_.quoted(where) + " has a digit too many or too few, or a letter");
    } else if (type == "years") {
      const int from = number("from") * 100 + number("month"), to = number("to") * 100 + number("to_month");
      const bool months = number("month") != 0 && number("to_month") != 0;
      if (months ? to < from : to / 100 < from / 100) {
        notice_.report(kStartAfterEnd, where, notice_.quoted(where) + " ends before it starts");
      }
    } else if (type == "range") {
      Decimal low, high;
      const bool read = Decimal::parse(std::string(match.get("low", text_)), low) &&
                        Decimal::parse(std::string(match.get("high", text_)), high);
      const bool year = high.scale == 0 && high.digits >= kFirstYear && high.digits < kLastYear;  // GB 18918-2002
      if (read && !year && exceeds(low, high)) {
        notice_.report(kRangeReversed, where, "the range " + notice_.quoted(where) + " ends below its start");
      }
    } else if (type == "number") {
      notice_.report(
          kMalformedNumber, where,
          "the document number " + notice_.quoted(where) + " lacks " + std::string(match.rule->property("lacks")));
    } else if (type == "total") {
      take_total(match);
    } else if (type == "garbled") {
      const bool bullet = where.begin == paragraph_.begin && text::char_at(text_, where.begin) < kReplacement;
      if (bullet) return;  // a list mark of a font for symbols
      if (garbled_++ == 0) first_garbled_ = where;
    } else if (type == "markup") {
      if (markup_++ == 0) first_markup_ = where;
    } else if (type == "foreign") {
      Range whole = where;  // 365 in front belongs to it
      while (whole.begin > 0 && is_alphanumeric(text_[whole.begin - 1])) --whole.begin;
      foreign_.add(text_.substr(whole.begin, whole.size()), whole);
    } else if (type == "empty") {
      notice_.report(kEmptyMarks, where, "nothing stands in " + notice_.quoted(where));
    }
  }

  /// 共12个：甲5个、乙6个。 All parts have the unit of the total, and nothing says that they are only some.
  void take_total(const RuleMatch& match) {
    const std::string_view unit = match.get("unit", text_), parts = match.get("parts", text_);
    if (notice_.words.only_some.any_in(parts)) return;
    const int total = to_int(match.get("total", text_));
    long sum = 0;
    for (std::size_t at = 0; at < parts.size();) {
      if (parts[at] < '0' || parts[at] > '9') {
        at = text::next(parts, at);
        continue;
      }
      std::size_t end = at;
      while (end < parts.size() && parts[end] >= '0' && parts[end] <= '9') ++end;
      if (!parts.substr(end).starts_with(unit)) return;
      sum += to_int(parts.substr(at, end - at));
      if (sum == total) return;  // what follows counts the same things once more
      at = end;
    }
    if (sum > total && notice_.words.shared_measure.contains(unit)) return;
    notice_.report(kTotalMismatch, match.range,
                   "the parts of " + notice_.quoted(match.range) + " make " + std::to_string(sum) + ", not " +
                       std::to_string(total));
  }

  /// Words in small Latin letters in the middle of Chinese ones, other than those that Chinese texts use.
  void read_latin(Range paragraph) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    for (std::size_t at = paragraph.begin; at < paragraph.end; at = text::next(text_, at)) {
      if (!is_small(text_[at])) continue;
      const std::size_t begin = at;
      while (at < paragraph.end && is_small(text_[at])) ++at;
      if (at >= paragraph.end) return;
      if (at - begin < kLatin || begin == paragraph.begin) continue;
      if (!text::is_han(text::char_at(text_, text::previous(text_, begin)))) continue;
      if (!text::is_han(text::char_at(text_, at))) continue;
      const std::string_view word = text_.substr(begin, at - begin);
      if (!notice_.words.latin_word.contains(word)) latin_.add(word, {begin, at});
    }
  }

  Notice& notice_;
  std::string_view text_;
  Range paragraph_;
  bool signature_ = false;
  Repeated foreign_;
  Repeated latin_;
  std::size_t garbled_ = 0;
  std::size_t markup_ = 0;
  Range first_garbled_;
  Range first_markup_;
};

}  // namespace

void review_wording(Notice& notice) {
  Wording wording(notice);
  const auto& paragraphs = notice.view.layout.paragraphs;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    if (notice.is_text(p)) wording.read(paragraphs[p], notice.view.frame.zones[p] == frame::Zone::signature);
  }
  wording.report();
}

}  // namespace libparse::review
