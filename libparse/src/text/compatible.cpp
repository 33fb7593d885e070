// SPDX-License-Identifier: MIT
#include "text/compatible.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "text/utf8.hpp"

namespace libparse::text {
namespace {

bool counts(char32_t c) {
  if (c == 0xB0) return true;  // ° of degrees
  const auto category = static_cast<std::uint32_t>(U_MASK(u_charType(static_cast<UChar32>(c))));
  return (category & (U_GC_L_MASK | U_GC_N_MASK | U_GC_P_MASK | U_GC_SM_MASK | U_GC_SC_MASK)) != 0;
}

}  // namespace

std::u32string decode_leniently(std::string_view bytes) {
  std::u32string out;
  out.reserve(bytes.size() / 2);
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < length;) {
    const bool common = in[at] > 0xE0 && in[at] < 0xED && at + 2 < length;  // three bytes, and no value is forbidden
    if (common && (in[at + 1] & 0xC0U) == 0x80U && (in[at + 2] & 0xC0U) == 0x80U) {
      out.push_back((in[at] & 0x0FU) << 12U | (in[at + 1] & 0x3FU) << 6U | (in[at + 2] & 0x3FU));
      at += 3;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(in, at, length, c);
    if (c >= 0) out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

void append_compatible(std::u32string& out, char32_t c) {
  if (is_han(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {  // nearly all there is
    out.push_back(c);
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString parts;
  if (nfkd == nullptr || !nfkd->getDecomposition(static_cast<UChar32>(c), parts)) {
    if (counts(c)) out.push_back(static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
    return;
  }
  for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
    const UChar32 part = parts.char32At(at);
    if (counts(static_cast<char32_t>(part)))
      out.push_back(static_cast<char32_t>(u_foldCase(part, U_FOLD_CASE_DEFAULT)));
  }
}

bool is_punctuation(char32_t c) { return u_ispunct(static_cast<UChar32>(c)) != 0; }

bool is_range_mark(char32_t c) {
  return c == '~' || c == 0x223C || c == 0x301C || u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION;
}

}  // namespace libparse::text
