// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "input/source_text.hpp"
#include "libparse/workbook.hpp"
#include "ooxml_builder.hpp"
#include "unit/input/refused.hpp"

using namespace tests;  // NOLINT(google-build-using-namespace): builders of XML
using libparse::Diagnostics;
using libparse::ErrorCode;
using libparse::Workbook;
using libparse::input::SourceText;

namespace {

struct Read {
  SourceText source;
  Diagnostics diagnostics;
  [[nodiscard]] bool told(const std::string& code) const {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const auto& each) { return each.code == code; });
  }
};

Read read(const Xlsx& xlsx) {
  Read read;
  read.source = libparse::input::read_xlsx(xlsx.bytes(), {}, read.diagnostics);
  return read;
}

std::string data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }
Xlsx one_sheet(const std::string& inside) { return {.sheets = {{"Sheet1", inside}}}; }

}  // namespace

TEST_CASE("a sheet is a table; a title above it and notes below it are lines") {
  const Read got = read(one_sheet(
      data(row(1, text_cell("A1", "任务分工表")) +
           row(3, text_cell("A3", "序号") + text_cell("B3", "任务") + text_cell("C3", "单位")) +
           row(4, value_cell("A4", "1") + text_cell("B4", "修路") + text_cell("C4", "交通局")) +
           row(5, value_cell("A5", "2") + text_cell("B5", "架桥")) + row(7, text_cell("A7", "注：每月报送。"))) +
      "<mergeCells><mergeCell ref='A1:C1'/></mergeCells>"));
  CHECK(got.source.utf8 == "任务分工表\n序号\t任务\t单位\n1\t修路\t交通局\n2\t架桥\t\n注：每月报送。\n");
  REQUIRE(got.source.tables.size() == 1);
  CHECK(got.source.tables[0].rows == 3);
  CHECK(got.source.tables[0].columns == 3);
  CHECK(got.source.places.front().cell == "Sheet1!A1");
  CHECK(got.source.places[5].cell == "Sheet1!B4");
  CHECK(got.source.places.back().cell == "Sheet1!A7");
  CHECK(got.source.whole_paragraphs);
  CHECK(got.diagnostics.empty());
}

TEST_CASE("merged cells stand once with their spans; rows and columns without text do not count") {
  const Read got = read(
      one_sheet(data(row(1, text_cell("A1", "类别") + text_cell("C1", "任务")) +
                     row(2, text_cell("A2", "基础") + text_cell("C2", "修路")) + row(3, text_cell("C3", "架桥")) +
                     row(9, text_cell("C9", "绿化")) + row(10, text_cell("A10", "其他") + text_cell("C10", "宣传"))) +
                "<mergeCells><mergeCell ref='A2:B9'/><mergeCell ref='C10:D10'/></mergeCells>"));
  CHECK(got.source.utf8 == "类别\t任务\n基础\t修路\n架桥\n绿化\n其他\t宣传\n");
  REQUIRE(got.source.tables.size() == 1);
  const libparse::input::Grid& grid = got.source.tables[0];
  CHECK(grid.rows == 5);
  CHECK(grid.columns == 2);
  REQUIRE(grid.cells.size() == 8);
  CHECK(grid.cells[2].row_span == 3);
  CHECK(grid.cells[2].column_span == 1);
  CHECK(grid.cells[4].row == 2);
  CHECK(grid.cells[4].column == 1);
}

TEST_CASE("a merged cell down to the last row keeps that row in the table") {
  const Read got = read(
      one_sheet(data(row(1, text_cell("A1", "任务") + text_cell("B1", "单位")) +
                     row(2, text_cell("A2", "修路") + text_cell("B2", "交通局")) + row(3, text_cell("A3", "架桥"))) +
                "<mergeCells><mergeCell ref='B2:B3'/></mergeCells>"));
  REQUIRE(got.source.tables.size() == 1);
  CHECK(got.source.tables[0].rows == 3);
  CHECK(got.source.utf8 == "任务\t单位\n修路\t交通局\n架桥\n");
}

TEST_CASE("shared strings with runs and without phonetic guides, formulas by their saved value, truth and errors") {
  const Read got = read(
      {.sheets = {{"S", data(row(1, value_cell("A1", "0", "s") + value_cell("B1", "1", "s") +
                                        value_cell("C1", "9", "s") + value_cell("D1", "1", "b")) +
                             row(2, "<c r='A2'><f>1+1</f><v>2</v></c>" + value_cell("B2", "结果", "str") +
                                        value_cell("C2", "#N/A", "e") + value_cell("D2", "a_x000D__x000A_b", "str")))}},
       .strings = "<si><t>甲</t><rPh sb='0' eb='1'><t>jia</t></rPh></si>"
                  "<si><r><rPr><b/></rPr><t>乙</t></r><r><t>丙</t></r></si>"});
  CHECK(got.source.utf8 == "甲\t乙丙\tTRUE\n2\t结果\ta b\n");
}

TEST_CASE("numbers and dates show by their style, in both epochs") {
  const std::string styles =
      "<numFmts><numFmt numFmtId='164' formatCode='0&quot;户&quot;'/></numFmts><cellXfs><xf numFmtId='0'/>"
      "<xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='9'/></cellXfs>";
  const auto sheet = [](const std::string& serial) {
    return data(row(1, value_cell("A1", serial, "n", 1) + value_cell("B1", "1200", "n", 2) +
                           value_cell("C1", "0.95", "n", 3) + value_cell("D1", "7", "n", 99)));
  };
  CHECK(read({.sheets = {{"S", sheet("45596")}}, .styles = styles}).source.utf8 == "2024年10月31日\t1200户\t95%\t7\n");
  CHECK(read({.sheets = {{"S", sheet("44134")}}, .styles = styles, .properties = "date1904='1'"}).source.utf8 ==
        "2024年10月31日\t1200户\t95%\t7\n");
}

