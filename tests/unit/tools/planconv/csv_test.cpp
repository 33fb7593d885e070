// SPDX-License-Identifier: MIT
#include "planconv/csv.hpp"

#include <doctest/doctest.h>

#include "libparse/error.hpp"

using namespace planconv;

namespace {

std::string row(const std::vector<std::string>& cells) {
  std::string out;
  append_csv_row(out, cells);
  return out;
}

std::vector<std::vector<std::string>> cells_of(const std::string& text) {
  std::vector<std::vector<std::string>> cells;
  for (const TableRow& read : read_csv(text, "t.csv")) cells.push_back(read.cells);
  return cells;
}

std::string failure(const std::string& text) {
  try {
    static_cast<void>(read_csv(text, "t.csv"));
  } catch (const libparse::Error& error) {
    return error.where() + ": " + error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("cells with commas, quotes and line breaks are quoted, others are not") {
  CHECK(row({"任务", "a,b", "say \"yes\"", "one\ntwo", ""}) == "任务,\"a,b\",\"say \"\"yes\"\"\",\"one\ntwo\",\r\n");
}

TEST_CASE("what a spreadsheet would take for a formula is written with an apostrophe") {
  CHECK(row({"=1+1", "+86", "-5%", "@SUM(A1)", "\t=1", "＝1", "'quoted"}) ==
        "'=1+1,'+86,'-5%,'@SUM(A1),'\t=1,'＝1,''quoted\r\n");
  CHECK(row({"2020年底前", "1-2", "a=b", "①"}) == "2020年底前,1-2,a=b,①\r\n");
}

TEST_CASE("every cell comes back as it was written") {
  const std::vector<std::string> cells = {
      "=cmd|' /C calc'!A0", "'",   "''", "'=",  "''=", "\n", "\r\n", "a\rb", "\"", "\"\"", ",",
      " 前后空格 ",         "－1", "'a", "最后"};
  CHECK(cells_of(row(cells) + row(cells)) == std::vector{cells, cells});
}

TEST_CASE("a cell that begins with a byte order mark keeps it at the start of a file") {
  CHECK(cells_of(row({"\uFEFF", "甲"})) == std::vector<std::vector<std::string>>{{"\uFEFF", "甲"}});
}

TEST_CASE("an apostrophe in front of other text is part of it") {
  CHECK(cells_of("'tis,'=1\n") == std::vector<std::vector<std::string>>{{"'tis", "=1"}});
}

TEST_CASE("a cell of a million characters is read and written") {
  const std::string huge(1'000'000, 'x');
  CHECK(cells_of(row({huge, "\n" + huge})) == std::vector<std::vector<std::string>>{{huge, "\n" + huge}});
}

TEST_CASE("a byte order mark, bare line feeds, blank lines and a missing last line end do not disturb") {
  CHECK(cells_of("\xEF\xBB\xBF"
                 "a,b\n\n,,\n1,2") == std::vector<std::vector<std::string>>{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("rows know the line that they begin on") {
  const auto rows = read_csv("a\r\n\"1\r\n2\",x\r\nz\r\n", "t.csv");
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].number == 2);
  CHECK(rows[2].number == 4);
}

TEST_CASE("broken quotes are told with their line") {
  CHECK(failure("a\n\"b\nc") == "t.csv:2: a quoted cell that begins here has no end");
  CHECK(failure("a\n\"b\"c\n") == "t.csv:2: a quoted cell goes on behind its quote; quotes inside must be doubled");
}

TEST_CASE("bytes in another encoding are refused with the way to convert them") {
  CHECK(failure("\xB1\xE0\xBA\xC5,1\n").find("iconv -f GB18030") != std::string::npos);
}
