// SPDX-License-Identifier: MIT
// Our readers of Chinese numerals against ICU, which writes them out.
#include <doctest/doctest.h>
#include <unicode/rbnf.h>

#include <random>
#include <string>
#include <vector>

#include "extract/target_quantity.hpp"
#include "extract/target_words.hpp"
#include "libparse/rule_pack.hpp"
#include "normalize/numerals.hpp"

using namespace libparse;

namespace {

/// Numbers in words: 一百〇五. With `liang`, two is 两 before 百, 千, 万 and 亿.
class Speller {
 public:
  Speller() : format_(icu::URBNF_SPELLOUT, icu::Locale::getChina(), status_) { REQUIRE(U_SUCCESS(status_)); }

  std::string spell(std::int64_t number, const char* rules = "%spellout-numbering") {
    icu::UnicodeString words;
    icu::FieldPosition position;
    format_.format(number, icu::UnicodeString::fromUTF8(rules), words, position, status_);
    REQUIRE(U_SUCCESS(status_));
    std::string out;
    return words.toUTF8String(out);
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format_;
};

std::vector<std::int64_t> numbers() {
  std::vector<std::int64_t> out;
  for (std::int64_t n = 0; n < 20000; ++n) out.push_back(n);
  for (const std::int64_t unit : {10000L, 100000L, 1000000L, 10000000L, 100000000L}) {
    for (std::int64_t n = 1; n < 1000; ++n) out.push_back(n * unit / 10), out.push_back(n * unit + n);
  }
  std::mt19937 random(20251126);
  for (int i = 0; i < 20000; ++i) out.push_back(random() % 100'000'000);
  return out;
}

std::string replaced_all(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::u32string to_u32(const std::string& utf8) {
  std::u32string out;
  const auto text = icu::UnicodeString::fromUTF8(utf8);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    out.push_back(static_cast<char32_t>(text.char32At(i)));
  return out;
}

}  // namespace

TEST_CASE("numbers that ICU writes in Chinese are read as what they were") {
  const extract::TargetWords words(RulePack::builtin().pack());
  Speller speller;
  for (const std::int64_t number : numbers()) {
    const std::string written = speller.spell(number);
    for (const std::string& form :
         {written, replaced_all(written, "〇", "零"), replaced_all(written, "二千", "两千")}) {
      const auto read = extract::read_number(form, words);
      if (!read) {
        FAIL_CHECK(number << " is not read: " << form);
      } else if (read->value != Decimal::of(number) || !read->han) {
        FAIL_CHECK(number << " is read as " << read->value.to_string() << ": " << form);
      }
    }
  }
}

TEST_CASE("numerals in names become the digits of the number that ICU writes so") {
  Speller speller;
  for (std::int64_t number = 0; number < 10000; ++number) {
    const std::u32string digits = normalize::digits_of(to_u32(speller.spell(number)));
    std::string narrow;
    for (const char32_t c : digits) narrow.push_back(static_cast<char>(c));
    if (narrow != std::to_string(number)) FAIL_CHECK(number << " is " << narrow << ": " << speller.spell(number));
  }
}
