// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "input/source_text.hpp"
#include "ooxml_builder.hpp"

using namespace tests;  // NOLINT(google-build-using-namespace): builders of XML

namespace {

std::string text_of(const Docx& docx) {
  libparse::Diagnostics diagnostics;
  return libparse::input::read_docx(docx.bytes(), {}, diagnostics).utf8;
}

const std::string kOutline = list(1, level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") +
                                         level(2, "decimal", "%3.") + level(3, "decimal", "（%4）"));

}  // namespace

TEST_CASE("labels of automatic numbering stand in front of their paragraphs, levels restart below higher ones") {
  CHECK(text_of({.body = paragraph("总体要求", numbered(1)) + paragraph("重点任务", numbered(1)) +
                         paragraph("强化管理", numbered(1, 1)) + paragraph("摸底", numbered(1, 2)) +
                         paragraph("登记", numbered(1, 2)) + paragraph("改造管网", numbered(1, 1)) +
                         paragraph("更换", numbered(1, 2)) + paragraph("保障措施", numbered(1)),
                 .numbering = kOutline}) ==
        "一、总体要求\n二、重点任务\n（一）强化管理\n1.摸底\n2.登记\n（二）改造管网\n1.更换\n三、保障措施\n");
}

TEST_CASE("typed white space behind a label is dropped; a space parts what would run together") {
  const std::string lists = list(1, level(0, "decimal", "%1、")) + list(2, level(0, "chineseCounting", "第%1条")) +
                            list(3, level(0, "decimal", "%1")) +
                            list(4, level(0, "decimal", "%1", "<w:suff w:val='nothing'/>"));
  CHECK(text_of({.body = paragraph("　　甲", numbered(1)) + paragraph("乙", numbered(2)) +
                         paragraph("丙", numbered(3)) + paragraph("丁", numbered(4)),
                 .numbering = lists}) == "1、甲\n第一条 乙\n1 丙\n1丁\n");
}

TEST_CASE("numbering comes from a style and the styles it is based on; numId 0 takes it away") {
  const std::string styles =
      "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/><w:basedOn w:val='N'/><w:pPr><w:numPr>"
      "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='H1b'><w:name w:val='own'/><w:basedOn w:val='H1'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='H2'><w:name w:val='heading 2'/><w:pPr><w:numPr><w:ilvl w:val='1'/>"
      "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='H3'><w:name w:val='heading 3'/><w:pPr><w:numPr>"
      "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='Off'><w:name w:val='off'/><w:basedOn w:val='H1'/><w:pPr><w:numPr>"
      "<w:numId w:val='0'/></w:numPr></w:pPr></w:style>";
  const std::string lists = list(1, level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") +
                                        level(2, "decimal", "%3.", "<w:pStyle w:val='H3'/>"));
  const auto styled = [](const std::string& text, const std::string& style, const std::string& more = {}) {
    return paragraph(text, "<w:pStyle w:val='" + style + "'/>" + more);
  };
  CHECK(text_of({.body = styled("甲", "H1") + styled("乙", "H1b") + styled("丙", "H2") + styled("丁", "H3") +
                         styled("戊", "Off") + styled("己", "H1", numbered(0)) + styled("庚", "H1") +
                         styled("辛", "H1", "<w:numPr><w:ilvl w:val='1'/></w:numPr>"),
                 .styles = styles,
                 .numbering = lists}) == "一、甲\n二、乙\n（一）丙\n1.丁\n戊\n己\n三、庚\n（一）辛\n");
}

TEST_CASE("lists that share a definition go on counting; a start override begins anew, once") {
  const std::string lists =
      list(1, level(0, "decimal", "%1.")) +
      "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
      "<w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/>"
      "</w:lvlOverride></w:num>"
      "<w:num w:numId='4'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/>"
      "</w:lvlOverride></w:num>";
  CHECK(text_of({.body = paragraph("a", numbered(1)) + paragraph("b", numbered(1)) + paragraph("c", numbered(2)) +
                         paragraph("d", numbered(3)) + paragraph("e", numbered(3)) + paragraph("f", numbered(4)) +
                         paragraph("g", numbered(4)),
                 .numbering = lists}) == "1.a\n2.b\n3.c\n1.d\n2.e\n5.f\n6.g\n");
}

