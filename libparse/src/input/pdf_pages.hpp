// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "input/page_content.hpp"
#include "input/reading_limits.hpp"
#include "libparse/input.hpp"

namespace libparse::input {

/// The pages of one PDF, as far as poppler and qpdf read them.
///
/// It is all that the library and its PDF module know of each other (docs/decisions/0014). This header and those it
/// includes are what both must be compiled with alike: CMake makes the name of the module's entry from their text. So
/// nothing here may need code of the library.
class PdfPages {
 public:
  PdfPages() = default;
  virtual ~PdfPages() = default;
  PdfPages(const PdfPages&) = delete;
  PdfPages& operator=(const PdfPages&) = delete;

  [[nodiscard]] virtual std::size_t count() const = 0;
  /// The page with this index, from 0; false where it cannot be read.
  ///
  /// Errors: `Error{limit}`, `Error{damaged}`.
  virtual bool read(std::size_t index, PageContent& page) = 0;
};

/// Opens a PDF. `bytes`, `limits` and `deadline` must outlive the pages.
///
/// Errors: `Error{damaged}`, `Error{not_text}` for one with a password, `Error{limit}`.
using OpenPdf = void(std::unique_ptr<PdfPages>& pages, std::string_view bytes, const Limits& limits,
                     const Deadline& deadline);

/// The way into the PDF module, which is loaded into the process at the first call and stays there. Thread-safe.
///
/// Errors: `Error{unreadable}` where the module is not there, or belongs to another build of the library.
OpenPdf* find_pdf_module();

}  // namespace libparse::input
