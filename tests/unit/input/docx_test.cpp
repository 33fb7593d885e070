// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "input/source_text.hpp"
#include "ooxml_builder.hpp"
#include "unit/input/refused.hpp"

using namespace tests;  // NOLINT(google-build-using-namespace): builders of XML
using libparse::Diagnostics;
using libparse::ErrorCode;
using libparse::input::SourceText;

namespace {

struct Read {
  SourceText source;
  Diagnostics diagnostics;
  [[nodiscard]] bool told(const std::string& code) const {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const auto& each) { return each.code == code; });
  }
};

Read read_bytes(const std::string& bytes) {
  Read read;
  read.source = libparse::input::read_docx(bytes, {}, read.diagnostics);
  return read;
}

Read read(const Docx& docx) { return read_bytes(docx.bytes()); }

std::string text_of(const std::string& body) { return read({.body = body}).source.utf8; }

std::string field(const std::string& kind) { return "<w:r><w:fldChar w:fldCharType='" + kind + "'/></w:r>"; }
std::string instruction(const std::string& text) {
  return field("begin") + "<w:r><w:instrText xml:space='preserve'>" + text + "</w:instrText></w:r>";
}
std::string runs(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }

bool refused_docx(ErrorCode code, const std::string& message, const std::string& bytes) {
  return refused(code, message, [&] { (void)read_bytes(bytes); });
}

}  // namespace

TEST_CASE("a paragraph is a line; runs are joined, tabs stay, line breaks part lines") {
  const Read got = read({.body = runs(run("推进") + run("改造")) + paragraph("") +
                                 runs(run("甲") + "<w:r><w:tab/></w:r>" + run("乙") + "<w:r><w:br/></w:r>" + run("丙") +
                                      "<w:r><w:br w:type='page'/></w:r>")});
  CHECK(got.source.utf8 == "推进改造\n甲\t乙\n丙\n");
  CHECK(got.source.whole_paragraphs);
  REQUIRE(got.source.places.size() == 3);
  CHECK(got.source.places[0].paragraph == 1);
  CHECK(got.source.places[1].paragraph == 3);
  CHECK(got.source.places[2].paragraph == 3);
  CHECK(got.source.utf8.substr(got.source.places[2].range.begin, got.source.places[2].range.size()) == "丙");
  CHECK(got.diagnostics.empty());
}

TEST_CASE("white space counts where the file says so, as in Word") {
  CHECK(text_of(runs("<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b</w:t></w:r>")) == "a b\n");
}

TEST_CASE("symbols and hyphens give the characters that show") {
  CHECK(text_of(runs("<w:r><w:sym w:font='Wingdings' w:char='F081'/></w:r>" + run("甲") +
                     "<w:r><w:noBreakHyphen/><w:softHyphen/><w:sym w:font='Wingdings' w:char='F0FE'/>"
                     "<w:sym w:font='Arial' w:char='4E59'/><w:sym w:font='Wingdings' w:char='F04A'/></w:r>")) ==
        "①甲-☑乙\n");
}

TEST_CASE("results of fields are text, their instructions are not, also where fields stand in each other") {
  CHECK(text_of(runs(run("共") + instruction(" SUM(ABOVE) ") + field("separate") + run("12") + field("end") +
                     run("项"))) == "共12项\n");
  CHECK(text_of(runs(instruction("IF ") + instruction("PAGE") + field("separate") + run("3") + field("end") +
                     field("separate") + run("见上") + field("end") + run("文"))) == "见上文\n");
  CHECK(text_of(runs("<w:fldSimple w:instr=' DATE '>" + run("5月") + "</w:fldSimple>")) == "5月\n");
  CHECK(text_of(runs(instruction("EQ \\o\\ac(○,3)") + field("end") + run("修路"))) == "③修路\n");
}

TEST_CASE("a field without an end swallows nothing") {
  CHECK(text_of(runs(run("甲") + instruction(" PAGE ")) + paragraph("乙")) == "甲\n乙\n");
  CHECK(text_of(runs(instruction(" TOC ") + field("separate") + run("甲")) + paragraph("乙")) == "甲\n乙\n");
}

