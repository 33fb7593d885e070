// SPDX-License-Identifier: MIT
// Dates as notices write them against ICU's calendar, which shares nothing with the one that we count with.
#include <doctest/doctest.h>
#include <unicode/gregocal.h>
#include <unicode/rbnf.h>
#include <unicode/timezone.h>

#include <array>
#include <cstdio>
#include <random>
#include <string>

#include "libparse/parse.hpp"
#include "unit/extract/time_lines.hpp"

namespace libparse::extract {
namespace {

class Calendar {
 public:
  Calendar(int year, int month, int day) : calendar_(*icu::TimeZone::getGMT(), status_) {
    calendar_.set(year, month - 1, day);
    calendar_.setLenient(false);
  }
  [[nodiscard]] bool exists() {
    UErrorCode status = U_ZERO_ERROR;
    (void)calendar_.getTime(status);
    return U_SUCCESS(status);
  }
  void add(UCalendarDateFields field, int amount) { calendar_.add(field, amount, status_); }
  [[nodiscard]] int days_of_month() { return calendar_.getActualMaximum(UCAL_DATE, status_); }
  [[nodiscard]] int year() { return calendar_.get(UCAL_YEAR, status_); }
  [[nodiscard]] int month() { return calendar_.get(UCAL_MONTH, status_) + 1; }
  [[nodiscard]] int day() { return calendar_.get(UCAL_DATE, status_); }
  [[nodiscard]] std::string iso() { return iso_date(year(), month(), day()); }
  static std::string iso_date(int year, int month, int day) {
    std::array<char, 48> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, day);
    return out.data();
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  icu::GregorianCalendar calendar_;
};

std::string han(int number, bool digits = false) {
  static constexpr std::array<const char*, 10> kDigits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string out;
  if (digits) {
    for (const char c : std::to_string(number)) out += kDigits[static_cast<std::size_t>(c - '0')];
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale::getChina(), status);
  icu::UnicodeString words;
  return format.format(number, words).toUTF8String(out);
}

std::string arabic_date(int year, int month, int day) {
  return std::to_string(year) + "年" + std::to_string(month) + "月" + std::to_string(day) + "日";
}

// A notice of that year's first day: of days before it a notice tells what was, not what is to be done.
TimeContext context_of(int year) { return {year, std::to_string(year) + "-01-01", false}; }

void check_one(int year, const std::string& date, const std::string& expected) {
  const auto times = read_lines(date + "完成整改。", context_of(year));
  const std::vector<std::string> wanted{date + " = " + expected};
  if (times != wanted) FAIL_CHECK(date << " is read as " << (times.empty() ? "nothing" : times[0]));
}

}  // namespace

TEST_CASE("every day of forty years is read, in digits and in words") {
  for (Calendar day(1997, 12, 25); day.year() < 2038; day.add(UCAL_DATE, 1)) {
    check_one(day.year(), arabic_date(day.year(), day.month(), day.day()) + "前", "deadline " + day.iso());
    check_one(day.year(), han(day.year(), true) + "年" + han(day.month()) + "月" + han(day.day()) + "日前",
              "deadline " + day.iso());
  }
}

TEST_CASE("days that the calendar does not have are no times, and no others") {
  for (const int year : {1900, 1999, 2000, 2023, 2024, 2100}) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= 31; ++day) {
        const std::string date = arabic_date(year, month, day) + "前";
        const bool read = !read_lines(date + "完成整改。", context_of(year)).empty();
        if (read != Calendar(year, month, day).exists()) FAIL_CHECK(date);
      }
    }
  }
}

TEST_CASE("the end of a month is its last day") {
  for (Calendar month(1900, 1, 1); month.year() < 2100; month.add(UCAL_MONTH, 1)) {
    const std::string end = Calendar::iso_date(month.year(), month.month(), month.days_of_month());
    check_one(month.year(), std::to_string(month.year()) + "年" + std::to_string(month.month()) + "月底前",
              "deadline " + end);
  }
}

TEST_CASE("terms end on the day that the calendar counts to") {
  std::mt19937 random(20251126);
  for (int round = 0; round < 400; ++round) {
    Calendar from(2000 + static_cast<int>(random() % 30), 1, 1);
    from.add(UCAL_DATE, static_cast<int>(random() % 366));
    const std::string issued = arabic_date(from.year(), from.month(), from.day());
    const bool months = random() % 2 == 0;
    const int count = 1 + static_cast<int>(random() % (months ? 36 : 180));
    const std::string term = std::to_string(count) + (months ? "个月" : "日");
    const auto list = parse_notice("临江县防汛工作方案\n\n一、整改\n自本方案印发之日起" + term +
                                   "内完成整改。\n临江县人民政府办公室\n" + issued + "\n")
                          .list;
    REQUIRE(list.tasks.size() == 1);
    REQUIRE(list.tasks[0].times.size() == 1);
    from.add(months ? UCAL_MONTH : UCAL_DATE, count);
    CAPTURE(issued);
    CAPTURE(term);
    CHECK(list.tasks[0].times[0].end == from.iso());
  }
}

}  // namespace libparse::extract
