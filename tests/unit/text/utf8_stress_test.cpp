// SPDX-License-Identifier: MIT
// Our UTF-8 decoder against ICU's and against what the Unicode Standard says of broken sequences (3.9, U+FFFD
// Substitution of Maximal Subparts; tables 3-7 to 3-11).
#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "text/document_text.hpp"
#include "text/utf8.hpp"

using libparse::text::decode_utf8;

namespace {

std::string by_icu(std::string_view bytes) {
  std::string out;
  icu::UnicodeString::fromUTF8({bytes.data(), static_cast<std::int32_t>(bytes.size())}).toUTF8String(out);
  return out;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += {kDigits[byte >> 4U], kDigits[byte & 15U], ' '};
  }
  return out;
}

std::size_t count_replacements(std::string_view utf8) {
  std::size_t n = 0;
  for (std::size_t at = 0; (at = utf8.find("\uFFFD", at)) != std::string_view::npos; at += 3) ++n;
  return n;
}

void check_as_icu(std::string_view bytes) {
  const auto decoded = decode_utf8(bytes);
  if (decoded.utf8 == by_icu(bytes)) return;
  FAIL_CHECK(hex(bytes) << "is decoded to " << hex(decoded.utf8) << ", by ICU to " << hex(by_icu(bytes)));
}

// The bytes on both sides of every border in table 3-7, and of those of older forms of UTF-8.
constexpr std::array<unsigned char, 32> kBorders{0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1,
                                                 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3,
                                                 0xF4, 0xF5, 0xF7, 0xF8, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF, 0x20};

struct Row {
  std::string_view bytes;
  std::size_t replacements;
};

}  // namespace

TEST_CASE("one and two bytes, all of them, are decoded as ICU decodes them") {
  for (unsigned pair = 0; pair < 0x10000; ++pair) {
    const std::array<char, 2> bytes{static_cast<char>(pair >> 8U), static_cast<char>(pair & 0xFFU)};
    check_as_icu({bytes.data(), 2});
    if (pair < 0x100) check_as_icu({bytes.data() + 1, 1});
  }
}

TEST_CASE("three and four bytes of every class are decoded as ICU decodes them") {
  std::array<char, 4> bytes{};
  for (const unsigned char a : kBorders) {
    for (const unsigned char b : kBorders) {
      for (const unsigned char c : kBorders) {
        bytes = {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c), 0};
        check_as_icu({bytes.data(), 3});
        for (const unsigned char d : kBorders) {
          bytes[3] = static_cast<char>(d);
          check_as_icu({bytes.data(), 4});
        }
      }
    }
  }
}

TEST_CASE("random bytes, valid text with broken bytes between, are decoded as ICU decodes them") {
  std::mt19937 random(20251126);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    const std::size_t length = random() % 200;
    while (bytes.size() < length) {
      switch (random() % 4) {
        case 0:
          bytes.push_back(static_cast<char>(random()));
          break;
        case 1:
          bytes.push_back(static_cast<char>(kBorders[random() % kBorders.size()]));
          break;
        default:
          libparse::text::append(bytes, static_cast<char32_t>(random() % 0xD800));
      }
    }
    check_as_icu(bytes);
  }
}

TEST_CASE("every character there is survives") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    libparse::text::append(bytes, c);
    const auto decoded = decode_utf8(bytes);
    if (decoded.utf8 != bytes || decoded.bad != 0) FAIL_CHECK(hex(bytes));
    if (libparse::text::char_at(bytes, 0) != c) FAIL_CHECK(hex(bytes));
  }
}

TEST_CASE("broken sequences give as many U+FFFD as the Unicode Standard says") {
  // First and last of each length; last of the lengths that are no longer UTF-8 (five and six bytes).
  for (const Row& row :
       {Row{"\x7F", 0}, Row{"\xC2\x80", 0}, Row{"\xDF\xBF", 0}, Row{"\xE0\xA0\x80", 0}, Row{"\xEF\xBF\xBF", 0},
        Row{"\xF0\x90\x80\x80", 0}, Row{"\xF4\x8F\xBF\xBF", 0}, Row{"\xF7\xBF\xBF\xBF", 4}, Row{"\xF4\x90\x80\x80", 4},
        Row{"\xF8\x88\x80\x80\x80", 5}, Row{"\xFB\xBF\xBF\xBF\xBF", 5}, Row{"\xFC\x84\x80\x80\x80\x80", 6},
        Row{"\xFD\xBF\xBF\xBF\xBF\xBF", 6},
        // Continuation bytes without a start, starts without a continuation, impossible bytes.
        Row{"\x80", 1}, Row{"\x80\xBF\x80\xBF", 4}, Row{"\xC0 \xDF ", 2}, Row{"\xE0 \xEF ", 2}, Row{"\xF0 \xF7 ", 2},
        Row{"\xFE\xFE\xFF\xFF", 4},
        // Sequences that lack their last byte, alone and one behind the other.
        Row{"\xC2", 1}, Row{"\xE0\xA0", 1}, Row{"\xEF\xBF", 1}, Row{"\xF0\x90\x80", 1}, Row{"\xF4\x8F\xBF", 1},
        Row{"\xDF\xEF\xBF\xF0\x90\x80", 3},
        // Overlong forms of `/`, of the last character of each length, of U+0000.
        Row{"\xC0\xAF", 2}, Row{"\xE0\x80\xAF", 3}, Row{"\xF0\x80\x80\xAF", 4}, Row{"\xC1\xBF", 2},
        Row{"\xE0\x9F\xBF", 3}, Row{"\xF0\x8F\xBF\xBF", 4}, Row{"\xC0\x80", 2}, Row{"\xE0\x80\x80", 3},
        Row{"\xF0\x80\x80\x80", 4},
        // Surrogates alone and in pairs; their neighbours; noncharacters, which are characters here.
        Row{"\xED\xA0\x80", 3}, Row{"\xED\xBF\xBF", 3}, Row{"\xED\xA0\x80\xED\xB0\x80", 6},
        Row{"\xED\x9F\xBF\xEE\x80\x80", 0}, Row{"\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xB7\x90", 0},
        // Tables 3-8 to 3-11 of the standard.
        Row{"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", 8}, Row{"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", 8},
        Row{"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", 7}, Row{"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 4}}) {
    CAPTURE(hex(row.bytes));
    const auto decoded = decode_utf8(row.bytes);
    CHECK(decoded.bad == row.replacements);
    CHECK(count_replacements(decoded.utf8) == row.replacements);
    // What stands around a broken sequence is left alone.
    CHECK(decode_utf8("通" + std::string(row.bytes) + "知").utf8 == "通" + decoded.utf8 + "知");
  }
}