TEST_CASE("a table of contents is left out, however it is marked") {
  const Read by_field =
      read({.body = runs(instruction(" TOC \\o &quot;1-3&quot; ") + field("separate") + run("一、总则 1")) +
                    paragraph("二、任务 2") + runs(run("三 3") + field("end")) + paragraph("正文")});
  CHECK(by_field.source.utf8 == "正文\n");
  CHECK(by_field.told("contents-left-out"));
  const Read by_tag = read(
      {.body = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
               "<w:sdtContent>" +
               paragraph("目录") + "</w:sdtContent></w:sdt>" + paragraph("正文")});
  CHECK(by_tag.source.utf8 == "正文\n");
  CHECK(by_tag.told("contents-left-out"));
  const Read by_style = read({.body = paragraph("总则 1", "<w:pStyle w:val='T'/>") + paragraph("正文"),
                              .styles = "<w:style w:type='paragraph' w:styleId='T'><w:name w:val='TOC 1'/></w:style>"});
  CHECK(by_style.source.utf8 == "正文\n");
}

TEST_CASE("tracked changes are read as accepted, and told") {
  const Read got =
      read({.body = runs(run("完成") + "<w:del>" + run("10") + "<w:r><w:delText>10</w:delText></w:r></w:del><w:ins>" +
                         run("12") + "</w:ins>" + run("项")) +
                    runs("<w:moveFrom>" + run("旧") + "</w:moveFrom><w:moveTo>" + run("新") + "</w:moveTo>")});
  CHECK(got.source.utf8 == "完成12项\n新\n");
  CHECK(got.told("tracked-changes"));
}

TEST_CASE("a deleted paragraph mark joins two paragraphs, which take the properties of the second") {
  const Read got = read({.body = paragraph("甲", "<w:rPr><w:del/></w:rPr>") + paragraph("乙", numbered(1)) +
                                 paragraph("", "<w:rPr><w:del/></w:rPr>") + paragraph("丙", numbered(1)) +
                                 paragraph("丁", "<w:rPr><w:del/></w:rPr>"),
                         .numbering = list(1, level(0, "decimal", "%1."))});
  CHECK(got.source.utf8 == "1.甲乙\n2.丙\n丁\n");
  CHECK(got.told("tracked-changes"));
}

TEST_CASE("deleted rows and cells of a table are gone") {
  const auto row = [](const std::string& text, const std::string& properties) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr><w:tc>" + paragraph(text) + "</w:tc><w:tc>" + paragraph("b") +
           "</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>" + paragraph("c") + "</w:tc></w:tr>";
  };
  CHECK(text_of("<w:tbl>" + row("甲", "") + row("乙", "<w:del/>") + row("丙", "<w:ins/>") + "</w:tbl>") ==
        "甲\tb\n丙\tb\n");
}

TEST_CASE("hidden text is left out, by its own property or by a style; a run may show in spite of its style") {
  const std::string styles =
      "<w:style w:type='character' w:styleId='C'><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type='character' w:styleId='C2'><w:basedOn w:val='C'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='P'><w:rPr><w:vanish/></w:rPr></w:style>";
  const Read got = read(
      {.body = runs(run("甲") + run("隐", "<w:vanish/>") + run("乙", "<w:vanish w:val='0'/>") +
                    run("隐", "<w:rStyle w:val='C2'/>") + run("丙", "<w:rStyle w:val='C'/><w:vanish w:val='false'/>")) +
               paragraph("隐", "<w:pStyle w:val='P'/><w:rPr><w:vanish/></w:rPr>"),
       .styles = styles});
  CHECK(got.source.utf8 == "甲乙丙\n");
  CHECK(got.told("hidden-left-out"));
}

