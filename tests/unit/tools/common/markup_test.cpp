// SPDX-License-Identifier: MIT
#include "common/markup.hpp"

#include <doctest/doctest.h>

using tools::escape_markup;

TEST_CASE("what markup would read is escaped, all else stays") {
  CHECK(escape_markup("<a href='x' b=\"y\">&\x01") == "&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;\uFFFD");
  CHECK(escape_markup("通知") == "通知");
  CHECK(escape_markup("").empty());
}

TEST_CASE("controls are shown as unknown, line feeds where they may not stay") {
  CHECK(escape_markup("甲\x01乙\n") == "甲\uFFFD乙\uFFFD");
  CHECK(escape_markup("甲\x01\n<乙>\n", tools::LineFeeds::kept) == "甲\uFFFD\n&lt;乙&gt;\n");
}
