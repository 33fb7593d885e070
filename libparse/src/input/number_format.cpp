// SPDX-License-Identifier: MIT
#include "input/number_format.hpp"

#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace libparse::input {

namespace {

using Digits = std::array<char32_t, 10>;

// Characters are written as code points, since they are the tables of a standard and no words of a language.
constexpr Digits kPlain = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};  // 〇一二…
constexpr Digits kZero = {0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};  // 零一二…
constexpr Digits kLegal = {0x96F6, 0x58F9, 0x8D30, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396};  // 零壹贰…
constexpr Digits kLegalTraditional = {0x96F6, 0x58F9, 0x8CB3, 0x53C3, 0x8086,
                                      0x4F0D, 0x9678, 0x67D2, 0x634C, 0x7396};  // 零壹貳…
constexpr Digits kFullWidth = {0xFF10, 0xFF11, 0xFF12, 0xFF13, 0xFF14, 0xFF15, 0xFF16, 0xFF17, 0xFF18, 0xFF19};
constexpr Digits kStems = {0x7532, 0x4E59, 0x4E19, 0x4E01, 0x620A, 0x5DF1, 0x5E9A, 0x8F9B, 0x58EC, 0x7678};  // 甲乙丙…
constexpr std::array<char32_t, 12> kBranches = {0x5B50, 0x4E11, 0x5BC5, 0x536F, 0x8FB0, 0x5DF3,
                                                0x5348, 0x672A, 0x7533, 0x9149, 0x620C, 0x4EA5};  // 子丑寅…

/// Names of ten, hundred, thousand and ten thousand, and the habits of a way of counting.
struct Counting {
  const Digits& digits;
  std::array<char32_t, 4> scales;
  bool one_ten;  ///< 壹拾 for ten, not 拾
  bool zeros;    ///< 一百〇一, not 百一; one hundred is 一百, not 百
};
constexpr std::array<char32_t, 4> kScales = {0x5341, 0x767E, 0x5343, 0x4E07};                  // 十百千万
constexpr std::array<char32_t, 4> kTraditionalScales = {0x5341, 0x767E, 0x5343, 0x842C};       // 十百千萬
constexpr std::array<char32_t, 4> kLegalScales = {0x62FE, 0x4F70, 0x4EDF, 0x4E07};             // 拾佰仟万
constexpr std::array<char32_t, 4> kLegalTraditionalScales = {0x62FE, 0x4F70, 0x4EDF, 0x842C};  // 拾佰仟萬
constexpr Counting kThousand = {kPlain, kScales, false, true};
constexpr Counting kTaiwaneseThousand = {kZero, kTraditionalScales, false, true};
constexpr Counting kLegalCounting = {kLegal, kLegalScales, true, true};
constexpr Counting kLegalTraditionalCounting = {kLegalTraditional, kLegalTraditionalScales, true, true};
constexpr Counting kJapanese = {kPlain, kScales, false, false};

std::string decimal(std::uint32_t value) { return std::to_string(value); }

std::string by_digit(std::uint32_t value, const Digits& digits) {
  std::string out;
  for (const char c : decimal(value)) text::append(out, digits[static_cast<std::size_t>(c - '0')]);
  return out;
}

/// A value below 10,000 with its scales: 二百〇三. `inside`: thousands stand before it, so 十 is 一十.
void append_below_myriad(std::string& out, std::uint32_t value, const Counting& way, bool inside) {
  bool zero = false;
  bool started = inside;
  for (std::uint32_t power = 1000, scale = 3; power > 0; power /= 10, --scale) {
    const std::uint32_t digit = value / power % 10;
    if (digit == 0) {
      zero = started;
      continue;
    }
    if (zero && way.zeros) text::append(out, way.digits[0]);
    zero = false;
    const bool bare = digit == 1 && power > 1 && (way.zeros ? power == 10 && !started && !way.one_ten : true);
    if (!bare) text::append(out, way.digits[digit]);
    if (scale > 0) text::append(out, way.scales[scale - 1]);
    started = true;
  }
}

