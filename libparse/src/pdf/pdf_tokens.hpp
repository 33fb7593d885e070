// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace libparse::pdf {

/// One operator of a PDF content stream (ISO 32000-1, 7.8.2) with what stood before it.
struct PdfOperation {
  std::string_view name;        ///< `re`, `Do`
  std::vector<double> numbers;  ///< numbers among its operands, the last few
  std::string_view resource;    ///< its last name operand, without `/` and as written
};

/// Reads a content stream operator by operator. Text and images are passed over: only what is drawn is asked for.
/// Broken streams never fail; the end of the bytes is the end of the operators.
class PdfTokens {
 public:
  explicit PdfTokens(std::string_view bytes) : bytes_(bytes) {}
  /// False at the end. Views lie in the bytes.
  bool next(PdfOperation& operation);

 private:
  void skip_string();
  void skip_inline_image();

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace libparse::pdf
