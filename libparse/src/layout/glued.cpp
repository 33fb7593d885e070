// SPDX-License-Identifier: MIT
#include "layout/glued.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace libparse::layout {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool is_sentence_end(char32_t c) { return is_one_of(c, U"。;!?:)”》】〕"); }

/// A label at the start of a paragraph, with the paragraph it stands in.
struct Start {
  std::size_t paragraph;
  Label label;
};

/// What was numbered last in each form, as a reader keeps it in mind.
class Numbering {
 public:
  void take(const Label& label) {
    const auto form = static_cast<std::size_t>(label.form);
    last_[form] = label.number;
    seen_[form] = true;
    for (std::size_t deeper = form + 1; deeper < last_.size(); ++deeper) last_[deeper] = 0;
    newest_ = form;
  }
  /// True where `label` is the next one of its form, or the first one below the form that was numbered last.
  [[nodiscard]] bool continues(const Label& label) const {
    const auto form = static_cast<std::size_t>(label.form);
    if (label.number == last_[form] + 1 && (last_[form] > 0 || form > newest_)) return true;
    // In some plans the items are numbered through, over the headings above them.
    return false;
  }
  [[nodiscard]] bool seen(LabelForm form) const { return seen_[static_cast<std::size_t>(form)]; }

 private:
  std::array<int, 10> last_{};
  std::array<bool, 10> seen_{};
  std::size_t newest_ = 0;
};

/// Items numbered through (1. to 40., （一） to （三十） over all headings) keep their last number under a new heading.
class RunningNumber {
 public:
  void take(const Label& label) { last_[static_cast<std::size_t>(label.form)] = label.number; }
  [[nodiscard]] bool continues(const Label& label) const {
    const int last = last_[static_cast<std::size_t>(label.form)];
    return last > 0 && label.number == last + 1;
  }

 private:
  std::array<int, 10> last_{};
};

/// The next place at or behind `at` where a label could start inside a paragraph.
std::size_t next_candidate(std::string_view text, const std::size_t from, std::size_t end, const GlueWords& words) {
  for (std::size_t at = from; at < end; at = text::next(text, at)) {
    const char c = text[at];
    if (c == '(' || words.openers.prefix(text.substr(at))) return at;
    if (c >= '0' && c <= '9') {
      std::size_t stop = at;
      while (stop < end && text[stop] >= '0' && text[stop] <= '9') ++stop;
      const bool fits = stop - at <= 3 && stop < end && (text[stop] == '.' || text.substr(stop).starts_with("、"));
      if (fits) return at;
      at = stop - 1;
    } else if (text.substr(at).starts_with("、")) {
      std::size_t begin = at;  // 一、 is found from its mark: walk back over at most three characters
      for (int k = 0; k < 3 && begin >= from + 3; ++k) {
        const std::size_t before = text::previous(text, begin);
        if (!words.numerals.contains(text.substr(before, begin - before))) break;
        begin = before;
      }
      if (begin < at) return begin;
    }
  }
  return end;
}

}  // namespace

std::vector<std::size_t> find_glued(std::string_view text, const std::vector<text::Range>& paragraphs,
                                    const LabelReader& labels, const GlueWords& words) {
  std::vector<Start> starts;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    if (auto label = labels.read(text, paragraphs[p].begin)) starts.push_back({p, *label});
  }
  std::vector<std::size_t> breaks;
  Numbering numbering;
  RunningNumber running;
  std::size_t next_start = 0;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    std::size_t at = paragraphs[p].begin;
    if (next_start < starts.size() && starts[next_start].paragraph == p) {
      const Label& label = starts[next_start++].label;
      numbering.take(label);
      running.take(label);
      at = label.range.end;
      if (const auto second = labels.read(text, at); second && second->form > label.form)
        numbering.take(*second);  // 4.（1）
    }
    std::size_t previous_end = 0;  // of the mark before, so that a candidate is looked at once
    for (at = next_candidate(text, at, paragraphs[p].end, words); at < paragraphs[p].end;
         at = next_candidate(text, std::max(previous_end, at + 1), paragraphs[p].end, words)) {
      const auto label = labels.read(text, at);
      previous_end = label ? label->range.end : text::next(text, at);
      if (!label || label->broken || label->range.end >= paragraphs[p].end) continue;
      const bool kind = label->form == LabelForm::cn || label->form == LabelForm::cn_paren ||
                        label->form == LabelForm::ar || (label->form == LabelForm::attachment && label->number > 0) ||
                        (label->form == LabelForm::ar_paren && label->number > 1);  // its (1) opened a paragraph
      if (!kind || !(numbering.continues(*label) || running.continues(*label))) continue;
      const std::size_t before_at = text::previous(text, at);
      const char32_t before = text::char_at(text, before_at);
      const bool after_end = is_sentence_end(before), after_space = before == ' ';
      const bool arabic = label->form == LabelForm::ar || label->form == LabelForm::ar_paren;
      if (arabic && !after_end && !after_space) continue;
      if (label->form == LabelForm::attachment && !after_end) continue;
      if (words.numeral_final.suffix(text.substr(0, label->range.end - 3)) && label->form == LabelForm::cn) continue;
      if (label->form == LabelForm::cn && label->number == 1 && !after_end && !after_space) continue;
      if (words.speaking.suffix(text.substr(0, at))) continue;
      // A line further on that has this very number is the heading; this one only speaks of it.
      bool taken = false;
      for (std::size_t s = next_start; s < starts.size() && s < next_start + 12; ++s) {
        if (starts[s].label.form < label->form) break;
        if (starts[s].label.form == label->form) {
          taken = starts[s].label.number == label->number;
          break;
        }
      }
      if (taken) continue;
      numbering.take(*label);
      running.take(*label);
      breaks.push_back(at);
    }
  }
  return breaks;
}

}  // namespace libparse::layout
