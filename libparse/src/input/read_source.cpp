// SPDX-License-Identifier: MIT
#include <string>

#include "input/reading_limits.hpp"
#include "input/source_text.hpp"
#include "libparse/error.hpp"

namespace libparse::input {
namespace {

[[noreturn]] void refuse(const DetectedFormat& found) {
  std::string message = "this is " + std::string(found.name) + " and cannot be read as it is; ";
  if (found.converts_to.empty()) {
    message += found.advice;
  } else {
    message += "convert it first: soffice --headless --convert-to " + std::string(found.converts_to) +
               " FILE; or use --via-libreoffice";
  }
  throw Error(ErrorCode::not_text, message);
}

}  // namespace

SourceText read_source(std::string_view bytes, const InputOptions& options, const rules::Pack& pack,
                       Diagnostics& diagnostics) {
  if (bytes.size() > options.limits.input_bytes) {
    throw limit_error("the input has " + std::to_string(bytes.size()) + " bytes, more than " +
                          std::to_string(options.limits.input_bytes),
                      "--max-input-bytes");
  }
  InputFormat format = options.format;
  if (format == InputFormat::automatic) {
    const DetectedFormat found = detect_format(bytes);
    if (found.format == InputFormat::automatic) refuse(found);
    format = found.format;
  }
  switch (format) {
    case InputFormat::html:
      return read_html(bytes, options, pack, diagnostics);
    case InputFormat::docx:
      return read_docx(bytes, options, diagnostics);
    case InputFormat::xlsx:
      return read_xlsx(bytes, options, diagnostics);
    case InputFormat::pdf:
      return read_pdf(bytes, options, diagnostics);
    case InputFormat::ofd:
      return read_ofd(bytes, options, diagnostics);
    case InputFormat::automatic:
    case InputFormat::text:
      break;
  }
  return read_text(bytes, options, pack, diagnostics);
}

}  // namespace libparse::input
