// SPDX-License-Identifier: MIT
#include "libparse/fingerprint.hpp"

#include <utility>

#include "libparse/digest.hpp"
#include "normalize/numerals.hpp"
#include "text/compatible.hpp"
#include "text/utf8.hpp"

namespace libparse {
namespace {

constexpr std::size_t kFingerprintDigits = 16;  // 64 bits: two of a million tasks collide with probability 3e-8
constexpr std::size_t kLongestMark = 3;         // numerals in a list mark: 十二、 128.

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

bool is_enclosed_number(char32_t c) {  // ① ⑴ ⒈ ❶ ㈠ ㊀
  return (c >= 0x2460 && c <= 0x249B) || (c >= 0x24EA && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) ||
         (c >= 0x3220 && c <= 0x3229) || (c >= 0x3280 && c <= 0x3289);
}

bool opens_clause(char32_t before) { return is_one_of(before, U"。！？；：!?;:\n"); }

constexpr char32_t kIs = 0x662F;  // 是 of 一是, 二是

/// Reduces one body; see normalized_body. Works on the characters as typed, because ① has to be known from 1.
class Reduction {
 public:
  explicit Reduction(std::u32string in) : in_(std::move(in)) { out_.reserve(in_.size()); }

  [[nodiscard]] std::string run() {
    bool at_start = true;
    for (std::size_t at = 0; at < in_.size();) {
      if (at_start) {
        if (const std::size_t end = end_of_mark(at); end != at) {
          at = end;
          continue;
        }
      }
      const char32_t c = in_[at];
      if (text::is_han(c) && !normalize::is_numeral(c)) {  // nearly all there is
        out_.push_back(c);
        at_start = false;
        ++at;
        continue;
      }
      if (normalize::is_numeral(c)) {
        at = add_numerals(at);
        at_start = false;
        continue;
      }
      const std::size_t before = out_.size();
      text::append_compatible(out_, c);
      if (opens_clause(c)) {
        at_start = true;
      } else if (out_.size() != before) {  // a space at the start of a clause changes nothing
        at_start = false;
      }
      ++at;
    }
    return without_punctuation();
  }

 private:
  [[nodiscard]] char32_t peek(std::size_t at) const { return at < in_.size() ? in_[at] : U'\0'; }

  /// Behind the list mark that starts at `at`; `at` where none does.
  [[nodiscard]] std::size_t end_of_mark(std::size_t at) const {
    if (text::is_han(in_[at]) && !normalize::is_numeral(in_[at])) return at;
    if (is_enclosed_number(in_[at])) return at + 1;
    const bool in_brackets = is_one_of(in_[at], U"(（");
    const std::size_t begin = at + (in_brackets ? 1 : 0);
    std::size_t end = begin;
    const bool arabic = is_digit(peek(begin));
    const auto fits = [&](char32_t c) { return arabic ? is_digit(c) : normalize::is_numeral(c); };
    while (end - begin <= kLongestMark && fits(peek(end))) ++end;
    if (end == begin || end - begin > kLongestMark) return at;
    const char32_t mark = peek(end);
    if (is_one_of(mark, U")）")) return end + 1;
    if (in_brackets) return at;
    if (mark == kIs && !arabic) return end + 1;
    if (is_one_of(mark, U"、.．") && !fits(peek(end + 1))) return end + 1;  // 3、4号楼 and 1.5万亩 are no marks
    return at;
  }

  std::size_t add_numerals(std::size_t at) {
    std::size_t end = at;
    while (normalize::is_numeral(peek(end))) ++end;
    const std::u32string_view run = std::u32string_view(in_).substr(at, end - at);
    const bool behind_digit = !out_.empty() && is_digit(out_.back());  // 3千: no second number to glue on
    const std::u32string digits = behind_digit ? std::u32string{} : normalize::digits_of(run);
    out_ += digits.empty() ? run : std::u32string_view(digits);
    return end;
  }

  /// What is left when all punctuation goes that does not part or bind digits.
  [[nodiscard]] std::string without_punctuation() const {
    std::string made;
    made.reserve(3 * out_.size());
    for (std::size_t at = 0; at < out_.size(); ++at) {
      const char32_t c = out_[at];
      if (text::is_han(c)) {
        text::append(made, c);
        continue;
      }
      const bool range = text::is_range_mark(c);
      if (c == '%' || c == 0x2030 || (c != '|' && !range && !text::is_punctuation(c))) {
        text::append(made, c);
        continue;
      }
      const bool between_digits = at > 0 && is_digit(out_[at - 1]) && digits_from(at + 1) > 0;
      if (!between_digits || (c == ',' && digits_from(at + 1) == 3)) continue;  // 1,200 is 1200
      if (range || is_one_of(c, U".,:/、")) text::append(made, range ? U'-' : c);
    }
    return made;
  }

  /// How many digits stand from `at` on, at most four.
  [[nodiscard]] std::size_t digits_from(std::size_t at) const {
    std::size_t n = 0;
    while (n < 4 && at + n < out_.size() && is_digit(out_[at + n])) ++n;
    return n;
  }

  std::u32string in_;  // as typed
  std::u32string out_;
};

}  // namespace

std::string normalized_body(std::string_view body) { return Reduction(text::decode_leniently(body)).run(); }

std::string fingerprint(std::string_view body) {
  const std::string normalized = normalized_body(body);
  return normalized.empty() ? std::string{} : sha256_hex(normalized).substr(0, kFingerprintDigits);
}

std::string fingerprint(const Task& task) { return fingerprint(task.text); }

}  // namespace libparse
