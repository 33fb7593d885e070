// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/diagnostic.hpp"
#include "libparse/span.hpp"

namespace libparse::text {

/// Text made of bytes, and what could not be decoded.
struct Decoded {
  std::string utf8;                   ///< valid; U+FFFD for what could not be decoded
  std::vector<std::size_t> replaced;  ///< characters (by index) of the first ten U+FFFD put in
  std::size_t bad = 0;                ///< U+FFFD put in
  std::size_t multibyte = 0;          ///< well-formed characters of more than one byte
  std::size_t zeros = 0;              ///< U+0000
  /// Puts in a U+FFFD for what stands at character `index`.
  void replace(std::size_t index);
};

/// Decodes UTF-8 (WHATWG Encoding, UTF-8 decoder, but a byte order mark is kept): one U+FFFD for each maximal
/// ill-formed sequence.
Decoded decode_utf8(std::string_view bytes);

/// Reports the first U+FFFD of `decoded` one by one and the rest in a sum, as `invalid-utf8` or `undecodable-bytes`.
void report_replaced(const Decoded& decoded, std::string_view encoding, Diagnostics& diagnostics);

/// The document's text as decoded: what spans refer to and what `--text-out` writes. Always valid UTF-8.
///
/// Everything the file holds is kept, a byte order mark and carriage returns too, so that a span means the same to a
/// script that reads the file with a plain UTF-8 decoder.
class DocumentText {
 public:
  /// Takes text that is valid UTF-8 already, as the readers of containers make it.
  static DocumentText adopt(std::string utf8);
  /// Decodes UTF-8. Each maximal ill-formed sequence becomes one U+FFFD with a diagnostic (see report_replaced).
  static DocumentText decode(std::string_view bytes, Diagnostics& diagnostics);

  [[nodiscard]] std::string_view utf8() const noexcept { return utf8_; }
  [[nodiscard]] std::size_t characters() const noexcept { return characters_; }
  /// Byte offset of the character with this index; the size of the text at and behind the end.
  [[nodiscard]] std::size_t byte_of(std::size_t character) const noexcept;
  /// Index of the character at byte `byte`, which is on a character boundary; the way back of byte_of.
  [[nodiscard]] std::size_t character_of(std::size_t byte) const noexcept;
  [[nodiscard]] std::string_view slice(Span span) const noexcept;
  [[nodiscard]] std::string take() && { return std::move(utf8_); }

 private:
  std::string utf8_;
  std::size_t characters_ = 0;
  std::vector<std::size_t> marks_;  ///< byte offset of every 32nd character
};

}  // namespace libparse::text
