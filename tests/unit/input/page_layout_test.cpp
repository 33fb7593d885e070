// SPDX-License-Identifier: MIT
#include "input/page_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "page_builder.hpp"

using libparse::input::PageLayout;
using libparse::input::SourceText;
using tests::PageBuilder;

namespace {

constexpr double kLeft = 90;  ///< a line of the tests holds 26 characters of 16 points: to 506

SourceText lay_out(const std::vector<PageBuilder>& pages) {
  PageLayout layout;
  for (const PageBuilder& page : pages) layout.add(page.page());
  libparse::Diagnostics diagnostics;
  return std::move(layout).finish("PDF", "", diagnostics);
}

/// `count` characters of prose, the first being `start`.
std::string prose(std::string start, std::size_t count) {
  while (libparse::text::count(start) < count) start += "政";
  return start;
}

/// Indented paragraphs of two lines, `pairs` of them, to show what a page is like.
double body(PageBuilder& page, double y, int pairs) {
  for (int i = 0; i < pairs; ++i, y += 56) {
    page.text(kLeft + 32, y, prose("段", 24));
    page.text(kLeft, y + 28, prose("续", 10));
  }
  return y;
}

std::vector<std::string> lines_of(const SourceText& text) {
  std::vector<std::string> lines;
  std::string line;
  for (const char c : text.utf8) {
    if (c != '\n') {
      line += c;
      continue;
    }
    lines.push_back(line);
    line.clear();
  }
  return lines;
}

}  // namespace

TEST_CASE("a full line goes on in the next one, which is not indented") {
  PageBuilder page;
  page.text(kLeft + 32, 100, prose("一、", 24));
  page.text(kLeft, 128, "尾行到此。");
  page.text(kLeft + 32, 156, prose("（一）", 24));
  page.text(kLeft + 32, 184, "责任单位：县水务局");
  const SourceText text = lay_out({page});
  CHECK(lines_of(text) ==
        std::vector<std::string>{prose("一、", 24) + "尾行到此。", prose("（一）", 24), "责任单位：县水务局"});
  CHECK(text.whole_paragraphs);
  REQUIRE(text.places.size() == 3);
  CHECK(text.places[0].page == 1);
  CHECK(text.utf8.substr(text.places[2].range.begin, text.places[2].range.size()) == "责任单位：县水务局");
}

TEST_CASE("a paragraph goes on over the page break, and page numbers and heads are left out") {
  PageBuilder first(1);
  first.text(220, 50, "临江县人民政府公报", 10);
  body(first, 100, 11);
  first.text(kLeft + 32, 716, prose("跨", 24));
  first.text(280, 790, "- 1 -", 14);
  PageBuilder second(2);
  second.text(220, 50, "临江县人民政府公报", 10);
  second.text(kLeft, 100, "页的段落。");
  body(second, 128, 11);
  second.text(280, 790, "- 2 -", 14);
  const std::vector<std::string> lines = lines_of(lay_out({first, second}));
  REQUIRE(lines.size() == 23);
  CHECK(lines[11] == prose("跨", 24) + "页的段落。");
  for (const std::string& line : lines) {
    CHECK(line.find("公报") == std::string::npos);
    CHECK(line.find("- ") == std::string::npos);
  }
}

TEST_CASE("a line of the body that comes first on two pages is kept") {
  std::vector<PageBuilder> pages;
  for (std::size_t number : {1, 2}) {
    PageBuilder page(number);
    page.text(kLeft + 32, 100, "完成时限：2025年12月底前");
    body(page, 128, 10);
    pages.push_back(page);
  }
  const std::vector<std::string> lines = lines_of(lay_out(pages));
  CHECK(std::count(lines.begin(), lines.end(), "完成时限：2025年12月底前") == 2);
}

TEST_CASE("every usual form of page number is left out, and only at the edge") {
  for (const char* form : {"- # -", "— # —", "—#—", "#", "第#页 共3页", "第 # 页", "#/3", "·#·"}) {
    CAPTURE(form);
    std::vector<PageBuilder> pages;
    for (std::size_t number : {1, 2, 3}) {
      PageBuilder page(number);
      const double y = body(page, 100, 10);
      std::string text = form;
      text.replace(text.find('#'), 1, std::to_string(number));
      page.text(number % 2 == 1 ? 440 : 100, y + 100, text, 14);
      pages.push_back(page);
    }
    CHECK(lines_of(lay_out(pages)).size() == 30);
  }
}

