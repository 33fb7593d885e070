// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// What a notice may come as, and how much of it is read at most.
namespace libparse {

/// The container that a notice comes in, told by its bytes and never by its name.
enum class InputFormat : std::uint8_t {
  automatic,  ///< look at the bytes
  text,       ///< plain text
  html,       ///< HTML 5, WHATWG
  docx,       ///< Office Open XML text, ISO/IEC 29500 (Word, WPS)
  xlsx,       ///< Office Open XML workbook, ISO/IEC 29500
  pdf,        ///< ISO 32000
  ofd,        ///< GB/T 33190-2016
};

/// How much of an untrusted input is read. What trips a limit is refused with an `Error{limit}` that names the limit
/// and the option that raises it; nothing is cut silently.
struct Limits {
  std::size_t input_bytes = std::size_t{512} << 20;     ///< size of the input itself
  std::size_t expanded_bytes = std::size_t{128} << 20;  ///< of all parts of an archive together, decompressed
  std::size_t expansion_ratio = 200;                    ///< decompressed ÷ compressed size of one part over 1 MiB
  std::size_t archive_entries = 10'000;
  std::size_t xml_depth = 256;             ///< also of HTML elements inside each other
  std::size_t pages = 2'000;               ///< of a PDF or OFD
  std::chrono::milliseconds time{60'000};  ///< for reading one container; 0: no limit
};

struct InputOptions {
  InputFormat format = InputFormat::automatic;
  std::string encoding;  ///< WHATWG label of the encoding of text and HTML; empty: found by the bytes
  Limits limits;
};

/// What the bytes of an input look like.
struct DetectedFormat {
  InputFormat format = InputFormat::automatic;  ///< `automatic`: none that is read here
  std::string_view name;                        ///< with its article: "a legacy Word file (.doc)"
  std::string_view extension;                   ///< usual ending of such files, with its dot
  std::string_view converts_to;                 ///< `docx` or `xlsx`: what LibreOffice turns it into; else empty
  std::string_view media_type;                  ///< RFC 6838, of what LibreOffice converts; else empty
  std::string_view advice;                      ///< of a format that is not read: what to do; empty: convert it
};

/// Tells a format by its bytes alone. Never fails: what is nothing else is text.
DetectedFormat detect_format(std::string_view bytes);

}  // namespace libparse
