// SPDX-License-Identifier: MIT
#include "ofd_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "input/source_text.hpp"
#include "refused.hpp"

using libparse::Diagnostics;
using libparse::ErrorCode;
using libparse::InputOptions;
using libparse::input::read_ofd;
using libparse::input::SourceText;
using tests::ofd_parts;
using tests::OfdPage;
using tests::zip_of;
using tests::ZipParts;

namespace {

constexpr double kLeft = 28;  ///< millimetres; 26 characters reach to 174.6

SourceText read(const ZipParts& parts) {
  Diagnostics diagnostics;
  return read_ofd(zip_of(parts), {}, diagnostics);
}

bool refuses(const ZipParts& parts, ErrorCode code, const std::string& part, const InputOptions& options = {}) {
  return tests::refused(code, part, [&] {
    Diagnostics diagnostics;
    read_ofd(zip_of(parts), options, diagnostics);
  });
}

std::string prose(std::string start, std::size_t count) {
  while (libparse::text::count(start) < count) start += "务";
  return start;
}

/// A text object of 14.1 points with its attributes and distances as told.
SourceText read_code(const std::string& code, const std::string& attributes = "Size=\"5\"") {
  OfdPage page;
  page.object(30, 50, 100, 10, attributes, code);
  return read(ofd_parts({page.content()}));
}

}  // namespace

TEST_CASE("an OFD becomes its paragraphs, with their pages") {
  OfdPage first;
  first.text(kLeft + 2 * OfdPage::kSize, 40, prose("一、开展检查", 24));
  first.text(kLeft, 50, "并形成报告。");
  first.text(kLeft + 2 * OfdPage::kSize, 60, prose("二、开展整改", 24));
  OfdPage second;
  second.text(kLeft, 40, "限期完成。");
  second.text(kLeft + 2 * OfdPage::kSize, 50, "责任单位：县水务局");
  const SourceText text = read(ofd_parts({first.content(), second.content()}));
  CHECK(text.utf8 ==
        prose("一、开展检查", 24) + "并形成报告。\n" + prose("二、开展整改", 24) + "限期完成。\n责任单位：县水务局\n");
  CHECK(text.media_type == "application/ofd");
  CHECK(text.whole_paragraphs);
  REQUIRE(text.places.size() == 3);
  CHECK(text.places[1].page == 1);
  CHECK(text.places[2].page == 2);
}

TEST_CASE("every form of distances puts the characters where they belong") {
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"5 5 5\">更新管网</ofd:TextCode>").utf8 == "更新管网\n");
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g 3 5\">更新管网</ofd:TextCode>").utf8 == "更新管网\n");
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"5 g 2 5\">更新管网</ofd:TextCode>").utf8 == "更新管网\n");
  // Set apart evenly, as a title is, and parted by a space of its author.
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g 3 12\">更新管网</ofd:TextCode>").utf8 == "更新管网\n");
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"5 12 5\">更新管网</ofd:TextCode>").utf8 == "更新 管网\n");
  // From right to left, one above the other, and without distances.
  CHECK(read_code("<ofd:TextCode X=\"50\" Y=\"4\" DeltaX=\"g 3 -5\">网管新更</ofd:TextCode>").utf8 == "更新管网\n");
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaY=\"g 3 8\">更新管网</ofd:TextCode>").utf8 == "更\n新\n管\n网\n");
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\">更新管网</ofd:TextCode>").utf8 == "更新管网\n");
  // A count that no text has is cut to the text.
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g 4000000000 5\">更新管网</ofd:TextCode>").utf8 ==
        "更新管网\n");
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"nan inf g -1 5\">更新管网</ofd:TextCode>").utf8 ==
        "更新管网\n");
}

TEST_CASE("escaped characters are read, and a second text code goes on at the place of the first") {
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"5 5\">\\7BA1\\7F51</ofd:TextCode>").utf8 == "管网\n");
  CHECK(read_code("<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"5\">更新</ofd:TextCode>"
                  "<ofd:TextCode X=\"10\" DeltaX=\"5\">管网</ofd:TextCode>")
            .utf8 == "更新管网\n");
}

TEST_CASE("a matrix scales text, and oblique or turned text is left out") {
  const std::string body = "<ofd:TextCode X=\"0\" Y=\"40\" DeltaX=\"g 3 50\">更新管网</ofd:TextCode>";
  CHECK(read_code(body, "Size=\"50\" CTM=\"0.1 0 0 0.1 0 0\"").utf8 == "更新管网\n");
  OfdPage page;
  page.object(30, 50, 100, 10, "Size=\"50\" CTM=\"0.1 0 0 0.1 0 0\"", body);
  page.object(60, 90, 100, 100, "Size=\"20\" CTM=\"0.7 0.7 -0.7 0.7 0 0\"",
              "<ofd:TextCode X=\"0\" Y=\"9\">内部</ofd:TextCode>");
  page.object(90, 90, 100, 100, "Size=\"20\" CTM=\"0 1 -1 0 0 0\"",
              "<ofd:TextCode X=\"0\" Y=\"9\">资料</ofd:TextCode>");
  page.object(60, 90, 100, 100, "Size=\"9\" Visible=\"false\"", "<ofd:TextCode X=\"0\" Y=\"9\">看不见</ofd:TextCode>");
  CHECK(read(ofd_parts({page.content()})).utf8 == "更新管网\n");
}

