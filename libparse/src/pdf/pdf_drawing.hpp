// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "input/page_content.hpp"
#include "input/reading_limits.hpp"
#include "libparse/input.hpp"

namespace libparse::pdf {

using input::Box;
using input::Deadline;
using input::limit_error;
using input::Ruling;

/// What PDF pages draw besides text: the lines that are borders of tables, which poppler's public interface does not
/// tell. The content streams (ISO 32000-1, 8.5) are run for paths, with the forms they use.
///
/// It also stands guard: streams are decompressed within the limits here, and forms that use each other without end
/// are found, before poppler, which cannot be interrupted, meets the same page.
class PdfDrawing {
 public:
  /// `bytes` and `deadline` must outlive it. A file that cannot be made sense of has no lines; that is poppler's to
  /// say.
  ///
  /// Errors: `Error{limit}` where a large stream expands too far.
  PdfDrawing(std::string_view bytes, const Limits& limits, const Deadline& deadline);
  ~PdfDrawing();
  PdfDrawing(const PdfDrawing&) = delete;
  PdfDrawing& operator=(const PdfDrawing&) = delete;

  /// Lines of the page with this index, in the coordinates of PageContent.
  ///
  /// Errors: `Error{limit}`; `Error{damaged}` for forms without end.
  std::vector<Ruling> rulings(std::size_t page);

 private:
  class File;
  std::unique_ptr<File> file_;
};

}  // namespace libparse::pdf
