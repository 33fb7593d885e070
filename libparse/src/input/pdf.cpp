// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "input/page_layout.hpp"
#include "input/pdf_pages.hpp"
#include "input/reading_limits.hpp"
#include "input/source_text.hpp"

/// PDF, ISO 32000, by its text layer. The PDF module finds characters, their places and lines that are drawn; what
/// makes text of them is page_layout.
namespace libparse::input {
namespace {

bool has_end(std::string_view bytes) {
  return bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 2048)).find("%%EOF") != std::string_view::npos;
}

}  // namespace

SourceText read_pdf(std::string_view bytes, const InputOptions& options, Diagnostics& diagnostics) {
  OpenPdf* open = find_pdf_module();
  const Deadline deadline(options.limits.time);
  std::unique_ptr<PdfPages> pages;
  open(pages, bytes, options.limits, deadline);
  PageLayout layout;
  for (std::size_t i = 0; i < pages->count(); ++i) {
    deadline.check();
    if (PageContent page; pages->read(i, page))
      layout.add(std::move(page));
    else
      layout.lose();
  }
  deadline.check();
  if (!has_end(bytes)) {
    diagnostics.push_back(
        {"damaged-container", Severity::warning, "the PDF breaks off before its end; text may be missing"});
  }
  SourceText made = std::move(layout).finish(
      "PDF", "OCR makes a text layer: ocrmypdf -l chi_sim --force-ocr IN.pdf OUT.pdf", diagnostics);
  made.media_type = "application/pdf";
  made.encoding = "UTF-8";
  return made;
}

}  // namespace libparse::input
