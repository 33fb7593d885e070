// SPDX-License-Identifier: MIT
// DOCX, XLSX and OFD from the XML of their parts, so that the fuzzer need not know of archives. Parts are divided by
// form feeds.
#include "invariants.hpp"
#include "libparse/workbook.hpp"
#include "ofd_builder.hpp"
#include "ooxml_builder.hpp"
#include "target.hpp"

namespace {

using namespace libparse;
using fuzz::require;

std::string docx(std::string_view xml) {
  const std::vector<std::string> parts = fuzz::split_parts(xml, 4);
  return fuzz::stored_zip(
      tests::Docx{.body = parts[0], .styles = parts[1], .numbering = parts[2], .core = parts[3]}.parts());
}

std::string xlsx(std::string_view xml) {
  const std::vector<std::string> parts = fuzz::split_parts(xml, 4);
  return fuzz::stored_zip(
      tests::Xlsx{.sheets = {{"S", parts[0]}, {"T", parts[1]}}, .strings = parts[2], .styles = parts[3]}.parts());
}

std::string ofd(std::string_view xml) {
  std::vector<std::string> pages;
  for (const std::string& part : fuzz::split_parts(xml, 2)) {
    pages.push_back(tests::OfdPage::xml("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\">" + part + "</ofd:Page>"));
  }
  return fuzz::stored_zip(tests::ofd_parts(pages));
}

void check_workbook(const std::string& bytes) {
  fuzz::accepts([&] {
    Diagnostics diagnostics;
    for (const Sheet& sheet : read_workbook(bytes, {}, diagnostics).sheets) {
      for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        require(i == 0 || sheet.rows[i].number > sheet.rows[i - 1].number, "rows stand in order");
        for (const SheetCell& cell : sheet.rows[i].cells) require(fuzz::is_utf8(cell.text), "a cell is UTF-8");
      }
    }
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Choice input(data, size, 3);
  InputOptions options;
  fuzz::accepts([&] {
    Diagnostics diagnostics;
    switch (input.which) {
      case 0:
        return fuzz::check_source(input::read_docx(docx(input.rest), options, diagnostics));
      case 1: {
        const std::string bytes = xlsx(input.rest);
        check_workbook(bytes);
        return fuzz::check_source(input::read_xlsx(bytes, options, diagnostics));
      }
      default:
        return fuzz::check_source(input::read_ofd(ofd(input.rest), options, diagnostics));
    }
  });
  return 0;
}
