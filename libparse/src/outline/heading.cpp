// SPDX-License-Identifier: MIT
#include "outline/heading.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::outline {
namespace {

using text::Range;

constexpr std::size_t kLongestRunIn = 45;     // characters of a run-in heading
constexpr std::size_t kLongestParallel = 26;  // of one with a comma in it: 高度重视，加强领导
constexpr std::size_t kLongestHeading = 110;  // of a heading that has the paragraph for itself

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// End of the first sentence: the first 。 or ： (or `.` where the text is typed half-width) outside brackets.
std::size_t first_stop(std::string_view text, Range r) {
  int depth = 0;
  for (std::size_t at = r.begin; at < r.end; at = text::next(text, at)) {
    const char32_t c = text::char_at(text, at);
    if (is_one_of(c, U"(《“〔【[")) ++depth;
    if (is_one_of(c, U")》”〕】]") && depth > 0) --depth;
    if (depth == 0 && is_one_of(c, U"。:;!?\n")) return at;
    if (depth == 0 && c == '.' && at + 1 < r.end && (at == r.begin || text[at - 1] < '0' || text[at - 1] > '9') &&
        text::is_han(text::char_at(text, at + 1))) {
      return at;
    }
  }
  return r.end;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
std::size_t commas_in(std::string_view s) { return static_cast<std::size_t>(std::count(s.begin(), s.end(), ',')); }

/// The range without trailing marks and spaces.
Range trimmed(std::string_view text, Range r) {
  while (!r.empty()) {
    const std::size_t last = text::previous(text, r.end);
    if (!is_one_of(text::char_at(text, last), U"。:;,. ")) break;
    r.end = last;
  }
  return r;
}

/// A date in brackets right behind a phase's name belongs to its title: digits inside brackets are no quantity.
std::string_view before_bracket(std::string_view s) { return s.substr(0, s.find('(')); }

}  // namespace

bool HeadingReader::states_quantity(std::string_view sentence) const {
  const bool several = commas_in(sentence) > 0;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (!is_digit(sentence[at])) continue;
    const std::size_t begin = at;
    while (at < sentence.size() && (is_digit(sentence[at]) || sentence[at] == '.' || sentence[at] == ' ')) ++at;
    const std::string_view digits = sentence.substr(begin, at - begin);
    if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) && !several) continue;  // a year
    const std::string_view behind = sentence.substr(at);
    if (several || behind.starts_with('%') || quantity_words_.prefix(behind)) return true;
  }
  return false;
}

void HeadingReader::read(std::string_view text, Node& node) const {
  if (node.form == LabelForm::attachment) {
    if (node.title.empty() && node.plan_title.empty() && !node.paragraphs.empty()) {  // the next line is its title
      const std::string_view line = text.substr(node.paragraphs.front().begin, node.paragraphs.front().size());
      const bool first_child_behind = node.paragraphs_before_child.empty() || node.paragraphs_before_child.front() > 0;
      if (first_child_behind && text::count(line) <= 50 && line.find("。") == std::string_view::npos &&
          line.find(':') == std::string_view::npos) {
        node.title = node.paragraphs.front();
        node.paragraphs.erase(node.paragraphs.begin());
        for (std::size_t& n : node.paragraphs_before_child) n -= n > 0;
      }
    }
    return;
  }
  if (node.form == LabelForm::plan || node.form == LabelForm::none || node.heading_rest.empty()) return;
  const Range rest = node.heading_rest;
  const bool has_more = !node.children.empty() || !node.paragraphs.empty();
  const std::size_t stop = first_stop(text, rest);
  const Range sentence{rest.begin, stop};
  std::string_view first = text.substr(sentence.begin, sentence.size());
  if (first.ends_with(')')) first = before_bracket(first);  // what a bracket adds says nothing of the heading itself
  const std::size_t length = text::count(first);
  Range behind{std::min(rest.end, stop == rest.end ? stop : text::next(text, stop)), rest.end};
  while (!behind.empty() && text[behind.begin] == ' ') ++behind.begin;

  // 集中攻坚2021年各部门……: a phase's name and its time, the brackets between them lost
  for (std::size_t at = sentence.begin, n = 0; at < sentence.end && n < 12; at = text::next(text, at), ++n) {
    if (text[at] != '2' || at == sentence.begin) continue;
    if (phase_words_.suffix(text.substr(sentence.begin, at - sentence.begin)) && length > kLongestParallel) {
      node.title = {sentence.begin, at};
      node.heading_rest = {at, rest.end};
      node.run_in = true;
      return;
    }
    break;
  }
  if (const auto known = titles_.prefix(first)) {  // 指导思想坚持以……, 主要目标 2022年，……: the mark was lost
    std::size_t end = sentence.begin + known.word.size();
    const char32_t next_char = end < rest.end ? text::char_at(text, end) : 0;
    const bool whole = end >= sentence.end;
    if (!whole && length > kLongestParallel && !is_one_of(next_char, U",(、") && !joins_.prefix(text.substr(end))) {
      while (end < rest.end && text[end] == ' ') ++end;
      node.title = {sentence.begin, sentence.begin + known.word.size()};
      node.heading_rest = {end, rest.end};
      node.run_in = true;
      return;
    }
  }
  if (behind.empty()) {  // one sentence: a heading where something follows below it, else all the body there is
    const bool marked = stop < rest.end;
    const bool fits = length <= (node.children.empty() ? kLongestRunIn : kLongestHeading) &&
                      (!node.children.empty() || commas_in(first) == 0 || length <= kLongestParallel);
    if (has_more && fits && (!marked || !states_quantity(before_bracket(first)))) {
      node.title = trimmed(text, sentence);
      node.heading_rest = {rest.end, rest.end};
    }
    return;
  }
  const char32_t mark = text::char_at(text, stop);
  const bool short_enough =
      commas_in(first) == 0 ? length <= kLongestRunIn : commas_in(first) == 1 && length <= kLongestParallel;
  if (length > 0 && short_enough && !is_one_of(mark, U";!?\n") && !states_quantity(before_bracket(first))) {
    node.title = trimmed(text, sentence);
    node.heading_rest = behind;
    node.run_in = true;
  }
}

}  // namespace libparse::outline
