// SPDX-License-Identifier: MIT
#include "input/encoding.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "input/double_byte.hpp"
#include "input/html_prescan.hpp"
#include "libparse/error.hpp"
#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr std::size_t kJudged = 65536;  // bytes that the plausibility of an encoding is judged by
constexpr double kPlausible = 0.5;      // share of common characters; text has 0.9, wrong decodings below 0.2
constexpr std::size_t kSureUtf8 = 8;    // characters of several bytes that do not happen to be UTF-8
constexpr std::array<std::string_view, 5> kNames = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"};

std::string in_ticks(std::string_view label) { return "`" + std::string(label.substr(0, 40)) + "`"; }

/// The label as the list of labels has it.
std::string tidy(std::string_view label) {
  constexpr std::string_view kSpace = " \t\n\f\r";
  const std::size_t begin = std::min(label.size(), label.find_first_not_of(kSpace));
  const std::size_t end = label.find_last_not_of(kSpace);
  std::string out(label.substr(begin, end == std::string_view::npos ? 0 : end + 1 - begin));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::optional<Encoding> encoding_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Encoding>(i);
  }
  return std::nullopt;
}

text::Decoded decode_utf16(std::string_view bytes, bool big) {
  text::Decoded out;
  out.utf8.reserve(bytes.size() + bytes.size() / 2);
  std::size_t characters = 0;
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big ? a << 8 | b : b << 8 | a);
  };
  for (std::size_t at = 0; at < bytes.size(); ++characters) {
    if (at + 1 == bytes.size()) {
      out.replace(characters);
      break;
    }
    char32_t c = unit(at);
    at += 2;
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t low = c < 0xDC00 && at + 1 < bytes.size() ? unit(at) : 0;
      if (low < 0xDC00 || low > 0xDFFF) {
        out.replace(characters);
        continue;
      }
      c = 0x10000 + ((c & 0x3FFU) << 10) + (low & 0x3FFU);
      at += 2;
    }
    out.zeros += c == 0;
    out.multibyte += c >= 0x80;
    text::append(out.utf8, c);
  }
  return out;
}

std::optional<Encoding> marked_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  if (bytes.starts_with("\x84\x31\x95\x33")) return Encoding::gb18030;
  return std::nullopt;
}

/// Every line end and every ASCII character of UTF-16 text has its zero byte on the same side.
std::optional<Encoding> utf16_by_zeros(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (even + odd == 0 || (even != 0 && odd != 0) || even + odd > head.size() / 2) return std::nullopt;
  return even == 0 ? Encoding::utf16le : Encoding::utf16be;
}

/// What ICU takes the bytes for, for messages; empty where it is unsure.
std::string guessed_name(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return {};
  const std::string_view head = bytes.substr(0, kJudged);
  ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < 30) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) ? std::string{} : name;
}

class Finder {
 public:
  Finder(std::string_view bytes, const rules::Pack& pack, Diagnostics& diagnostics)
      : bytes_(bytes), pack_(pack), common_(pack.lexicon("common-han")), diagnostics_(diagnostics) {}

  EncodedText find(Declaration declaration) {
    if (const auto marked = marked_encoding(bytes_)) return as(*marked);
    EncodedText utf8 = as(Encoding::utf8);
    // A page may hold a few zero bytes, which HTML replaces; many of them are UTF-16 or no page at all.
    if (declaration == Declaration::html) zeros_allowed_ = std::max<std::size_t>(bytes_.size() / 100, 4);
    const bool is_utf8 = utf8.text.bad == 0 && utf8.text.zeros <= zeros_allowed_;
    const bool surely_utf8 = is_utf8 && utf8.text.multibyte >= kSureUtf8;
    const std::string label = declaration == Declaration::html ? declared_label(bytes_) : std::string{};
    const auto declared = label.empty() ? std::nullopt : encoding_of_label(label, pack_);
    if (declared && !(surely_utf8 && *declared != Encoding::utf8)) {
      EncodedText text = as(*declared);
      if (text.text.bad <= text.text.multibyte) return text;  // broken characters here and there contradict nothing
    }
    EncodedText found = is_utf8 ? std::move(utf8) : undeclared(std::move(utf8));
    if (declared && *declared != found.encoding) {
      diagnostics_.push_back({"encoding-conflict",
                              Severity::warning,
                              "the page declares " + in_ticks(label) + ", but its bytes are " +
                                  std::string(name_of(found.encoding)) + ", which was read",
                              std::nullopt,
                              {}});
    }
    return found;
  }

 private:
  [[nodiscard]] EncodedText as(Encoding encoding) const { return {decode(bytes_, encoding), encoding}; }

