// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "input/source_text.hpp"
#include "libparse/error.hpp"
#include "pdf_builder.hpp"
#include "refused.hpp"

using libparse::Diagnostics;
using libparse::ErrorCode;
using libparse::InputOptions;
using libparse::input::Grid;
using libparse::input::read_pdf;
using libparse::input::SourceText;
using tests::PdfBuilder;
using tests::refused;

namespace {

std::string sample(const std::string& name) {
  std::ifstream file(LIBPARSE_SOURCE_DIR "/tests/input/" + name, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

SourceText read(const std::string& bytes) {
  Diagnostics diagnostics;
  return read_pdf(bytes, {}, diagnostics);
}

bool refuses(const std::string& bytes, ErrorCode code, const std::string& part, const InputOptions& options = {}) {
  return refused(code, part, [&] {
    Diagnostics diagnostics;
    read_pdf(bytes, options, diagnostics);
  });
}

std::vector<std::string> lines_of(const SourceText& text) {
  std::vector<std::string> lines(1);
  for (const char c : text.utf8) c == '\n' ? lines.emplace_back() : lines.back() += std::string(1, c);
  lines.pop_back();
  return lines;
}

std::string cell_text(const SourceText& text, const libparse::input::Cell& cell) {
  return text.utf8.substr(cell.range.begin, cell.range.size());
}

const char* const kText = "BT /F 16 Tf 100 700 Td (Notice of tasks) Tj ET\n";

}  // namespace

TEST_CASE("a notice of three pages becomes its paragraphs, without heads and page numbers") {
  const SourceText text = read(sample("plain.pdf"));
  const std::vector<std::string> lines = lines_of(text);
  REQUIRE(lines.size() == 21);
  CHECK(lines[0] == "临江县人民政府办公室关于印发城市管网更新实施方案的通知");
  CHECK(lines[1] == "临政办发〔2025〕12号");
  CHECK(lines[3] ==
        "《临江县城市管网更新实施方案》已经县政府同意，现印发给你们，请结合实际认真组织实施，确保按期完成。");
  CHECK(lines[4] == "临江县人民政府办公室");
  CHECK(lines[5] == "2025年3月18日");
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(lines[7 + 2 * i].find("建立台账并分类处置，2025年12月底前完成老旧") != std::string::npos);
    CHECK(lines[7 + 2 * i].find("同步施工、同步验收。") ==
          lines[7 + 2 * i].size() - std::string("同步施工、同步验收。").size());
    CHECK(lines[8 + 2 * i] == "牵头单位：县住建局；配合单位：县发展改革局、县财政局");
  }
  CHECK(lines[20] == "县住建局每季度向县政府报告一次进展情况。");
  CHECK(text.whole_paragraphs);
  CHECK(text.media_type == "application/pdf");
  CHECK(text.places.front().page == 1);
  CHECK(text.places.back().page == 3);
}

TEST_CASE("two columns of a PDF are read one after the other") {
  const std::vector<std::string> lines = lines_of(read(sample("columns.pdf")));
  REQUIRE(lines.size() == 11);
  const char* const kLabels[] = {"（一）完善供水。", "（二）完善排水。", "（三）完善燃气。", "（四）完善供热。",
                                 "（五）完善照明。", "（六）完善道路。", "（七）完善绿化。", "（八）完善环卫。"};
  for (std::size_t i = 0; i < 8; ++i) CHECK(lines[i + 2].find(kLabels[i]) == 0);
  CHECK(lines[10] == "各责任单位要于每季度末向市政府办公室报送工作进展，年底前形成总结。");
}

TEST_CASE("a table with merged cells over page breaks is one table") {
  const SourceText text = read(sample("tasks.pdf"));
  REQUIRE(text.tables.size() == 1);
  const Grid& table = text.tables[0];
  CHECK(table.rows == 18);
  CHECK(table.columns == 5);
  std::vector<std::string> groups;
  std::size_t headers = 0;
  for (const auto& cell : table.cells) {
    headers += cell_text(text, cell) == "序号";
    if (cell.column == 1 && cell.row > 0) groups.push_back(cell_text(text, cell) + std::to_string(cell.row_span));
    if (cell.column == 0 && cell.row > 0) CHECK(cell_text(text, cell) == std::to_string(cell.row));
    if (cell.column == 2 && cell.row == 9)
      CHECK(cell_text(text, cell) ==
            "完成第9批供水保障隐患排查，逐项登记、逐项整改、逐项销号，并将整改结果在县政府网站公开，接受社会监督");
  }
  CHECK(headers == 1);
  CHECK(groups == std::vector<std::string>{"燃气安全5", "供水保障6", "道路养护6"});
  const auto last =
      std::find_if(text.places.rbegin(), text.places.rend(), [](const auto& p) { return !p.cell.empty(); });
  CHECK(last->cell == "table 1 E18");
  CHECK(last->page == 2);
}

TEST_CASE("text that runs up a page that is turned is upright") {
  const std::string content = "BT /F 16 Tf 0 1 -1 0 100 100 Tm (Turned by a quarter) Tj ET\n";
  CHECK(read(PdfBuilder::with_page(content).finish()).utf8 == "Turned by a quarter\n");
  CHECK(read(PdfBuilder::with_page(content, "/Rotate 90").finish()).utf8 == "Turned by a quarter\n");
}

TEST_CASE("a watermark across the text is left out") {
  const std::string content = std::string(kText) + "BT /F 40 Tf 0 1 -1 0 300 300 Tm (DRAFT) Tj ET\n";
  CHECK(read(PdfBuilder::with_page(content).finish()).utf8 == "Notice of tasks\n");
}

TEST_CASE("borders drawn in a form and on a turned page part the cells") {
  // Four cells, drawn in a form as thin filled areas and as strokes; the text of each has no gap to the next.
  const std::string form =
      "100 100 0.5 60 re f 150 100 m 150 160 l S 200 100 0.5 60 re f\n"
      "100 100 m 200 100 l S 100 130 100 0.5 re f 100 160 m 200 160 l S\n";
  const auto cell = [](int x, int y, const char* text) {
    return "BT /F 10 Tf " + std::to_string(x) + ' ' + std::to_string(y) + " Td (" + text + ") Tj ET\n";
  };
  const std::string content = "q 1 0 0 1 0 400 cm /X Do Q\n" + cell(104, 540, "No") + cell(154, 540, "Task") +
                              cell(104, 510, "1") + cell(154, 510, "Repair");
  for (const char* page : {"", "/Rotate 90", "/Rotate 180", "/Rotate 270"}) {
    CAPTURE(page);
    PdfBuilder pdf = PdfBuilder::with_page(content, page, "/XObject << /X 6 0 R >>");
    pdf.add_stream(form, "/Type /XObject /Subtype /Form /BBox [0 0 595 842]");
    const SourceText text = read(pdf.finish());
    REQUIRE(text.tables.size() == 1);
    CHECK(text.utf8 == "No\tTask\n1\tRepair\n");
  }
}

TEST_CASE("what cannot be read is refused with what to do") {
  CHECK(refuses(PdfBuilder::with_page("q Q").finish(), ErrorCode::not_text, "ocrmypdf"));
  CHECK(refuses(sample("encrypted.pdf"), ErrorCode::not_text, "qpdf --decrypt"));
  CHECK(refuses("%PDF-1.7\nnothing else", ErrorCode::damaged, "broken"));
  InputOptions options;
  options.limits.pages = 1;
  CHECK(refuses(sample("plain.pdf"), ErrorCode::limit, "--max-pages", options));
}

TEST_CASE("hostile files end in an error or in text, and soon") {
  const auto start = std::chrono::steady_clock::now();
  PdfBuilder loop;
  loop.add("<< /Type /Catalog /Pages 2 0 R >>");
  loop.add("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 3 /Parent 2 0 R >>");
  CHECK(tests::refusal([&] { read(loop.finish()); }));

  PdfBuilder claim;
  claim.add("<< /Type /Catalog /Pages 2 0 R >>");
  claim.add("<< /Type /Pages /Kids [] /Count 10000 >>");
  CHECK(refuses(claim.finish(), ErrorCode::damaged, "has no pages"));

  PdfBuilder thousands;
  thousands.add("<< /Type /Catalog /Pages 2 0 R >>");
  std::string kids;
  for (std::size_t i = 3; i < 10'003; ++i) kids += PdfBuilder::reference(i) + ' ';
  thousands.add("<< /Type /Pages /Count 10000 /Kids [" + kids + "] >>");
  for (int i = 0; i < 10'000; ++i) thousands.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
  CHECK(refuses(thousands.finish(), ErrorCode::limit, "--max-pages"));

  PdfBuilder lie;
  lie.add("<< /Type /Catalog /Pages 2 0 R >>");
  lie.add("<< /Type /Pages /Kids [3 0 R] /Count 4 >>");
  lie.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>");
  lie.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  lie.add_stream(kText);
  Diagnostics diagnostics;
  CHECK(read_pdf(lie.finish(), {}, diagnostics).utf8 == "Notice of tasks\n");
  CHECK(
      std::any_of(diagnostics.begin(), diagnostics.end(), [](const auto& d) { return d.code == "damaged-container"; }));

  PdfBuilder self = PdfBuilder::with_page(std::string(kText) + "/X Do", "", "/XObject << /X 6 0 R >>");
  self.add_stream("/X Do /X Do",
                  "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>");
  CHECK(read(self.finish()).utf8 == "Notice of tasks\n");

  PdfBuilder many = PdfBuilder::with_page(std::string(kText) + "/X Do", "", "/XObject << /X 6 0 R >>");
  for (std::size_t i = 6; i < 17; ++i) {
    many.add_stream("/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do",
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " +
                        PdfBuilder::reference(i + 1) + " >> >>");
  }
  many.add_stream("q Q", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]");
  CHECK(refuses(many.finish(), ErrorCode::damaged, "forms"));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(8));
}

TEST_CASE("a stream that expands without end is refused before it is in memory") {
  // Two bytes 0x81 stand for 128 of them, at each of six levels.
  PdfBuilder bomb = PdfBuilder::with_page("q Q", "/Contents 6 0 R");
  std::string filters;
  for (int i = 0; i < 6; ++i) filters += " /RunLengthDecode";
  bomb.add_stream(std::string(64, '\x81'), "/Filter [" + filters + "]");
  std::string bytes = bomb.finish();
  bytes.replace(bytes.find("/Contents 5 0 R"), 15, "/Contents 6 0 R");
  CHECK(refuses(bytes, ErrorCode::limit, "--max-expansion-ratio"));
}

TEST_CASE("a PDF that is cut off anywhere gives text or an error") {
  const std::string whole = PdfBuilder::with_page(kText).finish();
  std::size_t told = 0;
  for (std::size_t size = 1; size < whole.size(); size += 7) {
    Diagnostics diagnostics;
    const auto error = tests::refusal([&] { read_pdf(whole.substr(0, size), {}, diagnostics); });
    told += error || !diagnostics.empty();
    CHECK((error || !diagnostics.empty() || size + 8 > whole.size()));
  }
  CHECK(told > 50);
  const std::string large = sample("plain.pdf");
  for (std::size_t size = 64; size < large.size(); size += 64 * 29)
    CHECK(tests::refusal([&] { read(large.substr(0, size)); }));
}
