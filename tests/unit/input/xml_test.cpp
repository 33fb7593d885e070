// SPDX-License-Identifier: MIT
#include "input/xml.hpp"

#include <doctest/doctest.h>

#include "unit/input/refused.hpp"
#include "zip_builder.hpp"

using libparse::ErrorCode;
using libparse::Limits;
using libparse::input::Archive;
using libparse::input::XmlElement;
using libparse::input::XmlTree;
using tests::refused;

namespace {

constexpr std::string_view kW = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

bool refused_xml(ErrorCode code, const std::string& message, const std::string& xml, const Limits& limits = {}) {
  return refused(code, message, [&] { (void)XmlTree::parse(xml, limits, "a.xml"); });
}

std::string utf16(std::u16string_view text, bool big_endian, bool mark) {
  std::string out;
  const auto put = [&](char16_t c) {
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 0xFF);
    out.push_back(big_endian ? high : low);
    out.push_back(big_endian ? low : high);
  };
  if (mark) put(0xFEFF);
  for (const char16_t c : text) put(c);
  return out;
}

}  // namespace

TEST_CASE("elements have the usual prefix whatever prefix the file uses") {
  for (const std::string prefix : {"w", "ns0"}) {
    const std::string xml = "<" + prefix + ":p xmlns:" + prefix + "='" + std::string(kW) + "' " + prefix + ":val='1'/>";
    const XmlTree tree = XmlTree::parse(xml, {}, "a.xml");
    CHECK(tree.root().name() == "w:p");
    CHECK(tree.root().local() == "p");
    CHECK(tree.root().attribute("val") == "1");
    CHECK(tree.root().qualified_attribute("w:val") == "1");
    CHECK_FALSE(tree.root().has_attribute("id"));
  }
  const XmlTree strict = XmlTree::parse("<p xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'/>", {}, "a.xml");
  CHECK(strict.root().is("w:p"));
  const XmlTree unknown = XmlTree::parse("<q:p xmlns:q='urn:unknown'/>", {}, "a.xml");
  CHECK(unknown.root().is("p"));
}

TEST_CASE("the tree has the elements in order, with text in front of children") {
  const XmlTree tree =
      XmlTree::parse("<a>x<!-- c -->y<b k='&lt;1'>&#x4E00;<![CDATA[<&]]></b>tail<c/><d><e/></d></a>", {}, "a.xml");
  const XmlElement a = tree.root();
  CHECK(a.text() == "xy");
  CHECK(a.child("b").text() == "一<&");
  CHECK(a.child("b").attribute("k") == "<1");
  std::string order;
  for (XmlElement at = a; at; at = at.next_in(a)) order += at.name();
  CHECK(order == "abcde");
  CHECK(a.child("d").first_child().parent() == a.child("d"));
  CHECK_FALSE(a.child("z"));
  CHECK(a.child("z").child("y").text().empty());
}

TEST_CASE("UTF-16 is read by its mark or its declaration, broken UTF-8 is not read") {
  const std::u16string text = u"<?xml version='1.0' encoding='UTF-16'?><a>通知</a>";
  CHECK(XmlTree::parse(utf16(text, false, true), {}, "a.xml").root().text() == "通知");
  CHECK(XmlTree::parse(utf16(text, true, true), {}, "a.xml").root().text() == "通知");
  CHECK(XmlTree::parse("\xEF\xBB\xBF<a>通知</a>", {}, "a.xml").root().text() == "通知");
  CHECK(refused_xml(ErrorCode::damaged, "line 1, column 4", "<a>\xFF\xFE</a>"));
  CHECK(refused_xml(ErrorCode::damaged, "encoding", "<?xml version='1.0' encoding='x-own'?><a/>"));
}

TEST_CASE("a document type declaration is refused, so no entity is ever expanded or fetched") {
  CHECK(refused_xml(ErrorCode::damaged, "document type declaration",
                    "<!DOCTYPE a [<!ENTITY x 'x'><!ENTITY y '&x;&x;'>]><a>&y;</a>"));
  CHECK(refused_xml(ErrorCode::damaged, "document type declaration",
                    "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&y;</a>"));
  CHECK(refused_xml(ErrorCode::damaged, "document type declaration", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"));
  CHECK(refused_xml(ErrorCode::damaged, "undefined entity", "<a>&x;</a>"));
}

TEST_CASE("a hundred thousand levels are refused by name") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(refused_xml(ErrorCode::limit, "--max-xml-depth", deep));
  CHECK(refused_xml(ErrorCode::limit, "more than 2 deep", "<a><b><c/></b></a>", {.xml_depth = 2}));
  CHECK_NOTHROW((void)XmlTree::parse("<a><b><c/></b></a>", {.xml_depth = 3}, "a.xml"));
}

TEST_CASE("what is not well-formed is damaged") {
  for (const std::string xml :
       {"", "<a>", "<a></b>", "<a/><b/>", "<a x='1' x='2'/>", "text", "<a>&#0;</a>", "<a \x01/>"}) {
    CAPTURE(xml);
    CHECK(refused_xml(ErrorCode::damaged, "the XML of a.xml is broken", xml));
  }
}

TEST_CASE("the tree of a part counts towards the expanded size of its archive") {
  std::string many = "<a>";
  for (int i = 0; i < 1000; ++i) many += "<b/>";
  many += "</a>";
  const std::string bytes = tests::zip_of({{"a.xml", many}});
  Archive small(bytes, {.expanded_bytes = 10'000});
  CHECK(refused(ErrorCode::limit, "--max-expanded-bytes", [&] { (void)XmlTree::read(small, "a.xml"); }));
  Archive large(bytes, {.expanded_bytes = 100'000});
  CHECK(XmlTree::read(large, "a.xml").root().child("b").is("b"));
}

TEST_CASE("a document with names beyond number is refused") {
  std::string many = "<a>";
  for (int i = 0; i < 20'000; ++i) many += "<x" + std::to_string(i) + "/>";
  CHECK(refused_xml(ErrorCode::damaged, "different names", many + "</a>"));
}

TEST_CASE("one huge tag takes linear time") {
  std::string xml = "<a k='" + std::string(8 << 20, 'x') + "'/>";
  CHECK(XmlTree::parse(xml, {}, "a.xml").root().attribute("k").size() == 8U << 20);
}
