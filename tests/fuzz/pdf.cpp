// SPDX-License-Identifier: MIT
// PDF files, their content streams, and pages of characters laid out as text.
#include "input/page_layout.hpp"
#include "invariants.hpp"
#include "pdf_builder.hpp"
#include "target.hpp"

namespace {

using namespace libparse;

void read(const std::string& bytes) {
  fuzz::accepts([&] {
    Diagnostics diagnostics;
    fuzz::check_source(input::read_pdf(bytes, {}, diagnostics));
  });
}

/// Characters and lines on pages: 6 bytes for one, of which the first says which.
void lay_out(std::string_view bytes) {
  input::PageLayout layout;
  input::PageContent page;
  page.number = 1, page.width = 600, page.height = 800;
  for (; bytes.size() >= 6; bytes.remove_prefix(6)) {
    const auto field = [&](std::size_t i) { return static_cast<double>(static_cast<unsigned char>(bytes[i])); };
    const double x = field(1) * 2.4, y = field(2) * 3.2, size = field(3) / 8;
    const auto kind = static_cast<unsigned char>(bytes[0]);
    if (kind < 8) {
      layout.add(std::move(page));
      page = {.number = page.number + 1, .width = 600, .height = 800, .glyphs = {}, .rulings = {}};
    } else if (kind < 64) {
      page.rulings.push_back({{x, y, x + (kind % 2 == 0 ? field(4) * 2 : 0), y + (kind % 2 == 0 ? 0 : field(4) * 3)}});
    } else {
      const char32_t c = kind < 128 ? kind : 0x4E00 + static_cast<char32_t>(field(4)) * 80 + (kind - 128);
      page.glyphs.push_back({c, {x, y, x + size, y + size}, size, 0, static_cast<int>(field(5)) / 64});
    }
  }
  layout.add(std::move(page));
  fuzz::accepts([&] {
    Diagnostics diagnostics;
    input::SourceText made = std::move(layout).finish("PDF", "look", diagnostics);
    made.media_type = "application/pdf", made.encoding = "UTF-8";
    fuzz::check_source(made);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Choice input(data, size, 4);
  if (input.which == 0) {
    read(std::string(input.rest));
  } else if (input.which == 1) {
    const std::vector<std::string> parts = fuzz::split_parts(input.rest, 4);
    tests::PdfBuilder pdf = tests::PdfBuilder::with_page(parts[0], parts[1], parts[2]);
    pdf.add_stream(parts[3], "/Type /XObject /Subtype /Form");
    read(pdf.finish());
  } else {
    lay_out(input.rest);
  }
  return 0;
}
