// SPDX-License-Identifier: MIT
#include <utility>

#include "input/encoding.hpp"
#include "input/source_text.hpp"
#include "libparse/error.hpp"

namespace libparse::input {

SourceText read_text(std::string_view bytes, const InputOptions& options, const rules::Pack& pack,
                     Diagnostics& diagnostics) {
  EncodedText found = decode_text(bytes, options.encoding, Declaration::none, pack, diagnostics);
  if (found.text.zeros > 0) {
    throw Error(ErrorCode::not_text, "this is binary data, not text; give the notice itself");
  }
  report_replaced(found.text, name_of(found.encoding), diagnostics);
  SourceText out;
  out.utf8 = std::move(found.text.utf8);
  out.media_type = "text/plain";
  out.encoding = name_of(found.encoding);
  return out;
}

}  // namespace libparse::input
