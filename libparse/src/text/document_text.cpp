// SPDX-License-Identifier: MIT
#include "text/document_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "libparse/error.hpp"
#include "text/utf8.hpp"

namespace libparse::text {
namespace {

constexpr std::size_t kStride = 256;
constexpr std::size_t kReportedOneByOne = 10;

/// Length of the well-formed character at `at`, or 0 (Unicode 15, table 3-7).
std::size_t well_formed(std::string_view s, std::size_t at) noexcept {
  const auto b = [&](std::size_t i) -> unsigned { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (b(i) & 0xC0U) == 0x80U; };
  const unsigned lead = b(at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return tail(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80, high = lead == 0xED ? 0x9F : 0xBF;
    return b(at + 1) >= low && b(at + 1) <= high && tail(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xF4 ? 0x8F : 0xBF;
    return b(at + 1) >= low && b(at + 1) <= high && tail(at + 2) && tail(at + 3) ? 4 : 0;
  }
  return 0;
}

/// Length of the maximal ill-formed subpart at `at` (WHATWG Encoding, UTF-8 decoder): one U+FFFD stands for it.
std::size_t ill_formed(std::string_view s, std::size_t at) noexcept {
  const auto b = [&](std::size_t i) -> unsigned { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
  const unsigned lead = b(at);
  if (lead < 0xC2 || lead > 0xF4 || lead < 0xE0) return 1;
  unsigned low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  if (b(at + 1) < low || b(at + 1) > high) return 1;
  return lead >= 0xF0 && (b(at + 2) & 0xC0U) == 0x80U ? 3 : 2;
}

void refuse(ErrorCode code, const std::string& what, const std::string& advice) {
  throw Error(code, what + "; " + advice);
}

/// Throws for the formats that notices come in and that are not plain text.
void refuse_known_formats(std::string_view s) {
  struct Magic {
    std::string_view bytes;
    const char* name;
    const char* advice;
  };
  static constexpr std::array<Magic, 8> kMagic{{
      {"PK\x03\x04", "a ZIP container (DOCX, XLSX or OFD)", "save it as plain text in UTF-8 first"},
      {"%PDF-", "a PDF file", "extract its text first: pdftotext -layout FILE.pdf FILE.txt"},
      {"\xD0\xCF\x11\xE0", "a legacy Office file (DOC, XLS or WPS)",
       "convert it first: soffice --headless --convert-to txt:Text:UTF8 FILE"},
      {"\x89PNG", "a PNG picture", "run OCR on it first"},
      {"\xFF\xD8\xFF", "a JPEG picture", "run OCR on it first"},
      {"GIF8", "a GIF picture", "run OCR on it first"},
      {"\x1F\x8B", "a gzip file", "unpack it first: gzip -dc FILE.gz"},
      {"{\\rtf", "an RTF file", "convert it first: soffice --headless --convert-to txt:Text:UTF8 FILE"},
  }};
  for (const Magic& magic : kMagic) {
    if (s.starts_with(magic.bytes)) {
      refuse(ErrorCode::not_text, std::string("this is ") + magic.name + ", not plain text", magic.advice);
    }
  }
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

DocumentText DocumentText::decode(std::string_view bytes, Diagnostics& diagnostics) {
  refuse_known_formats(bytes);
  DocumentText result;
  std::string& out = result.utf8_;
  out.reserve(bytes.size());
  std::vector<std::size_t> replaced;  // character index of each U+FFFD put in
  std::size_t characters = 0, bad = 0, multibyte = 0, zeros = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (characters % kStride == 0) result.marks_.push_back(out.size());
    const std::size_t length = well_formed(bytes, at);
    if (length != 0) {
      zeros += bytes[at] == '\0';
      multibyte += length > 1;
      out.append(bytes.substr(at, length));
      at += length;
    } else {
      ++bad;
      if (replaced.size() < kReportedOneByOne) replaced.push_back(characters);
      append(out, 0xFFFD);
      at += ill_formed(bytes, at);
    }
    ++characters;
  }
  result.characters_ = characters;
  if (zeros > 0 || (bad > 0 && (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")))) refuse_utf16(bytes);
  if (zeros > 0) refuse(ErrorCode::not_text, "this is binary data, not text", "give a plain text file in UTF-8");
  if (bad > multibyte) {
    if (is_gb18030(bytes)) {
      refuse(ErrorCode::encoding, "the text looks encoded as GB18030 (GBK, GB2312), not UTF-8",
             "convert it first: iconv -f GB18030 -t UTF-8 FILE > FILE.utf8.txt");
    }
    refuse(ErrorCode::not_text, "this is neither UTF-8 text nor another encoding known here",
           "convert it to UTF-8 first");
  }
  for (const std::size_t at : replaced) {
    diagnostics.push_back(
        {"invalid-utf8", Severity::warning, "invalid UTF-8 bytes, read as U+FFFD", Span{at, at + 1}, {}});
  }
  if (bad > replaced.size()) {
    diagnostics.push_back({"invalid-utf8",
                           Severity::warning,
                           "invalid UTF-8 bytes in " + std::to_string(bad - replaced.size()) + " more places",
                           std::nullopt,
                           {}});
  }
  return result;
}

std::size_t DocumentText::byte_of(std::size_t character) const noexcept {
  if (character >= characters_) return utf8_.size();
  std::size_t at = marks_[character / kStride];
  for (std::size_t left = character % kStride; left > 0; --left) at = next(utf8_, at);
  return at;
}

std::string_view DocumentText::slice(Span span) const noexcept {
  const std::size_t begin = byte_of(span.begin);
  return std::string_view(utf8_).substr(begin, byte_of(std::max(span.begin, span.end)) - begin);
}

}  // namespace libparse::text