TEST_CASE("letter-spaced titles are closed, and spaces between parts are kept") {
  PageBuilder page;
  page.text(180, 100, "实施方案", 22, 30);
  page.text(240, 150, "通知", 22, 40);
  page.text(kLeft + 32, 200, "联系人：王晓");
  page.text(kLeft + 32 + 6 * 16 + 20, 200, "电话：0913");
  body(page, 228, 8);
  const std::vector<std::string> lines = lines_of(lay_out({page}));
  CHECK(lines[0] == "实施方案");
  CHECK(lines[1] == "通知");
  CHECK(lines[2] == "联系人：王晓 电话：0913");
}

TEST_CASE("a number in Han text gets no spaces, Latin words keep theirs") {
  PageBuilder page;
  double x = page.text(kLeft + 32, 100, "到");
  x = page.text(x + 4, 100, "2025");
  x = page.text(x + 4, 100, "年建成");
  x = page.text(x + 4, 100, "Smart");
  page.text(x + 6, 100, "City");
  CHECK(lay_out({page}).utf8 == "到2025年建成Smart City\n");
}

TEST_CASE("two columns are read one after the other") {
  PageBuilder page;
  page.text(200, 60, "两栏的通知", 22);
  for (int i = 0; i < 8; ++i) {
    page.text(i == 0 ? 84 : 60, 100 + 20 * i, prose("左", i == 0 ? 16 : 18), 12);
    page.text(i == 0 ? 334 : 310, 104 + 20 * i, prose("右", i == 0 ? 16 : 18), 12);
  }
  page.text(60, 300, prose("下面又是通栏的文字", 36), 12);
  const std::vector<std::string> lines = lines_of(lay_out({page}));
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "两栏的通知");
  CHECK(libparse::text::count(lines[1]) == 16 + 7 * 18);
  CHECK(lines[1].find("右") == std::string::npos);
  CHECK(lines[2].find("左") == std::string::npos);
}

TEST_CASE("short lines stay lines, even where nothing shows the margins") {
  PageBuilder page;
  for (int i = 0; i < 3; ++i) page.text(kLeft, 100 + 28 * i, "责任单位：县水务局");
  CHECK(lines_of(lay_out({page})).size() == 3);
  PageBuilder first(1);
  body(first, 100, 10);
  PageBuilder second(2);
  second.text(kLeft + 32, 100, "县住建局");
  second.text(kLeft + 32, 128, "县财政局");
  CHECK(lines_of(lay_out({first, second})).size() == 12);
}

TEST_CASE("a ruled table over a page break is one table, its header once, and a row that was cut is whole") {
  const auto table = [](PageBuilder& page, const std::vector<std::vector<std::string>>& rows, double y) {
    const double xs[] = {90, 130, 300, 420};
    for (std::size_t i = 0; i <= rows.size(); ++i)
      page.ruling(90, y + 40.0 * static_cast<double>(i), 420, y + 40.0 * static_cast<double>(i));
    for (const double x : xs) page.ruling(x, y, x, y + 40.0 * static_cast<double>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t c = 0; c < 3; ++c) page.text(xs[c] + 4, y + 40.0 * static_cast<double>(i) + 14, rows[i][c], 10);
  };
  PageBuilder first(1);
  table(first,
        {{"序号", "任务", "单位"}, {"1", "检修泵站", "水务局"}, {"2", "更换全县老旧小区的供水立管总阀和", "住建局"}},
        600);
  PageBuilder second(2);
  table(second, {{"序号", "任务", "单位"}, {"", "水表", ""}, {"3", "改造道路", "交通局"}}, 80);
  const SourceText text = lay_out({first, second});
  REQUIRE(text.tables.size() == 1);
  CHECK(text.tables[0].rows == 4);
  CHECK(
      text.utf8 ==
      "序号\t任务\t单位\n1\t检修泵站\t水务局\n2\t更换全县老旧小区的供水立管总阀和水表\t住建局\n3\t改造道路\t交通局\n");
}

TEST_CASE("characters without a meaning are told, and pages without text") {
  PageBuilder first(1);
  body(first, 100, 2);
  PageBuilder second(2);
  PageLayout layout;
  layout.add(first.page());
  layout.add(second.page());
  libparse::Diagnostics diagnostics;
  static_cast<void>(std::move(layout).finish("PDF", "advice", diagnostics));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "page-without-text");

  for (const char* code : {"\x01", "\x1F", "\xEE\x80\x80", "\xEF\xBF\xBD"}) {
    PageBuilder page;
    body(page, 100, 1);
    for (int i = 0; i < 3; ++i) page.text(kLeft + 16 * i, 300, code);
    PageLayout garbled;
    garbled.add(page.page());
    diagnostics.clear();
    static_cast<void>(std::move(garbled).finish("PDF", "advice", diagnostics));
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == "garbled-text");
  }
}