std::string counted(std::uint32_t value, const Counting& way) {
  if (value == 0) return by_digit(0, way.digits);
  if (value >= 100'000'000) return decimal(value);
  std::string out;
  const std::uint32_t myriads = value / 10'000;
  if (myriads > 0) {
    append_below_myriad(out, myriads, way, false);
    text::append(out, way.scales[3]);
  }
  append_below_myriad(out, value % 10'000, way, myriads > 0);
  return out;
}

/// Tens with 十 up to 99, then digit by digit: 一〇一.
std::string counted_by_digit(std::uint32_t value) {
  return value < 10 || value >= 100 ? by_digit(value, kPlain) : counted(value, kThousand);
}

/// One character of a run of code points; decimal behind its end.
std::string one_of(std::uint32_t value, char32_t first, std::uint32_t count) {
  if (value == 0 || value > count) return decimal(value);
  std::string out;
  text::append(out, first + value - 1);
  return out;
}

template <std::size_t Count>
std::string one_of(std::uint32_t value, const std::array<char32_t, Count>& set) {
  if (value == 0 || value > Count) return decimal(value);
  std::string out;
  text::append(out, set[value - 1]);
  return out;
}

/// 甲子, 乙丑 … up to 60.
std::string stem_and_branch(std::uint32_t value) {
  if (value == 0 || value > 60) return decimal(value);
  std::string out;
  text::append(out, kStems[(value - 1) % 10]);
  text::append(out, kBranches[(value - 1) % 12]);
  return out;
}

/// a … z, aa, bb …
std::string letters(std::uint32_t value, char first) {
  constexpr std::uint32_t kLongest =
      26 * 8;  // beyond it nobody counts letters, and a hostile start value would fill memory
  if (value == 0 || value > kLongest) return decimal(value);
  return std::string((value - 1) / 26 + 1, static_cast<char>(first + (value - 1) % 26));
}

std::string roman(std::uint32_t value, bool upper) {
  if (value == 0 || value >= 4000) return decimal(value);
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> kSteps = {{{1000, "m"},
                                                                                  {900, "cm"},
                                                                                  {500, "d"},
                                                                                  {400, "cd"},
                                                                                  {100, "c"},
                                                                                  {90, "xc"},
                                                                                  {50, "l"},
                                                                                  {40, "xl"},
                                                                                  {10, "x"},
                                                                                  {9, "ix"},
                                                                                  {5, "v"},
                                                                                  {4, "iv"},
                                                                                  {1, "i"}}};
  std::string out;
  for (const auto& [step, name] : kSteps) {
    for (; value >= step; value -= step) out += name;
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

}  // namespace

std::string format_number(std::uint32_t value, std::string_view format) {
  if (format == "none" || format == "bullet") return {};
  if (format == "chineseCounting" || format == "taiwaneseCounting") return counted_by_digit(value);
  if (format == "chineseCountingThousand") return counted(value, kThousand);
  if (format == "taiwaneseCountingThousand") return counted(value, kTaiwaneseThousand);
  if (format == "chineseLegalSimplified") return counted(value, kLegalCounting);
  if (format == "ideographLegalTraditional") return counted(value, kLegalTraditionalCounting);
  if (format == "japaneseCounting") return counted(value, kJapanese);
  if (format == "ideographDigital" || format == "taiwaneseDigital" || format == "japaneseDigitalTenThousand") {
    return by_digit(value, kPlain);
  }
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") return by_digit(value, kFullWidth);
  if (format == "decimalZero") return (value < 10 ? "0" : "") + decimal(value);
  if (format == "decimalEnclosedCircle") return one_of(value, 0x2460, 20);         // ①
  if (format == "decimalEnclosedCircleChinese") return one_of(value, 0x2460, 10);  // ①
  if (format == "decimalEnclosedParen") return one_of(value, 0x2474, 20);          // ⑴
  if (format == "decimalEnclosedFullstop") return one_of(value, 0x2488, 20);       // ⒈
  if (format == "ideographEnclosedCircle") return one_of(value, 0x3220, 10);       // ㈠
  if (format == "ideographTraditional") return one_of(value, kStems);
  if (format == "ideographZodiac") return one_of(value, kBranches);
  if (format == "ideographZodiacTraditional") return stem_and_branch(value);
  if (format == "lowerLetter") return letters(value, 'a');
  if (format == "upperLetter") return letters(value, 'A');
  if (format == "lowerRoman") return roman(value, false);
  if (format == "upperRoman") return roman(value, true);
  if (format == "numberInDash") return "- " + decimal(value) + " -";
  return decimal(value);
}

}  // namespace libparse::input
