// SPDX-License-Identifier: MIT
#include "text/work_text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace libparse::text {
namespace {

constexpr std::size_t kStride = 256;  // bytes between anchors at most, so that a lookup counts few characters
constexpr char32_t kLeftOut = 0xFFFFFFFF;

/// NFKC of one character where that is one character; else the character itself (① stays ①, ㎡ stays ㎡).
char32_t compatible(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString decomposition;
  if (nfkc == nullptr || !nfkc->getDecomposition(static_cast<UChar32>(c), decomposition)) return c;
  if (decomposition.countChar32() != 1) return c;
  return static_cast<char32_t>(decomposition.char32At(0));
}

bool is_enclosed_number(char32_t c) { return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793); }

/// What a source character is in the work text, or kLeftOut.
char32_t folded(char32_t c) {
  if (c >= 0x4E00 && c <= 0x9FFF) return c;  // nearly all
  if (c >= 0x20 && c < 0x7F) return c;
  if (c == '\t') return c;
  if (c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029) return '\n';
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return kLeftOut;
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;  // full-width ASCII forms
  if (c == 0x3000 || c == 0xA0) return ' ';
  if (c >= 0x3001 && c <= 0x3015) return c;
  if (c == 0xFEFF || c == 0xAD || (c >= 0xFE00 && c <= 0xFE0F)) return kLeftOut;
  if (is_enclosed_number(c)) return c;
  const auto category = u_charType(static_cast<UChar32>(c));
  if (category == U_FORMAT_CHAR) return kLeftOut;
  if (category == U_SPACE_SEPARATOR) return ' ';
  return compatible(c);
}

}  // namespace

void WorkText::anchor(std::size_t source) { anchors_.push_back({text_.size(), source}); }

WorkText WorkText::fold(const DocumentText& source) {
  WorkText made;
  const std::string_view in = source.utf8();
  made.text_.reserve(in.size());
  std::size_t index = 0, expected = static_cast<std::size_t>(-1);
  std::size_t run = 0;  // what stands from here on in the source is the same in the text, and not yet copied
  const auto copy_run = [&](std::size_t end) { made.text_.append(in.substr(run, end - run)); };
  for (std::size_t at = 0; at < in.size(); ++index) {
    const char32_t c = char_at(in, at);
    const std::size_t behind = next(in, at);
    const bool half_of_break = c == '\r' && behind < in.size() && in[behind] == '\n';  // the line feed stands for both
    const char32_t f = half_of_break ? kLeftOut : c == '\r' ? U'\n' : folded(c);
    if (f != kLeftOut) {
      const std::size_t byte = made.text_.size() + (at - run);
      if (index != expected || byte - made.anchors_.back().byte >= kStride) made.anchors_.push_back({byte, index});
      expected = index + 1;
    }
    if (f != c) {
      copy_run(at);
      run = behind;
      if (f != kLeftOut) append(made.text_, f);
    }
    at = behind;
  }
  copy_run(in.size());
  made.source_end_ = index;
  return made;
}

std::vector<WorkText::Anchor>::const_iterator WorkText::anchor_at(std::size_t byte) const noexcept {
  const auto behind = std::upper_bound(anchors_.begin(), anchors_.end(), byte,
                                       [](std::size_t b, const Anchor& a) { return b < a.byte; });
  return behind == anchors_.begin() ? behind : std::prev(behind);
}

std::size_t WorkText::source_offset(std::size_t at) const noexcept {
  if (at >= text_.size() || anchors_.empty()) return source_end_;
  const auto a = anchor_at(at);
  return a->source + count(view().substr(a->byte, at - a->byte));
}

std::size_t WorkText::offset_of(std::size_t source) const noexcept {
  const auto behind = std::upper_bound(anchors_.begin(), anchors_.end(), source,
                                       [](std::size_t s, const Anchor& a) { return s < a.source; });
  if (behind == anchors_.begin()) return 0;
  const auto a = std::prev(behind);
  const std::size_t run_end = behind == anchors_.end() ? text_.size() : behind->byte;
  std::size_t at = a->byte;
  for (std::size_t left = source - a->source; left > 0 && at < run_end; --left) at = next(text_, at);
  return at;
}

Span WorkText::source_span(Range r) const noexcept {
  const std::size_t begin = source_offset(r.begin);
  if (r.empty()) return {begin, begin};
  return {begin, source_offset(previous(text_, r.end)) + 1};
}

std::string WorkText::quote(Range r, const DocumentText& source) const {
  std::string out;
  out.reserve(r.size());
  auto a = anchor_at(r.begin);
  for (std::size_t at = r.begin; at < r.end; ++a) {
    const std::size_t run_end = std::next(a) == anchors_.end() ? r.end : std::min(r.end, std::next(a)->byte);
    const bool put_in = std::next(a) != anchors_.end() && std::next(a)->source == a->source;  // stands for no character
    if (put_in) out.append(view().substr(at, run_end - at)), at = run_end;
    while (at < run_end) {  // a line break stands for itself: the source may not have one there
      const std::size_t line_end = at + std::min(run_end - at, view().substr(at, run_end - at).find('\n'));
      const std::size_t begin = a->source + count(view().substr(a->byte, at - a->byte));
      out += source.slice({begin, begin + count(view().substr(at, line_end - at))});
      at = line_end;
      if (at < run_end) out.push_back(text_[at++]);
    }
  }
  return out;
}

void WorkText::Builder::copy(Range r) {
  if (r.empty()) return;
  auto a = from_.anchor_at(r.begin);
  for (std::size_t at = r.begin; at < r.end; ++a) {
    const std::size_t run_end = std::next(a) == from_.anchors_.end() ? r.end : std::min(r.end, std::next(a)->byte);
    made_.anchor(at == a->byte ? a->source : from_.source_offset(at));
    made_.text_.append(from_.view().substr(at, run_end - at));
    at = run_end;
  }
}

void WorkText::Builder::break_line(std::size_t at_in_from) {
  made_.anchor(from_.source_offset(at_in_from));
  made_.text_.push_back('\n');
}

void WorkText::Builder::space(std::size_t at_in_from) {
  made_.anchor(from_.source_offset(at_in_from));
  made_.text_.push_back(' ');
}

WorkText WorkText::Builder::finish() && {
  made_.source_end_ = from_.source_end_;
  return std::move(made_);
}

}  // namespace libparse::text
