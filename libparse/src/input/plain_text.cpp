// SPDX-License-Identifier: MIT
#include <string>

#include "input/source_text.hpp"
#include "libparse/error.hpp"
#include "text/document_text.hpp"

namespace libparse::input {
namespace {

void refuse(ErrorCode code, const std::string& what, const std::string& advice) {
  throw Error(code, what + "; " + advice);
}

void refuse_utf16(std::string_view s) {
  const auto tell = [](const char* name) {
    refuse(ErrorCode::encoding, std::string("the text is encoded as ") + name + ", not UTF-8",
           std::string("convert it first: iconv -f ") + name + " -t UTF-8 FILE > FILE.utf8.txt");
  };
  if (s.starts_with("\xFF\xFE")) tell("UTF-16LE");
  if (s.starts_with("\xFE\xFF")) tell("UTF-16BE");
  const std::string_view head = s.substr(0, 4096);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  // Every line end and every ASCII character of UTF-16 text has its zero byte on the same side.
  if (even + odd > 1 && (even == 0 || odd == 0) && even + odd < head.size() * 3 / 5) {
    tell(even == 0 ? "UTF-16LE" : "UTF-16BE");
  }
}

/// True where all bytes above 0x7F pair up as GB 18030 does (two or four bytes).
bool is_gb18030(std::string_view s) noexcept {
  const auto b = [&](std::size_t i) -> unsigned { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
  const auto digit = [](unsigned c) { return c >= 0x30 && c <= 0x39; };
  const auto lead = [](unsigned c) { return c >= 0x81 && c <= 0xFE; };
  for (std::size_t i = 0; i < s.size();) {
    if (b(i) < 0x80) {
      ++i;
    } else if (!lead(b(i))) {
      return false;
    } else if (b(i + 1) >= 0x40 && b(i + 1) != 0x7F && b(i + 1) != 0xFF) {
      i += 2;
    } else if (digit(b(i + 1)) && lead(b(i + 2)) && digit(b(i + 3))) {
      i += 4;
    } else {
      return i + 1 >= s.size();  // cut off in the middle of the last character
    }
  }
  return true;
}

}  // namespace

SourceText read_text(std::string_view bytes, const InputOptions& /*options*/, const rules::Pack& /*pack*/,
                     Diagnostics& diagnostics) {
  text::Decoded decoded = text::decode_utf8(bytes);
  if (decoded.zeros > 0 || (decoded.bad > 0 && (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")))) {
    refuse_utf16(bytes);
  }
  if (decoded.zeros > 0) {
    refuse(ErrorCode::not_text, "this is binary data, not text", "give a plain text file in UTF-8");
  }
  if (decoded.bad > decoded.multibyte) {
    if (is_gb18030(bytes)) {
      refuse(ErrorCode::encoding, "the text looks encoded as GB18030 (GBK, GB2312), not UTF-8",
             "convert it first: iconv -f GB18030 -t UTF-8 FILE > FILE.utf8.txt");
    }
    refuse(ErrorCode::not_text, "this is neither UTF-8 text nor another encoding known here",
           "convert it to UTF-8 first");
  }
  report_replaced(decoded, "UTF-8", diagnostics);
  SourceText out;
  out.utf8 = std::move(decoded.utf8);
  out.media_type = "text/plain";
  out.encoding = "UTF-8";
  return out;
}

}  // namespace libparse::input