TEST_CASE("a level can be overridden as a whole, and a list can be named by a style") {
  const std::string styles =
      "<w:style w:type='numbering' w:styleId='L'><w:name w:val='L'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>"
      "</w:pPr></w:style>";
  const std::string lists = list(1, "<w:styleLink w:val='L'/>" + level(0, "chineseCounting", "%1、")) +
                            "<w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='L'/></w:abstractNum>"
                            "<w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>"
                            "<w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'>" +
                            level(0, "upperLetter", "%1)") + "</w:lvlOverride></w:num>";
  CHECK(text_of({.body = paragraph("a", numbered(2)) + paragraph("b", numbered(2)) + paragraph("c", numbered(3)),
                 .styles = styles,
                 .numbering = lists}) == "一、a\n二、b\nC)c\n");
}

TEST_CASE("labels of several levels, restarts that are told, decimal digits by law") {
  const std::string lists = list(1, level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                                        level(2, "decimal", "%3)", "<w:lvlRestart w:val='0'/>") +
                                        level(3, "lowerLetter", "%4)", "<w:lvlRestart w:val='1'/>"));
  CHECK(text_of({.body = paragraph("甲", numbered(1)) + paragraph("乙", numbered(1, 1)) +
                         paragraph("丙", numbered(1, 2)) + paragraph("丁", numbered(1, 3)) +
                         paragraph("戊", numbered(1, 1)) + paragraph("己", numbered(1, 2)) +
                         paragraph("庚", numbered(1, 3)) + paragraph("辛", numbered(1)) +
                         paragraph("壬", numbered(1, 2)) + paragraph("癸", numbered(1, 3)),
                 .numbering = lists}) == "第一章 甲\n1.1 乙\n1)丙\na)丁\n1.2 戊\n2)己\nb)庚\n第二章 辛\n3)壬\na)癸\n");
}

TEST_CASE("a level that is passed over counts, as in LibreOffice") {
  CHECK(text_of({.body = paragraph("甲", numbered(1, 1)) + paragraph("乙", numbered(1)) +
                         paragraph("丙", numbered(1, 2)) + paragraph("丁", numbered(1, 1)),
                 .numbering = kOutline}) == "（一）甲\n二、乙\n1.丙\n（二）丁\n");
}

TEST_CASE("a label of a thousand characters is none") {
  CHECK(text_of({.body = paragraph("甲", numbered(1)),
                 .numbering = list(1, level(0, "decimal", std::string(1000, 'x') + "%1"))}) == "甲\n");
}

TEST_CASE("bullets, hidden labels and lists that are not there give no label") {
  const std::string lists = list(1, level(0, "bullet", "\xEF\x82\xB7")) +
                            list(2, level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>")) +
                            list(3, level(0, "none", "")) + "<w:num w:numId='4'><w:abstractNumId w:val='99'/></w:num>";
  std::string body;
  for (int i = 1; i <= 5; ++i) body += paragraph("甲", numbered(i));
  CHECK(text_of({.body = body, .numbering = lists}) == "甲\n甲\n甲\n甲\n甲\n");
}

TEST_CASE("a custom format pads with zeros; a newer format beside an older one is taken") {
  const std::string lists =
      "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='9'/><mc:AlternateContent><mc:Choice "
      "Requires='w14'><w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice><mc:Fallback><w:numFmt "
      "w:val='decimal'/></mc:Fallback></mc:AlternateContent><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
      "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";
  CHECK(text_of({.body = paragraph("a", numbered(1)) + paragraph("b", numbered(1)), .numbering = lists}) ==
        "009.a\n010.b\n");
}

TEST_CASE("an empty numbered paragraph counts; its label shows in a table only") {
  const auto cell = [](const std::string& inside) { return "<w:tc>" + inside + "</w:tc>"; };
  const std::string row = "<w:tr>" + cell(paragraph("", numbered(1))) + cell(paragraph("修路")) + "</w:tr>";
  CHECK(text_of({.body = paragraph("甲", numbered(1)) + paragraph("", numbered(1)) + paragraph("乙", numbered(1)) +
                         "<w:tbl>" + row + row + "</w:tbl>",
                 .numbering = list(1, level(0, "decimal", "%1."))}) == "1.甲\n3.乙\n4.\t修路\n5.\t修路\n");
}

TEST_CASE("definitions that lead in a circle end") {
  const std::string styles =
      "<w:style w:type='numbering' w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>";
  CHECK(text_of({.body = paragraph("甲", numbered(1)) + paragraph("乙", "<w:pStyle w:val='A'/>"),
                 .styles = styles,
                 .numbering = "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='L'/></w:abstractNum>"
                              "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"}) == "甲\n乙\n");
}