  /// No mark, no declaration that holds, and not UTF-8 throughout.
  [[nodiscard]] EncodedText undeclared(EncodedText utf8) const {
    if (utf8.text.zeros > zeros_allowed_ || (bytes_.size() % 2 == 0 && utf8.text.bad > utf8.text.multibyte)) {
      if (const auto utf16 = utf16_by_zeros(bytes_)) {
        EncodedText text = as(*utf16);
        if (is_plausible(text.text)) return text;
      }
    }
    if (utf8.text.zeros > zeros_allowed_)
      throw Error(ErrorCode::not_text, "this is binary data, not text; give the notice itself");
    if (utf8.text.bad <= utf8.text.multibyte) return utf8;  // broken bytes here and there
    double best_share = kPlausible;
    std::optional<Encoding> best;
    for (const Encoding candidate : {Encoding::gb18030, Encoding::big5, Encoding::utf16le, Encoding::utf16be}) {
      const bool wide = candidate == Encoding::utf16le || candidate == Encoding::utf16be;
      if (wide && bytes_.size() % 2 != 0) continue;
      const double share = chinese_share(decode(bytes_.substr(0, kJudged), candidate).utf8, common_);
      if (share > best_share) best_share = share, best = candidate;
    }
    if (best) return as(*best);
    const std::string guess = guessed_name(bytes_);
    throw Error(ErrorCode::encoding,
                "the bytes are neither UTF-8 nor plausible Chinese text in UTF-16, GB18030 or Big5" +
                    (guess.empty() ? std::string{} : " (they look like " + guess + ")") +
                    "; name the encoding with --encoding, or convert the input to UTF-8 first");
  }

  [[nodiscard]] bool is_plausible(const text::Decoded& text) const {
    if (text.zeros > 0) return false;
    return text.multibyte == 0 ? text.bad == 0 : chinese_share(text.utf8, common_) >= kPlausible;
  }

  std::string_view bytes_;
  const rules::Pack& pack_;
  const rules::Lexicon& common_;
  Diagnostics& diagnostics_;
  std::size_t zeros_allowed_ = 0;
};

}  // namespace

std::string_view name_of(Encoding encoding) noexcept { return kNames[static_cast<std::size_t>(encoding)]; }

std::optional<Encoding> encoding_of_label(std::string_view label, const rules::Pack& pack) {
  return encoding_named(pack.lexicon("encoding-label").find(tidy(label)).value);
}

text::Decoded decode(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return text::decode_utf8(bytes);
    case Encoding::utf16le:
      return decode_utf16(bytes, false);
    case Encoding::utf16be:
      return decode_utf16(bytes, true);
    case Encoding::gb18030:
      return decode_gb18030(bytes);
    case Encoding::big5:
      return decode_big5(bytes);
  }
  return {};
}

double chinese_share(std::string_view utf8, const rules::Lexicon& common_han) {
  std::size_t all = 0, common = 0, against = 0;
  const std::size_t end = std::min(utf8.size(), kJudged);
  for (std::size_t at = 0; at < end; at = text::next(utf8, at)) {
    const char32_t c = text::char_at(utf8, at);
    if (c < 0x80 && (c >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == '\f')) continue;
    ++all;
    const bool is_mark = (c >= 0x3000 && c <= 0x3017) || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2010 && c <= 0x2026) ||
                         c == 0xB7 || c == 0xFEFF;
    const std::string_view character = utf8.substr(at, text::next(utf8, at) - at);
    if (is_mark || (text::is_han(c) && common_han.contains(character))) ++common;
    const bool is_private = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
    if (c == 0xFFFD || is_private || c < 0x20 || (c >= 0x7F && c < 0xA0)) ++against;
  }
  if (all == 0 || common <= against) return 0;
  return static_cast<double>(common - against) / static_cast<double>(all);
}

EncodedText decode_text(std::string_view bytes, std::string_view label, Declaration declaration,
                        const rules::Pack& pack, Diagnostics& diagnostics) {
  if (label.empty()) return Finder(bytes, pack, diagnostics).find(declaration);
  const std::string name(pack.lexicon("encoding-label").find(tidy(label)).value);
  if (name.empty()) {
    throw Error(ErrorCode::encoding,
                "--encoding " + in_ticks(label) +
                    " is no label of an encoding (WHATWG Encoding Standard); such labels are utf-8, "
                    "utf-16le, utf-16be, gb18030, gbk, gb2312 and big5");
  }
  const auto encoding = encoding_named(name);
  if (!encoding) {
    throw Error(ErrorCode::encoding, "--encoding " + name + " is not read here; convert it first: iconv -f " + name +
                                         " -t UTF-8 FILE > FILE.utf8.txt");
  }
  return {decode(bytes, *encoding), *encoding};
}

}  // namespace libparse::input
