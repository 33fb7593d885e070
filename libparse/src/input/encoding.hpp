// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "libparse/diagnostic.hpp"
#include "rules/pack.hpp"
#include "text/document_text.hpp"

namespace libparse::input {

/// The encodings that are read. GB18030 stands for GBK and GB2312 too, which it holds.
enum class Encoding : std::uint8_t { utf8, utf16le, utf16be, gb18030, big5 };

/// IANA name: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `GB18030`, `Big5`.
[[nodiscard]] std::string_view name_of(Encoding encoding) noexcept;

/// The encoding of a label (WHATWG Encoding, 4.2: case and surrounding white space do not matter); none for labels that
/// are unknown and for encodings that are not read.
[[nodiscard]] std::optional<Encoding> encoding_of_label(std::string_view label, const rules::Pack& pack);

/// Decodes all of `bytes` as the WHATWG standard does, with two differences: a byte order mark is kept as U+FEFF, so
/// that the text has the characters of the file, and where the bytes end inside a character that is one U+FFFD.
/// GB18030 is that of 2022 with the standard's mapping (0x80 is €, 0xA3A0 is U+3000).
[[nodiscard]] text::Decoded decode(std::string_view bytes, Encoding encoding);

/// How much of a text is what Chinese text is made of, 0 to 1: the share of common characters and marks among all that
/// are no ASCII. What could not be decoded and private-use characters count against it twice. 0 without Chinese.
/// At most the first 64 KiB are looked at.
[[nodiscard]] double chinese_share(std::string_view utf8, const rules::Lexicon& common_han);

/// What declares an encoding inside the bytes, beside a byte order mark.
enum class Declaration : std::uint8_t {
  none,  ///< plain text
  html,  ///< `<meta charset>`, `<meta http-equiv>` (WHATWG HTML, 13.2.3.2) or an XML declaration
};

/// Bytes decoded, and how.
struct EncodedText {
  text::Decoded text;
  Encoding encoding = Encoding::utf8;
};

/// Finds the encoding and decodes: the label given, a byte order mark, what the bytes declare, UTF-8 where they are
/// that, else the encoding that makes plausible Chinese of them. A declaration that the bytes contradict is passed over
/// with `encoding-conflict`.
///
/// \param label  overrides everything; empty: none
/// Errors: `Error{encoding}` for a label that is unknown or not read, and where no encoding gives plausible text;
///         `Error{not_text}` for binary data.
[[nodiscard]] EncodedText decode_text(std::string_view bytes, std::string_view label, Declaration declaration,
                                      const rules::Pack& pack, Diagnostics& diagnostics);

}  // namespace libparse::input