TEST_CASE("templates, backgrounds and annotations are no text of the notice") {
  OfdPage page;
  page.text(kLeft, 50, "更新管网");
  OfdPage head;
  head.text(kLeft, 20, "县政府公报");
  const std::string background = "<ofd:Layer ID=\"2\" Type=\"Background\">" + head.objects() + "</ofd:Layer>";
  ZipParts parts = ofd_parts({page.content(background, "<ofd:Template TemplateID=\"9\" ZOrder=\"Background\"/>")});
  parts.emplace_back("Doc_0/Tpls/Tpl_0/Content.xml", head.content());
  parts.emplace_back("Doc_0/Annots/Page_0/Annotation.xml", head.content());
  CHECK(read(parts).utf8 == "更新管网\n");
}

TEST_CASE("a ruled table in an OFD is read cell by cell, merged cells once") {
  OfdPage page;
  const double xs[] = {30, 60, 120, 160};
  const double ys[] = {50, 60, 70, 80};
  for (const double y : {50.0, 60.0, 80.0}) page.line(xs[0], y, xs[3], y);
  page.line(xs[1], 70, xs[3], 70);  // the first column is merged over two rows
  for (const double x : xs) page.line(x, ys[0], x, ys[3]);
  page.text(32, 52, "类别", 4);
  page.text(62, 52, "任务", 4);
  page.text(122, 52, "单位", 4);
  page.text(32, 67, "供水", 4);
  page.text(62, 62, "检修泵站", 4);
  page.text(122, 62, "县水务局", 4);
  page.text(62, 71, "更换老旧水表一", 4);
  page.text(62, 75.5, "千只", 4);
  page.text(122, 72, "县水务局", 4);
  const SourceText text = read(ofd_parts({page.content()}));
  CHECK(text.utf8 == "类别\t任务\t单位\n供水\t检修泵站\t县水务局\n更换老旧水表一千只\t县水务局\n");
  REQUIRE(text.tables.size() == 1);
  const auto& cells = text.tables[0].cells;
  REQUIRE(cells.size() == 8);
  CHECK(cells[3].row_span == 2);
  CHECK(cells[7].row == 2);
  CHECK(cells[7].column == 2);
  REQUIRE(!text.places.empty());
  CHECK(text.places.back().cell == "table 1 C3");
}

TEST_CASE("places of parts are resolved inside of the archive only") {
  OfdPage page;
  page.text(kLeft, 50, "更新管网");
  const auto with_location = [&](const std::string& location) {
    ZipParts parts = ofd_parts({page.content()});
    std::string& document = parts[1].second;
    const std::string old = "Pages/Page_0/Content.xml";
    document.replace(document.find(old), old.size(), location);
    return parts;
  };
  CHECK(read(with_location("/Doc_0/Pages/Page_0/Content.xml")).utf8 == "更新管网\n");
  CHECK(read(with_location("./Pages/../Pages/Page_0/Content.xml")).utf8 == "更新管网\n");
  CHECK(refuses(with_location("../../../etc/passwd"), ErrorCode::damaged, "outside"));
  CHECK(refuses(with_location("Pages/missing.xml"), ErrorCode::damaged, "none of its pages"));
}

TEST_CASE("what an OFD does not hold is said") {
  OfdPage page;
  page.text(kLeft, 50, "更新管网");
  ZipParts encrypted = ofd_parts({page.content()});
  encrypted.emplace_back("Encryptions.xml", "<x/>");
  CHECK(refuses(encrypted, ErrorCode::not_text, "encrypted"));
  CHECK(refuses(ofd_parts({OfdPage().content()}), ErrorCode::not_text, "OCR"));
  CHECK(refuses(ofd_parts({}), ErrorCode::damaged, "no pages"));
  CHECK(refuses({{"a.txt", "a"}}, ErrorCode::damaged, "OFD.xml"));
  CHECK(refuses({{"OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"}}, ErrorCode::damaged,
                "no document"));

  InputOptions options;
  options.limits.pages = 1;
  CHECK(refuses(ofd_parts({page.content(), page.content()}), ErrorCode::limit, "--max-pages", options));
  ZipParts claim = ofd_parts({page.content()});
  std::string& document = claim[1].second;
  std::string pages;
  for (int i = 0; i < 10'000; ++i) pages += "<ofd:Page BaseLoc=\"Pages/Page_0/Content.xml\"/>";
  document.insert(document.find("<ofd:Page "), pages);
  CHECK(refuses(claim, ErrorCode::limit, "--max-pages"));

  ZipParts two = ofd_parts({page.content()});
  std::string& root = two[0].second;
  root.insert(root.find("</ofd:OFD>"), "<ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody>");
  Diagnostics diagnostics;
  CHECK(read_ofd(zip_of(two), {}, diagnostics).utf8 == "更新管网\n");
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "unread-document");
}

TEST_CASE("an OFD that is cut off anywhere is refused") {
  OfdPage page;
  for (int i = 0; i < 20; ++i) page.text(kLeft, 20 + 10 * i, prose("更新管网", 24));
  const std::string whole = zip_of(ofd_parts({page.content()}));
  for (std::size_t size = 0; size < whole.size(); size += 64) {
    CHECK(tests::refusal([&] {
      Diagnostics diagnostics;
      read_ofd(whole.substr(0, size), {}, diagnostics);
    }));
  }
}