TEST_CASE("a hidden paragraph mark is a style separator: the next paragraph goes on in the same line") {
  CHECK(
      read({.body = paragraph("标题。", numbered(1) + "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + paragraph("正文"),
            .numbering = list(1, level(0, "decimal", "%1."))})
          .source.utf8 == "1.标题。正文\n");
}

TEST_CASE("notes, comments and their marks are left out; ruby keeps its base") {
  const Read got =
      read({.body = runs("<w:commentRangeStart/>" + run("甲") +
                         "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:commentReference w:id='1'/></w:r>" +
                         "<w:r><w:ruby><w:rubyPr/><w:rt>" + run("yi") + "</w:rt><w:rubyBase>" + run("乙") +
                         "</w:rubyBase></w:ruby></w:r>")});
  CHECK(got.source.utf8 == "甲乙\n");
  CHECK(got.told("notes-left-out"));
}

TEST_CASE("links, tags and math are text; placeholders are not") {
  CHECK(text_of(runs("<w:hyperlink>" + run("链接") + "</w:hyperlink><w:sdt><w:sdtContent>" + run("内容") +
                     "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                     run("单击此处") + "</w:sdtContent></w:sdt><w:smartTag>" + run("标记") +
                     "</w:smartTag><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")) == "链接内容标记x\n");
}

TEST_CASE("text boxes follow their paragraph, one version of each") {
  const auto box = [](const std::string& text) { return "<w:txbxContent>" + paragraph(text) + "</w:txbxContent>"; };
  CHECK(text_of(runs(run("甲") + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>" +
                     box("框") + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box("框") +
                     "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("乙")) +
                runs("<w:r><w:pict><v:textbox>" + box("旧") + "</v:textbox></w:pict></w:r>")) == "甲乙\n框\n旧\n");
}

TEST_CASE("a table is a grid whose merged cells stand once") {
  const auto cell = [](const std::string& text, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
  };
  const std::string body = paragraph("分工") + "<w:tbl><w:tr>" + cell("任务", "<w:gridSpan w:val='2'/>") +
                           cell("单位") + "</w:tr><w:tr>" + cell("基础", "<w:vMerge w:val='restart'/>") + cell("修路") +
                           cell("交通局") + "</w:tr><w:tr>" + cell("", "<w:vMerge/>") + cell("架桥") + cell("") +
                           "</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("绿化") + cell("林业局") +
                           "</w:tr></w:tbl>" + paragraph("完");
  const SourceText source = read({.body = body}).source;
  CHECK(source.utf8 == "分工\n任务\t单位\n基础\t修路\t交通局\n架桥\t\n绿化\t林业局\n完\n");
  REQUIRE(source.tables.size() == 1);
  const libparse::input::Grid& grid = source.tables[0];
  CHECK(grid.rows == 4);
  CHECK(grid.columns == 3);
  CHECK(source.utf8.substr(grid.range.begin, 6) == "任务");
  REQUIRE(grid.cells.size() == 9);
  CHECK(grid.cells[0].column_span == 2);
  CHECK(grid.cells[1].column == 2);
  CHECK(grid.cells[2].row_span == 2);
  CHECK(grid.cells[5].row == 2);
  CHECK(grid.cells[5].column == 1);
  CHECK(grid.cells[6].range.empty());
  CHECK(grid.cells[7].column == 1);
  const auto place = std::find_if(source.places.begin(), source.places.end(), [&](const auto& each) {
    return source.utf8.substr(each.range.begin, each.range.size()) == "架桥";
  });
  REQUIRE(place != source.places.end());
  CHECK(place->cell == "table 1 B3");
  CHECK(place->paragraph == 8);
}

TEST_CASE("paragraphs in a cell are parted by a space, a line break between Han characters by nothing") {
  const std::string cell = "<w:tc>" + paragraph("县住建局") + paragraph("县财政局") + "</w:tc><w:tc>" +
                           runs(run("责任") + "<w:r><w:br/></w:r>" + run("单位") + "<w:r><w:tab/></w:r>" + run("A")) +
                           "</w:tc>";
  CHECK(text_of("<w:tbl><w:tr>" + cell + "</w:tr></w:tbl>") == "县住建局 县财政局\t责任单位 A\n");
}

TEST_CASE("a frame of one cell or column is text; a table inside a cell is part of the cell") {
  const auto table = [](const std::string& cells) { return "<w:tbl><w:tr>" + cells + "</w:tr></w:tbl>"; };
  const std::string inner = table("<w:tc>" + paragraph("甲") + "</w:tc><w:tc>" + paragraph("乙") + "</w:tc>");
  const SourceText framed = read({.body = table("<w:tc>" + paragraph("抬头") + inner + "</w:tc>")}).source;
  CHECK(framed.utf8 == "抬头\n甲\t乙\n");
  CHECK(framed.tables.size() == 1);
  const SourceText nested =
      read({.body = table("<w:tc>" + inner + paragraph("丙") + "</w:tc><w:tc>" + paragraph("丁") + "</w:tc>")}).source;
  CHECK(nested.utf8 == "甲 乙 丙\t丁\n");
  CHECK(nested.tables.size() == 1);
}

TEST_CASE("rows and cells are found inside tags and insertions") {
  const std::string cell = "<w:sdt><w:sdtContent><w:tc>" + paragraph("甲") + "</w:tc></w:sdtContent></w:sdt><w:tc>" +
                           paragraph("乙") + "</w:tc>";
  CHECK(text_of("<w:tbl><w:sdt><w:sdtContent><w:tr>" + cell + "</w:tr></w:sdtContent></w:sdt></w:tbl>") == "甲\t乙\n");
}

TEST_CASE("paragraphs that are lines of one width are not whole") {
  std::string body;
  for (int i = 0; i < 8; ++i) {
    body += paragraph("按照全市统一部署要求认真组织开展老旧小区管网更新改造工作切实消除各类安全隐患并") +
            paragraph("落实。");
  }
  CHECK_FALSE(read({.body = body}).source.whole_paragraphs);
  CHECK(read({.body = body + paragraph("长" + std::string(300, 'x'))}).source.whole_paragraphs);
}

TEST_CASE("the title of the file is a head field") {
  const SourceText source = read({.body = paragraph("甲"), .core = "<dc:title>实施方案</dc:title>"}).source;
  REQUIRE(source.head.size() == 1);
  CHECK(source.head[0].name == "dc:title");
  CHECK(source.head[0].value == "实施方案");
}

TEST_CASE("missing parts: without its text a file is damaged, without its styles it is read and told") {
  ZipParts parts = Docx{.body = paragraph("甲", numbered(1)), .numbering = list(1, level(0, "decimal", "%1."))}.parts();
  const auto without = [&](const std::string& name) {
    ZipParts some = parts;
    std::erase_if(some, [&](const auto& part) { return part.first == name; });
    return zip_of(some);
  };
  CHECK(refused_docx(ErrorCode::damaged, "'word/document.xml'", without("word/document.xml")));
  CHECK(read_bytes(without("_rels/.rels")).source.utf8 == "1.甲\n");
  CHECK(read_bytes(without("word/_rels/document.xml.rels")).source.utf8 == "甲\n");
  const Read no_lists = read_bytes(without("word/numbering.xml"));
  CHECK(no_lists.source.utf8 == "甲\n");
  CHECK(no_lists.told("part-missing"));
}

TEST_CASE("wrong relationships: a main part that is not there or is something else") {
  const std::string text = Docx::wordprocessing("w:document", "<w:body>" + paragraph("甲") + "</w:body>");
  const auto with = [&](const std::string& target) {
    return zip_of({{"_rels/.rels", relationships(relationship("r1", "officeDocument", target))},
                   {"word/document.xml", text},
                   {"doc.xml", text},
                   {"other.xml", "<a/>"}});
  };
  CHECK(read_bytes(with("/doc.xml")).source.utf8 == "甲\n");
  CHECK(read_bytes(with("word/../doc.xml")).source.utf8 == "甲\n");
  CHECK(read_bytes(with("gone.xml")).source.utf8 == "甲\n");
  CHECK(read_bytes(with("../../doc.xml")).source.utf8 == "甲\n");
  CHECK(refused_docx(ErrorCode::damaged, "no text document", with("other.xml")));
}

TEST_CASE("hostile XML in a document is refused") {
  const auto with = [](const std::string& document) { return zip_of({{"word/document.xml", document}}); };
  CHECK(refused_docx(ErrorCode::damaged, "document type", with("<!DOCTYPE a [<!ENTITY x '&x;'>]><a>&x;</a>")));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:p>";
  CHECK(refused_docx(ErrorCode::limit, "--max-xml-depth", with(Docx::wordprocessing("w:document", deep))));
}

TEST_CASE("tables inside tables cannot exhaust the stack") {
  std::string body = paragraph("甲");
  for (int i = 0; i < 5000; ++i) body = "<w:tbl><w:tr><w:tc>" + body + "</w:tc></w:tr></w:tbl>";
  Diagnostics diagnostics;
  CHECK(refused(ErrorCode::limit, "deep", [&] {
    (void)libparse::input::read_docx(Docx{.body = body}.bytes(), {.limits = {.xml_depth = 1'000'000}}, diagnostics);
  }));
}
