// SPDX-License-Identifier: MIT
#include "layout/label.hpp"

#include <algorithm>
#include <charconv>

#include "text/utf8.hpp"

namespace libparse::layout {
namespace {

constexpr std::size_t kLongestLabel = 48;  // bytes, with the context behind it that a rule may look at

LabelForm form_of(std::string_view name) {
  if (name == "attachment") return LabelForm::attachment;
  if (name == "article") return LabelForm::article;
  if (name == "cn") return LabelForm::cn;
  if (name == "cn_paren") return LabelForm::cn_paren;
  if (name == "ar") return LabelForm::ar;
  if (name == "ar_paren") return LabelForm::ar_paren;
  if (name == "circled") return LabelForm::circled;
  return LabelForm::none;
}

}  // namespace

int LabelReader::number(std::string_view digits) const {
  int value = 0;
  if (!digits.empty() && digits.front() >= '0' && digits.front() <= '9') {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() && value <= 9999 ? value : -1;
  }
  int total = 0, digit = 0;  // 十 without a digit before it is one ten
  for (std::size_t at = 0; at < digits.size();) {
    const auto hit = numerals_.prefix(digits.substr(at));
    if (!hit) return -1;
    int n = 0;
    std::from_chars(hit.value.data(), hit.value.data() + hit.value.size(), n);
    if (hit.word.size() == digits.size()) return n;  // one sign alone: 十, ⑫, ⒇
    if (n == 10 || n == 100 || n == 1000) {
      total += std::max(digit, 1) * n;
      digit = 0;
    } else {
      digit = digit * (digit > 0 ? 10 : 1) + n;  // 二〇 reads as digits
    }
    at += hit.word.size();
  }
  value = total + digit;
  return digits.empty() || value > 9999 ? -1 : value;
}

std::optional<Label> LabelReader::read(std::string_view text, std::size_t at) const {
  std::size_t end = std::min(text.size(), at + kLongestLabel);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  const auto match = rules_.match_prefix(text, {at, end});
  if (!match) return std::nullopt;
  Label label;
  label.form = form_of(match->rule->property("form"));
  if (label.form == LabelForm::none) return std::nullopt;
  label.range = match->range;
  label.rule = match->rule->id();
  while (label.range.end > label.range.begin && text[label.range.end - 1] == ' ') --label.range.end;
  const std::string_view digits = match->get("number", text);
  label.number = digits.empty() ? 0 : number(digits);
  if (label.number < 0) return std::nullopt;
  const std::string_view rank = match->rule->property("rank");
  label.rank = rank.empty() ? 0 : rank.front() - '0';
  label.broken = match->rule->property("broken") == "yes";
  return label;
}

}  // namespace libparse::layout
