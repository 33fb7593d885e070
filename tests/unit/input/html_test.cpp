// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "input/source_text.hpp"
#include "libparse/parse.hpp"
#include "libparse/rule_pack.hpp"

using namespace std::string_literals;
using libparse::Diagnostics;
using libparse::InputOptions;
using libparse::input::Cell;
using libparse::input::Grid;
using libparse::input::SourceText;

namespace {

SourceText read(std::string_view page, const InputOptions& options = {}) {
  Diagnostics diagnostics;
  return libparse::input::read_html(page, options, libparse::RulePack::builtin().pack(), diagnostics);
}

/// Text of a page whose body is this.
std::string body(const std::string& html) { return read("<!DOCTYPE html><body>" + html).utf8; }

std::string file(const std::string& name) {
  std::ifstream in(std::string(LIBPARSE_SOURCE_DIR) + "/tests/pages/" + name, std::ios::binary);
  REQUIRE(in);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

std::string text_of(const SourceText& source, const Cell& cell) {
  return source.utf8.substr(cell.range.begin, cell.range.size());
}

}  // namespace

TEST_CASE("pages of the kinds that offices publish give their notice and nothing else") {
  for (const char* name : {"government-page", "table-layout-gb2312", "word-paste"}) {
    CAPTURE(name);
    CHECK(read(file(name + ".html"s)).utf8 == file(name + ".txt"s));
  }
}

TEST_CASE("a government page gives its head, its tasks and the cells they stand in") {
  const auto result = libparse::parse_notice(file("government-page.html"), {.path = "a.html"});
  const libparse::Document& document = result.list.document;
  CHECK(document.source.media_type == "text/html");
  CHECK(document.source.encoding == "UTF-8");
  CHECK(document.title == "临江县人民政府办公室关于印发《临江县防汛工作方案》的通知");
  REQUIRE(document.doc_number);
  CHECK(document.doc_number->text == "临政办发〔2024〕12号");
  CHECK(document.issued_on == "2024-03-15");
  CHECK(document.published_on == "2024-03-18");
  std::vector<std::string> texts;
  for (const auto& task : result.list.tasks) texts.push_back(task.text);
  CHECK(texts == std::vector<std::string>{"确保全县不发生重大险情。",
                                          "排查隐患。对全县堤防水库开展排查，2024年5月底前完成。",
                                          "备足物资。县应急局牵头，6月10日前完成。", "开展演练。每年汛前至少组织1次。",
                                          "修订防汛预案", "检修闸门和泵站"});
  CHECK(read(file("table-layout-gb2312.html")).encoding == "GB18030");
}

TEST_CASE("blocks and breaks end lines, white space is one space, and pre keeps its lines") {
  CHECK(body("<p>一、\n  目标</p>二、任务<div>三、保障</div>") == "一、 目标\n二、任务\n三、保障\n");
  CHECK(body("<p>各<b>乡</b><span>镇</span>&amp;&#21439;</p>") == "各乡镇&县\n");
  CHECK(body("甲<br>乙<br/>丙") == "甲\n乙\n丙\n");
  CHECK(body("甲<br><br>乙<br>丙") == "甲\n\n乙\n丙\n");
  CHECK(body("<pre>甲\n乙 丙</pre>") == "甲\n乙 丙\n");
  CHECK(body("<p>　　&nbsp;一、目标</p>") == "一、目标\n");
  CHECK(read("<p>甲<p>乙<p>丙").whole_paragraphs);
  CHECK_FALSE(read("甲<br>乙<br>丙").whole_paragraphs);
}

TEST_CASE("numbers of lists are written as a browser draws them") {
  CHECK(body("<ol><li>甲<li>乙</ol>") == "1.甲\n2.乙\n");
  CHECK(body("<ol start=3><li><p>甲</p><li value=7>乙<li>丙</ol>") == "3.甲\n7.乙\n8.丙\n");
  CHECK(body("<ol type=a><li>甲</ol><ol type=I><li>甲<li>乙</ol>") == "a.甲\nI.甲\nII.乙\n");
  CHECK(body("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>") == "一、甲\n二、乙\n");
  CHECK(body("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>") == "甲\n乙\n");
  CHECK(body("<ol><li>1. 甲<li>（二）乙<li>丙</ol>") == "1. 甲\n（二）乙\n3.丙\n");
  CHECK(body("<ol><li>甲<ol><li>乙<li>丙</ol><li>丁</ol>") == "1.甲\n1.乙\n2.丙\n2.丁\n");
}

TEST_CASE("what styles hide is left out") {
  for (const char* attribute : {"style='display:none'", "style='color:red; DISPLAY : none !important'", "hidden",
                                "style='visibility:hidden'", "style='font-size:0px'", "class='a x'", "id=i"}) {
    CAPTURE(attribute);
    CHECK(read("<style>.x{display:none} p#i , .y{font-size:0}</style><p>甲<p "s + attribute + ">乙<p>丙").utf8 ==
          "甲\n丙\n");
  }
  for (const char* style :
       {"@media print{.x{display:none}}", "/* .x{display:none} */", ".x{display:none}.x{display:block}",
        ".y .x{display:none}", ".x{font-size:0.9em}", "</style><style media=print>.x{display:none}"}) {
    CAPTURE(style);
    CHECK(read("<style>"s + style + "</style><p class=x>甲").utf8 == "甲\n");
  }
  CHECK(body("<script>'<p>甲'</script><noscript>乙</noscript><textarea>丙</textarea><select><option>丁</select>戊") ==
        "戊\n");
  CHECK(body("<div style='display:none'>一、由脚本显示的正文。</div>") == "一、由脚本显示的正文。\n");
}

TEST_CASE("a table of data is a grid with its spans, a table for layout is text") {
  const SourceText data = read(
      "<p>一、分工如下。<table><tr><th>任务<th>单位<th>时限<tr><td>甲<td rowspan=2>县水务局<td>5月"
      "<tr><td>乙<br>丙<td>6月<tr><td colspan=3>合计</table>");
  CHECK(data.utf8 == "一、分工如下。\n任务\t单位\t时限\n甲\t县水务局\t5月\n乙丙\t6月\n合计\n");
  REQUIRE(data.tables.size() == 1);
  const Grid& grid = data.tables[0];
  CHECK(grid.rows == 4);
  CHECK(grid.columns == 3);
  REQUIRE(grid.cells.size() == 9);
  CHECK(text_of(data, grid.cells[4]) == "县水务局");
  CHECK(grid.cells[4].row_span == 2);
  CHECK(text_of(data, grid.cells[7]) == "6月");
  CHECK(grid.cells[7].column == 2);
  CHECK(grid.cells[8].column_span == 3);
  const auto place =
      std::find_if(data.places.begin(), data.places.end(), [](const auto& p) { return p.cell == "table 1 C3"; });
  REQUIRE(place != data.places.end());
  CHECK(data.utf8.substr(place->range.begin, place->range.size()) == "6月");

  const SourceText layout = read(
      "<table><tr><td>菜单<td><table><tr><td>一、加强领导，落实责任。<tr><td>二、按时报送，每月一次。</table></table>");
  CHECK(layout.tables.empty());
  CHECK(layout.utf8.find("一、加强领导，落实责任。\n二、按时报送，每月一次。\n") != std::string::npos);
  CHECK(read("<table><tr><td>一、甲<tr><td>二、乙</table>").tables.empty());
}

TEST_CASE("the text is told from what stands around it without any known name") {
  const std::string text =
      "<p>各乡镇人民政府：</p><p>现将有关事项通知如下。</p><p>一、开展排查，5月底前完成。</"
      "p><p>二、按时报送，每月一次。</p>";
  const std::string links =
      "<ul><li><a href=1>关于召开会议的通知</a><li><a href=2>关于调整机构的通知</a><li><a href=3>工作动态</a></ul>";
  CHECK(body("<div>" + links + "</div><div class=q1>" + text + "</div><div>" + links + "</div>") ==
        "各乡镇人民政府：\n现将有关事项通知如下。\n一、开展排查，5月底前完成。\n二、按时报送，每月一次。\n");
  // Attachments are links too, and stay.
  CHECK(body("<div class=q1>" + text +
             "<ul>附件：<li><a href=1>1.清单.doc</a><li><a href=2>2.表格.xls</a><li><a href=3>3.图</a></ul></div>")
            .find("3.图") != std::string::npos);
  // A name that says `share` does not hide a whole notice.
  CHECK(body("<div class=share>" + text + "</div>").find("一、开展排查") != std::string::npos);
}

TEST_CASE("fields of a page's head fill what its text does not say") {
  const std::string head =
      "<meta name=ArticleTitle content='关于开展排查工作的通知'><meta name=PubDate content='2024-03-18 09:30'>"
      "<meta name=ContentSource content='临江县水务局'>";
  const auto filled = libparse::parse_notice("<!DOCTYPE html>" + head + "<p>一、开展排查，5月底前完成。").list;
  CHECK(filled.document.title == "关于开展排查工作的通知");
  CHECK(filled.document.published_on == "2024-03-18");
  CHECK(filled.document.issuers == std::vector<std::string>{"临江县水务局"});
  CHECK(filled.document.year == 2024);
  const auto kept =
      libparse::parse_notice(
          "<!DOCTYPE html>" + head +
          "<p>关于做好报送工作的通知<p>发布日期：2024年3月20日<p>一、每月报送。<p>云岭市林业局<p>2024年3月19日")
          .list;
  CHECK(kept.document.title == "关于做好报送工作的通知");
  CHECK(kept.document.published_on == "2024-03-20");
  CHECK(kept.document.issuers == std::vector<std::string>{"云岭市林业局"});
  CHECK(std::count_if(kept.diagnostics.begin(), kept.diagnostics.end(),
                      [](const auto& d) { return d.code == "head-conflict"; }) == 2);
}