TEST_CASE("an underlined word makes no row, and a frame around text is no table") {
  PageBuilder page;
  for (const double y : {100, 140, 180}) page.ruling(90, y, 420, y);
  for (const double x : {90, 250, 420}) page.ruling(x, 100, x, 180);
  page.text(95, 110, "检修泵站", 12);
  page.ruling(95, 124, 120, 124);
  page.text(255, 110, "县水务局", 12);
  page.text(95, 150, "改造道路", 12);
  page.text(255, 150, "县交通局", 12);
  for (const double y : {300, 400}) page.ruling(90, y, 420, y);
  for (const double x : {90, 420}) page.ruling(x, 300, x, 400);
  page.text(122, 340, "框内的文字");
  const SourceText text = lay_out({page});
  REQUIRE(text.tables.size() == 1);
  CHECK(text.utf8 == "检修泵站\t县水务局\n改造道路\t县交通局\n框内的文字\n");
}

TEST_CASE("a table without borders is told by its columns, with cells that wrap") {
  PageBuilder page;
  body(page, 100, 4);
  const char* const kRows[][3] = {{"序号", "任务", "单位"},
                                  {"1", "检修全部泵站", "水务局"},
                                  {"", "和闸门", ""},
                                  {"2", "改造道路", "交通局"},
                                  {"3", "更换路灯", "住建局"}};
  double y = 400;
  for (const auto& row : kRows) {
    page.text(100, y, row[0], 12);
    page.text(160, y, row[1], 12);
    page.text(300, y, row[2], 12);
    y += 18;
  }
  page.text(kLeft + 32, y + 20, "以上任务按月督查。");
  const SourceText text = lay_out({page});
  REQUIRE(text.tables.size() == 1);
  const auto& range = text.tables[0].range;
  CHECK(text.utf8.substr(range.begin, range.size()) ==
        "序号\t任务\t单位\n1\t检修全部泵站和闸门\t水务局\n2\t改造道路\t交通局\n3\t更换路灯\t住建局\n");
}

TEST_CASE("very many rulings take linear time") {
  PageBuilder page(1, 20'000, 20'000);
  for (int i = 0; i < 20'000; ++i)
    page.ruling(i % 150 * 100.0, i * 0.9, i % 150 * 100.0 + 90, i * 0.9),
        page.ruling(i * 0.9, i % 150 * 100.0, i * 0.9, i % 150 * 100.0 + 90);
  page.text(100, 100, "文字");
  const auto start = std::chrono::steady_clock::now();
  CHECK(!lay_out({page}).utf8.empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

TEST_CASE("the lines of a title in the middle are one paragraph") {
  PageBuilder page;
  page.text(133, 80, "临江县人民政府关于印发城市管网", 22);
  page.text(221, 112, "更新方案的通知", 22);
  page.text(230, 150, "临政发〔2025〕3号");
  body(page, 200, 8);
  const std::vector<std::string> lines = lines_of(lay_out({page}));
  CHECK(lines[0] == "临江县人民政府关于印发城市管网更新方案的通知");
  CHECK(lines[1] == "临政发〔2025〕3号");
}

TEST_CASE("notes at the foot come behind the paragraph, and their marks in the text are left out") {
  PageBuilder first(1);
  body(first, 100, 10);
  const double end = first.text(kLeft + 32, 660, prose("注", 23), 16);
  first.text(end, 658, "1", 8);
  first.text(end + 4, 660, "尾");
  first.text(kLeft, 720, "1 本文所称管网包括附属设施。", 9);
  PageBuilder second(2);
  second.text(kLeft, 100, "接上页。");
  body(second, 128, 10);
  const std::vector<std::string> lines = lines_of(lay_out({first, second}));
  REQUIRE(lines.size() == 22);
  CHECK(lines[10] == prose("注", 23) + "尾接上页。");
  CHECK(lines[11] == "1本文所称管网包括附属设施。");
}

TEST_CASE("a page of very many words takes linear time") {
  const auto seconds = [](std::size_t words) {
    PageBuilder page(1, 20'000, 20'000);
    for (std::size_t i = 0; i < words; ++i)
      page.text(static_cast<double>(i * 7919 % 19'000), static_cast<double>(i * 104'729 % 19'900), "字", 10);
    const auto start = std::chrono::steady_clock::now();
    const SourceText text = lay_out({page});
    CHECK(text.utf8.size() >= 3 * words);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  seconds(10'000);
  CHECK(seconds(100'000) < 30 * seconds(10'000) + 0.2);
}
