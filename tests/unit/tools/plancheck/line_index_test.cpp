// SPDX-License-Identifier: MIT
#include "plancheck/line_index.hpp"

#include <doctest/doctest.h>

#include <string>

using plancheck::LineIndex;
using Found = std::pair<std::size_t, std::size_t>;

TEST_CASE("columns count code points from 1") {
  const LineIndex lines("a\n水利局b\n");
  CHECK(lines.find(0) == Found{1, 1});
  CHECK(lines.find(1) == Found{1, 2});
  CHECK(lines.find(2) == Found{2, 1});
  CHECK(lines.find(11) == Found{2, 4});
  CHECK(lines.find(13) == Found{3, 1});
  CHECK(lines.find(99) == Found{3, 1});
}

TEST_CASE("an empty file has one place") { CHECK(LineIndex("").find(0) == Found{1, 1}); }

TEST_CASE("a place in a long line is found without reading the line") {
  std::string text(3000, 'x');
  for (int i = 0; i < 1000; ++i) text += "水";
  const LineIndex lines(text);
  CHECK(lines.find(3000) == Found{1, 3001});
  CHECK(lines.find(6000) == Found{1, 4001});
  CHECK(lines.find(1024) == Found{1, 1025});
}