TEST_CASE("hidden sheets, rows and columns are left out and told") {
  const std::string rows = row(1, text_cell("A1", "甲") + text_cell("B1", "隐") + text_cell("C1", "乙")) +
                           row(2, text_cell("A2", "隐") + text_cell("C2", "隐"), "hidden='1'") +
                           row(3, text_cell("A3", "丙") + text_cell("C3", "丁"));
  const Read got = read({.sheets = {{"S", "<cols><col min='2' max='2' hidden='1'/></cols>" + data(rows)},
                                    {"T", data(row(1, text_cell("A1", "隐"))), "hidden"},
                                    {"U", data(row(1, text_cell("A1", "尾")))}}});
  CHECK(got.source.utf8 == "甲\t乙\n丙\t丁\n尾\n");
  CHECK(got.told("hidden-left-out"));
  CHECK(got.source.places.back().cell == "U!A1");
}

TEST_CASE("line breaks in a cell are spaces, also between Han characters: people list units that way") {
  CHECK(read(one_sheet(data(row(1, text_cell("A1", "县住建局\n县财政局") + text_cell("B1", "x"))))).source.utf8 ==
        "县住建局 县财政局\tx\n");
}

TEST_CASE("references may be missing; cells and rows then follow each other") {
  CHECK(read(one_sheet(data("<row><c t='inlineStr'><is><t>甲</t></is></c><c><v>2</v></c></row><row><c><v>3</v></c>"
                            "<c><v>4</v></c></row>")))
            .source.utf8 == "甲\t2\n3\t4\n");
}

TEST_CASE("the workbook gives rows of cells as the file has them") {
  Diagnostics diagnostics;
  const Workbook book = libparse::read_workbook(
      one_sheet(data(row(2, text_cell("B2", "任务") + text_cell("D2", "单位")) + row(5, text_cell("B5", "一\n二"))) +
                "<mergeCells><mergeCell ref='B2:C3'/></mergeCells>")
          .bytes(),
      {}, diagnostics);
  REQUIRE(book.sheets.size() == 1);
  CHECK(book.sheets[0].name == "Sheet1");
  REQUIRE(book.sheets[0].rows.size() == 2);
  const libparse::SheetRow& first = book.sheets[0].rows[0];
  CHECK(first.number == 1);
  REQUIRE(first.cells.size() == 2);
  CHECK(first.cells[0].column == 1);
  CHECK(first.cells[0].row_span == 2);
  CHECK(first.cells[0].column_span == 2);
  CHECK(first.cells[1].text == "单位");
  CHECK(book.sheets[0].rows[1].number == 4);
  CHECK(book.sheets[0].rows[1].cells[0].text == "一\n二");
}

TEST_CASE("hostile workbooks are refused or read, and never fill the memory") {
  Diagnostics diagnostics;
  const auto refused_xlsx = [&](ErrorCode code, const std::string& message, const Xlsx& xlsx) {
    return refused(code, message, [&] { (void)libparse::input::read_xlsx(xlsx.bytes(), {}, diagnostics); });
  };
  std::string cells;
  for (int i = 0; i < 2000; ++i) cells += "<c t='s'><v>0</v></c>";
  CHECK(refused_xlsx(ErrorCode::limit, "--max-expanded-bytes",
                     {.sheets = {{"S", data("<row>" + cells + "</row>")}},
                      .strings = "<si><t>" + std::string(1'000'000, 'x') + "</t></si>"}));
  CHECK(refused_xlsx(ErrorCode::damaged, "1024 columns",
                     {.sheets = {{"S", data("<row>" + cells + "</row>")}}, .strings = "<si><t>x</t></si>"}));
  CHECK(refused_xlsx(ErrorCode::damaged, "out of order", one_sheet(data(row(2, "") + row(1, "")))));
  CHECK(refused_xlsx(ErrorCode::damaged, "out of order",
                     one_sheet(data(row(1, text_cell("B1", "x") + text_cell("A1", "x"))))));
  CHECK(
      read(
          one_sheet(
              data(row(1, text_cell("A1", "甲") + text_cell("B1", "乙"))) +
              "<mergeCells><mergeCell ref='A1:XFD1048576'/><mergeCell ref='B1'/><mergeCell ref='Z9:A1'/></mergeCells>"))
          .source.tables[0]
          .cells[0]
          .column_span == 2);
}

TEST_CASE("a sheet that is not there is told; a workbook that is none is damaged") {
  ZipParts parts = one_sheet(data(row(1, text_cell("A1", "甲")))).parts();
  std::erase_if(parts, [](const auto& part) { return part.first == "xl/worksheets/sheet1.xml"; });
  Read got;
  got.source = libparse::input::read_xlsx(zip_of(parts), {}, got.diagnostics);
  CHECK(got.source.utf8.empty());
  CHECK(got.told("part-missing"));
  CHECK(refused(ErrorCode::damaged, "no workbook", [&] {
    (void)libparse::input::read_xlsx(zip_of({{"xl/workbook.xml", "<a/>"}}), {}, got.diagnostics);
  }));
}
