// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/diagnostic.hpp"
#include "libparse/span.hpp"

namespace libparse::text {

/// The document's text as decoded: what spans refer to and what `--text-out` writes. Always valid UTF-8.
///
/// Everything the file holds is kept, a byte order mark and carriage returns too, so that a span means the same to a
/// script that reads the file with a plain UTF-8 decoder.
class DocumentText {
 public:
  /// Decodes UTF-8. Each maximal ill-formed sequence becomes one U+FFFD with a diagnostic `invalid-utf8` (the first
  /// ten are reported one by one, the rest in a sum).
  ///
  /// Errors: `Error{encoding}` where the bytes are plainly another encoding, with the command that converts them;
  ///         `Error{not_text}` where they are no text, with the name of the format where it is known.
  static DocumentText decode(std::string_view bytes, Diagnostics& diagnostics);

  [[nodiscard]] std::string_view utf8() const noexcept { return utf8_; }
  [[nodiscard]] std::size_t characters() const noexcept { return characters_; }
  /// Byte offset of the character with this index; the size of the text at and behind the end.
  [[nodiscard]] std::size_t byte_of(std::size_t character) const noexcept;
  [[nodiscard]] std::string_view slice(Span span) const noexcept;
  [[nodiscard]] std::string take() && { return std::move(utf8_); }

 private:
  std::string utf8_;
  std::size_t characters_ = 0;
  std::vector<std::size_t> marks_;  ///< byte offset of every 256th character
};

}  // namespace libparse::text
