// SPDX-License-Identifier: MIT
// Formats that are recognised and not read yet. Each reader that is added takes its function away from here.
#include <string>

#include "input/source_text.hpp"
#include "libparse/error.hpp"

namespace libparse::input {
namespace {

[[noreturn]] void refuse(const char* name, const char* advice) {
  throw Error(ErrorCode::not_text, std::string("this is ") + name + ", which is not read yet; " + advice);
}

}  // namespace

SourceText read_html(std::string_view /*bytes*/, const InputOptions& /*options*/, const rules::Pack& /*pack*/,
                     Diagnostics& /*diagnostics*/) {
  refuse("a web page", "save it as plain text in UTF-8 first");
}

}  // namespace libparse::input
