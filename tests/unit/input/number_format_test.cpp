// SPDX-License-Identifier: MIT
#include "input/number_format.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using libparse::input::format_number;

namespace {

/// Chinese numerals up to 120 by another way than the code's: digits and tens put together from lists.
std::vector<std::string> numerals(const std::string& hundred, const std::string& zero, const std::string& one_ten,
                                  bool positional) {
  const std::vector<std::string> digits = {zero, "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::vector<std::string> all = {zero};
  for (std::size_t n = 1; n <= 120; ++n) {
    const std::size_t tens = n / 10 % 10;
    const std::size_t units = n % 10;
    std::string text;
    if (n < 10) text = digits[n];
    if (n >= 10 && n < 100) text = (tens == 1 ? "" : digits[tens]) + "十" + (units == 0 ? "" : digits[units]);
    if (n >= 100 && positional) text = digits[1] + digits[tens] + digits[units];
    if (n >= 100 && !positional) {
      text = hundred;
      if (tens > 0) text += (tens == 1 ? one_ten : digits[tens]) + "十";
      if (tens == 0 && units > 0) text += zero;
      if (units > 0) text += digits[units];
    }
    all.push_back(text);
  }
  return all;
}

void check_all(const std::string& format, const std::vector<std::string>& expected) {
  for (std::uint32_t n = 1; n <= 120; ++n) {
    CAPTURE(format);
    CHECK(format_number(n, format) == expected[n]);
  }
}

}  // namespace

TEST_CASE("Chinese counting from 1 to 120") {
  check_all("chineseCounting", numerals("", "〇", "", true));
  check_all("taiwaneseCounting", numerals("", "〇", "", true));
  check_all("chineseCountingThousand", numerals("一百", "〇", "一", false));
  check_all("taiwaneseCountingThousand", numerals("一百", "零", "一", false));
}

TEST_CASE("formats at the places where they change") {
  struct Case {
    const char* format;
    std::uint32_t value;
    const char* shown;
  };
  for (const Case& each : std::vector<Case>{{"chineseCounting", 10, "十"},
                                            {"chineseCounting", 21, "二十一"},
                                            {"chineseCounting", 100, "一〇〇"},
                                            {"chineseCounting", 115, "一一五"},
                                            {"chineseCountingThousand", 110, "一百一十"},
                                            {"chineseCountingThousand", 1010, "一千〇一十"},
                                            {"chineseCountingThousand", 2003, "二千〇三"},
                                            {"chineseCountingThousand", 12'345, "一万二千三百四十五"},
                                            {"chineseCountingThousand", 10'010, "一万〇一十"},
                                            {"chineseLegalSimplified", 3, "叁"},
                                            {"chineseLegalSimplified", 10, "壹拾"},
                                            {"chineseLegalSimplified", 26, "贰拾陆"},
                                            {"chineseLegalSimplified", 101, "壹佰零壹"},
                                            {"ideographLegalTraditional", 16, "壹拾陸"},
                                            {"japaneseCounting", 10, "十"},
                                            {"japaneseCounting", 11, "十一"},
                                            {"japaneseCounting", 101, "百一"},
                                            {"japaneseCounting", 110, "百十"},
                                            {"japaneseCounting", 203, "二百三"},
                                            {"ideographDigital", 10, "一〇"},
                                            {"ideographDigital", 105, "一〇五"},
                                            {"taiwaneseDigital", 23, "二三"},
                                            {"decimalFullWidth", 12, "１２"},
                                            {"decimalZero", 7, "07"},
                                            {"decimalZero", 12, "12"},
                                            {"decimalEnclosedCircle", 1, "①"},
                                            {"decimalEnclosedCircle", 20, "⑳"},
                                            {"decimalEnclosedCircle", 21, "21"},
                                            {"decimalEnclosedCircleChinese", 10, "⑩"},
                                            {"decimalEnclosedCircleChinese", 11, "11"},
                                            {"decimalEnclosedParen", 3, "⑶"},
                                            {"decimalEnclosedFullstop", 3, "⒊"},
                                            {"ideographEnclosedCircle", 2, "㈡"},
                                            {"ideographTraditional", 10, "癸"},
                                            {"ideographTraditional", 11, "11"},
                                            {"ideographZodiac", 12, "亥"},
                                            {"ideographZodiacTraditional", 13, "丙子"},
                                            {"lowerLetter", 26, "z"},
                                            {"lowerLetter", 27, "aa"},
                                            {"upperLetter", 53, "AAA"},
                                            {"lowerRoman", 4, "iv"},
                                            {"upperRoman", 1999, "MCMXCIX"},
                                            {"upperRoman", 4000, "4000"},
                                            {"numberInDash", 3, "- 3 -"},
                                            {"decimal", 12, "12"},
                                            {"none", 5, ""},
                                            {"bullet", 5, ""},
                                            {"thaiCounting", 5, "5"},
                                            {"chineseCounting", 0, "〇"},
                                            {"upperLetter", 0, "0"}}) {
    CAPTURE(each.format);
    CHECK(format_number(each.value, each.format) == each.shown);
  }
}

TEST_CASE("a hostile start value makes no huge label") {
  for (const char* format : {"lowerLetter", "upperRoman", "chineseCountingThousand", "ideographDigital"}) {
    CHECK(format_number(999'999'999, format).size() < 64);
  }
}
