// SPDX-License-Identifier: MIT
#include "comparable.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace score {
namespace {

bool is_kept_sign(char32_t c) { return c == U'%' || c == U'.' || c == U'/' || c == U'+' || c == U'-'; }

bool is_dropped(char32_t c) {
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_Z_MASK | U_GC_P_MASK | U_GC_S_MASK | U_GC_C_MASK)) != 0;
}

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::map<std::u32string, std::size_t> count_pairs(const std::u32string& text) {
  std::map<std::u32string, std::size_t> pairs;
  const std::size_t last = std::max<std::size_t>(text.size(), 2) - 1;
  for (std::size_t i = 0; i < last; ++i) ++pairs[text.substr(i, 2)];
  return pairs;
}

}  // namespace

std::string comparable(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const auto given = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const icu::UnicodeString normal = nfkc->normalize(given, status);
  if (U_FAILURE(status) != 0) throw std::runtime_error("cannot normalise text");
  icu::UnicodeString kept;
  for (int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
    const UChar32 c = normal.char32At(i);
    if (is_kept_sign(static_cast<char32_t>(c)) || !is_dropped(static_cast<char32_t>(c))) kept.append(c);
  }
  std::string out;
  kept.toUTF8String(out);
  constexpr std::string_view kEdges = "./+-";
  const std::size_t begin = out.find_first_not_of(kEdges);
  return begin == std::string::npos ? "" : out.substr(begin, out.find_last_not_of(kEdges) + 1 - begin);
}

bool is_similar(std::string_view a, std::string_view b) {
  const std::u32string x = to_characters(comparable(a));
  const std::u32string y = to_characters(comparable(b));
  if (x.empty() || y.empty()) return false;
  const auto in_x = count_pairs(x);
  const auto in_y = count_pairs(y);
  std::size_t shared = 0;
  for (const auto& [pair, n] : in_x) {
    const auto found = in_y.find(pair);
    if (found != in_y.end()) shared += std::min(n, found->second);
  }
  const std::size_t all = std::max<std::size_t>(x.size(), 2) - 1 + std::max<std::size_t>(y.size(), 2) - 1;
  return 4 * shared >= all;  // 2 * shared / all >= 1/2
}

std::u32string to_characters(std::string_view text) {
  const auto decoded = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::u32string characters;
  characters.reserve(static_cast<std::size_t>(decoded.length()));
  for (int32_t i = 0; i < decoded.length(); i = decoded.moveIndex32(i, 1)) {
    characters += static_cast<char32_t>(decoded.char32At(i));
  }
  return characters;
}

Squeezed squeeze(const std::u32string& text) {
  Squeezed squeezed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_space(text[i])) continue;
    squeezed.text += text[i];
    squeezed.index.push_back(i);
  }
  return squeezed;
}

}  // namespace score
