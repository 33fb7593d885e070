// SPDX-License-Identifier: MIT
#include "text/document_text.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "text/utf8.hpp"

namespace libparse::text {
namespace {

constexpr std::size_t kStride = 32;  // characters between marks: a look-up reads half of that
constexpr std::size_t kReportedOneByOne = 10;

/// Length of the well-formed character at `at`, or 0 (Unicode 15, table 3-7).
std::size_t well_formed(std::string_view s, std::size_t at) noexcept {
  const auto b = [&](std::size_t i) -> unsigned { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (b(i) & 0xC0U) == 0x80U; };
  const unsigned lead = b(at);
  if (lead < 0x80) return 1;
  if (lead > 0xE0 && lead < 0xED && at + 2 < s.size()) return tail(at + 1) && tail(at + 2) ? 3 : 0;  // nearly all
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

}  // namespace

void Decoded::replace(std::size_t index) {
  ++bad;
  if (replaced.size() < kReportedOneByOne) replaced.push_back(index);
  append(utf8, 0xFFFD);
}

Decoded decode_utf8(std::string_view bytes) {
  Decoded out;
  out.utf8.reserve(bytes.size());
  std::size_t characters = 0;
  std::size_t good = 0;  // from here on nothing is wrong
  for (std::size_t at = 0; at < bytes.size(); ++characters) {
    const std::size_t length = well_formed(bytes, at);
    if (length == 0) {
      out.utf8.append(bytes.substr(good, at - good));
      out.replace(characters);
      at += ill_formed(bytes, at);
      good = at;
      continue;
    }
    out.zeros += bytes[at] == '\0';
    out.multibyte += length > 1;
    at += length;
  }
  out.utf8.append(bytes.substr(good));
  return out;
}

void report_replaced(const Decoded& decoded, std::string_view encoding, Diagnostics& diagnostics) {
  const auto report = [&](const std::string& message, std::optional<Span> span) {
    if (encoding == "UTF-8") {
      diagnostics.push_back({"invalid-utf8", Severity::warning, message, span, {}});
    } else {
      diagnostics.push_back({"undecodable-bytes", Severity::warning, message, span, {}});
    }
  };
  const std::string what = "invalid " + std::string(encoding) + " bytes";
  for (const std::size_t at : decoded.replaced) report(what + ", read as U+FFFD", Span{at, at + 1});
  if (decoded.bad > decoded.replaced.size()) {
    report(what + " in " + std::to_string(decoded.bad - decoded.replaced.size()) + " more places", std::nullopt);
  }
}

DocumentText DocumentText::adopt(std::string utf8) {
  DocumentText result;
  result.utf8_ = std::move(utf8);
  result.marks_.reserve(result.utf8_.size() / kStride + 1);
  for (std::size_t at = 0; at < result.utf8_.size(); at = next(result.utf8_, at)) {
    if (result.characters_++ % kStride == 0) result.marks_.push_back(at);
  }
  return result;
}

DocumentText DocumentText::decode(std::string_view bytes, Diagnostics& diagnostics) {
  Decoded decoded = decode_utf8(bytes);
  report_replaced(decoded, "UTF-8", diagnostics);
  return adopt(std::move(decoded.utf8));
}

std::size_t DocumentText::byte_of(std::size_t character) const noexcept {
  if (character >= characters_) return utf8_.size();
  std::size_t at = marks_[character / kStride];
  for (std::size_t left = character % kStride; left > 0; --left) at = next(utf8_, at);
  return at;
}

std::size_t DocumentText::character_of(std::size_t byte) const noexcept {
  if (byte >= utf8_.size()) return characters_;
  const auto behind = std::upper_bound(marks_.begin(), marks_.end(), byte);
  const auto mark = static_cast<std::size_t>(behind - marks_.begin()) - 1;  // the first mark is 0
  return mark * kStride + count(std::string_view(utf8_).substr(marks_[mark], byte - marks_[mark]));
}

std::string_view DocumentText::slice(Span span) const noexcept {
  const std::size_t begin = byte_of(span.begin);
  return std::string_view(utf8_).substr(begin, byte_of(std::max(span.begin, span.end)) - begin);
}

}  // namespace libparse::text
