// SPDX-License-Identifier: MIT
#include "common/display_text.hpp"

#include <doctest/doctest.h>

using namespace tools;
using Lines = std::vector<std::string>;

TEST_CASE("ideographs and full-width forms take two columns, marks none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("责任单位：") == 10);
  CHECK(display_width("１２") == 4);
  CHECK(display_width("𠀀") == 2);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("“①") == 2);  // ambiguous: narrow, as terminals have it by default
  CHECK(display_width("") == 0);
}

TEST_CASE("text wraps between ideographs and at spaces, and long words are cut") {
  CHECK(wrap("县委宣传部", 6) == Lines{"县委宣", "传部"});
  CHECK(wrap("县委宣传部", 7) == Lines{"县委宣", "传部"});
  CHECK(wrap("lead: 住建局", 8) == Lines{"lead: 住", "建局"});
  CHECK(wrap("by 2025-12-31", 10) == Lines{"by", "2025-12-31"});
  CHECK(wrap("住建局, 县委", 6) == Lines{"住建", "局, 县", "委"});
  CHECK(wrap("按期完成。（年底前）", 8) == Lines{"按期完", "成。（年", "底前）"});
  CHECK(wrap("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(wrap("a\nb", 10) == Lines{"a", "b"});
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("一", 0) == Lines{"一"});
}

TEST_CASE("clipped text says so and keeps to its width") {
  CHECK(clip("县委宣传部", 10) == "县委宣传部");
  CHECK(clip("县委宣传部", 9) == "县委宣传…");
  CHECK(clip("县委宣传部", 8) == "县委宣…");
}

TEST_CASE("control characters and broken bytes never reach the terminal") {
  CHECK(printable("a\x1b[31mb\tc\r\n") == "a\uFFFD[31mb\uFFFDc\uFFFD\uFFFD");
  CHECK(printable("一\xFF") == "一\uFFFD");
  CHECK(printable("\xE4\xB8") == "\uFFFD\uFFFD");
  CHECK(printable("\u009b") == "\uFFFD");
}
