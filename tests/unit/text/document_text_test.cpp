// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/document_text.hpp"
#include "text/utf8.hpp"

using libparse::Diagnostics;
using libparse::text::DocumentText;

namespace {

/// What decoding reports.
struct Outcome {
  std::string text;
  std::size_t diagnostics = 0;
};

Outcome decode(std::string_view bytes) {
  Diagnostics diagnostics;
  const DocumentText text = DocumentText::decode(bytes, diagnostics);
  return {std::string(text.utf8()), diagnostics.size()};
}

}  // namespace

TEST_CASE("valid UTF-8 is kept byte for byte, mark, carriage returns and all") {
  for (const std::string_view s : {"", "一、总体要求\r\n", "\xEF\xBB\xBF标题\n", "a\tb", "\xF0\xA0\x80\x80"}) {
    CAPTURE(s);
    CHECK(decode(s).text == s);
    CHECK(decode(s).diagnostics == 0);
  }
}

TEST_CASE("each maximal ill-formed sequence becomes one replacement character") {
  struct Row {
    std::string_view bytes, text;
  };
  // The sequences of the Unicode Standard, table 3-8 and its neighbours.
  for (const Row& row :
       {Row{"通知\xFF通知", "通知\uFFFD通知"}, Row{"甲\xE4\xB8乙", "甲\uFFFD乙"},
        Row{"甲\xC0\xAF乙", "甲\uFFFD\uFFFD乙"}, Row{"甲甲甲\xED\xA0\x80乙", "甲甲甲\uFFFD\uFFFD\uFFFD乙"},
        Row{"甲甲甲甲\xF4\x90\x80\x80", "甲甲甲甲\uFFFD\uFFFD\uFFFD\uFFFD"}, Row{"甲\xF1\x80\x80乙", "甲\uFFFD乙"},
        Row{"甲甲\xF8\x88", "甲甲\uFFFD\uFFFD"}}) {
    CAPTURE(row.text);
    CHECK(decode(row.bytes).text == row.text);
    CHECK(decode(row.bytes).diagnostics > 0);
  }
}

TEST_CASE("diagnostics for many invalid bytes stay few") {
  std::string bytes;
  for (int i = 0; i < 500; ++i) bytes += "通知\xFF";
  CHECK(decode(bytes).diagnostics == 11);
}

TEST_CASE("characters are found by their index") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += i % 3 == 0 ? "a" : i % 3 == 1 ? "é" : "通";
  Diagnostics diagnostics;
  const auto document = DocumentText::decode(text, diagnostics);
  REQUIRE(document.characters() == 1000);
  for (const std::size_t i : {0UL, 1UL, 2UL, 255UL, 256UL, 257UL, 511UL, 998UL}) {
    CAPTURE(i);
    CHECK(document.slice({i, i + 1}) == (i % 3 == 0 ? "a" : i % 3 == 1 ? "é" : "通"));
  }
  CHECK(document.slice({999, 2000}) == "a");
  CHECK(document.byte_of(5000) == text.size());
  for (const std::size_t i : {0UL, 1UL, 255UL, 256UL, 257UL, 511UL, 999UL, 1000UL}) {
    CAPTURE(i);
    CHECK(document.character_of(document.byte_of(i)) == i);
  }
}

TEST_CASE("byte and character offsets of random text are each other's way back") {
  std::mt19937 random(20251126);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::string> characters(random() % 1500);
    std::string text;
    std::vector<std::size_t> begins;
    for (std::string& character : characters) {
      const std::array<char32_t, 4> below{0x80, 0x800, 0xD800, 0x110000};
      char32_t c = static_cast<char32_t>(random()) % below[random() % 4];
      if (c >= 0xD800 && c < 0xE000) c = 0x10FFFF;
      libparse::text::append(character, c);
      begins.push_back(text.size());
      text += character;
    }
    begins.push_back(text.size());
    Diagnostics diagnostics;
    const auto document = DocumentText::decode(text, diagnostics);
    REQUIRE(document.utf8() == text);
    REQUIRE(document.characters() == characters.size());
    for (std::size_t i = 0; i < begins.size(); ++i) {
      REQUIRE(document.byte_of(i) == begins[i]);
      REQUIRE(document.character_of(begins[i]) == i);
    }
    for (int slice = 0; slice < 20; ++slice) {
      const std::size_t begin = random() % begins.size(), end = begin + random() % (begins.size() - begin);
      REQUIRE(document.slice({begin, end}) == text.substr(begins[begin], begins[end] - begins[begin]));
    }
  }
}
