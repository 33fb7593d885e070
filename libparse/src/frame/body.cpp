// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_set>

#include "frame/draft.hpp"
#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

constexpr std::size_t kLetterParagraphs = 15;  // of the longest covering letter
constexpr std::size_t kContentsLines = 200;
constexpr std::size_t kNestedTitle = 60;  // characters of a title in the middle of the text
constexpr std::size_t kTableTitle = 8;    // characters
constexpr std::size_t kSentence = 12;
constexpr std::size_t kGluedPreamble = 400;  // characters of a paragraph that holds addressees and preamble

/// Reads everything behind the head, paragraph by paragraph.
class BodyReader {
 public:
  explicit BodyReader(Draft& draft) : draft_(draft) {}

  void read() {
    find_letter();
    for (std::size_t i = draft_.body_from; i < draft_.size();) {
      if (draft_.fixed[i] != 0) {
        ++i;
      } else {
        i += std::max<std::size_t>(1, step(i));
      }
    }
  }

 private:
  /// The covering letter: unlabelled paragraphs behind the head that hand over a text (现将……印发给你们), up to the
  /// signature or the first numbered one.
  void find_letter() {
    const std::size_t begin = draft_.open_from(draft_.body_from);
    std::size_t phrase = draft_.size(), signature = draft_.size(), n = 0;
    for (std::size_t i = begin; i < draft_.size() && n < kLetterParagraphs; i = draft_.open_from(i + 1), ++n) {
      const Line& line = draft_.lines[i];
      if (line.label && line.label->form != LabelForm::attachment) break;
      if (phrase == draft_.size() && holds_letter_phrase(i)) phrase = i;
      if (is_signature(draft_, i, phrase != draft_.size())) {
        signature = i;
        break;
      }
    }
    if (phrase == draft_.size()) return;
    has_letter_ = true;
    letter_end_ = signature < draft_.size() ? signature : phrase + 1;
    for (std::size_t i = begin; i < letter_end_; ++i) {
      add_carried_titles(draft_.words, draft_.lines[i].bare, false, draft_.carried);
    }
  }

  /// The sentence of a letter, alone or behind glued addressees.
  bool holds_letter_phrase(std::size_t i) const {
    const Line& line = draft_.lines[i];
    if (line.part || line.range.size() <= kLineBytes) return line.is("letter");
    const auto match = draft_.words.frame.match_whole(line.bare, {0, line.bare.size()});
    return match && match->rule->property("line") == "letter";
  }

  std::size_t step(std::size_t i) {
    const Line& line = draft_.lines[i];
    if (line.is("contents-title")) return read_contents(i);
    if (line.is("contents-line")) {
      draft_.put(i, Zone::contents);
      return 1;
    }
    if (read_tail_line(draft_, i)) return 1;
    if (const std::size_t n = read_attachment_list(draft_, i)) return n;
    if (const std::size_t n = read_attachment_heading(draft_, i)) return begin_plan(n);
    if (i < letter_end_ && !signed_) {
      if (const std::size_t n = read_signature(draft_, i, true)) return sign(n);
      if (!line.label) {
        draft_.put(i, Zone::letter);
        if (read_glued_signature(draft_, i)) sign(1);
        return 1;
      }
    }
    if (opens_announced_title(draft_, i)) {
      if (const std::size_t n = read_plan_title(draft_, i, TitleHint::announced)) return begin_plan(n);
    }
    if (title_due_ && !line.label) {
      title_due_ = false;
      if (const std::size_t n = read_plan_title(draft_, i, TitleHint::due)) return begin_plan(n);
    }
    if (const std::size_t n = read_signature(draft_, i, has_letter_ && !signed_ && i <= letter_end_)) return sign(n);
    if (in_nested_head_ && read_nested_head(i)) return 1;
    if (line.is("closing")) {
      draft_.put(i, Zone::letter);
      return 1;
    }
    if (heads_table(i)) {
      if (const std::size_t n = read_plan_title(draft_, i, TitleHint::due)) return begin_plan(n);
    }
    if (may_restart(i)) {
      if (const std::size_t n = read_plan_title(draft_, i, TitleHint::restart)) return begin_plan(n);
    }
    if (i == draft_.body_from && is_glued_preamble(i)) {
      draft_.put(i, Zone::letter);
      return 1;
    }
    follow_numbering(line);
    in_nested_head_ = false;
    title_due_ = false;
    return 1;
  }

  std::size_t begin_plan(std::size_t n) {
    title_due_ = false;
    in_nested_head_ = true;
    last_number_ = 0;
    labelled_ = false;
    letter_end_ = 0;
    return n;
  }

  std::size_t sign(std::size_t n) {
    signed_ = true;
    title_due_ = true;
    return n;
  }

  /// A forwarded notice has a number and addressees of its own below its title.
  bool read_nested_head(std::size_t i) {
    const std::string_view bare = draft_.lines[i].bare;
    const auto number = find_number(draft_.words, bare);
    const bool is_number = number && number->range == text::Range{0, bare.size()};
    const bool is_issuer = is_issuer_of_plan(i);
    if (!is_number && !is_issuer && addressees_end(draft_, i, 0) != bare.size() && !draft_.lines[i].is("title-date")) {
      return false;
    }
    if (is_issuer) draft_.plan_issuers = split_issuers(draft_.words, draft_.quote(draft_.lines[i].range));
    draft_.put(i, Zone::head);
    return true;
  }

  /// The issuer below the title of a plan: its date or a sentence comes next, not another cell of a table.
  bool is_issuer_of_plan(std::size_t i) const {
    const std::size_t next = draft_.open_from(i + 1);
    if (draft_.lines[i].label || next >= draft_.size() || !is_body_name(draft_.words, draft_.lines[i].bare))
      return false;
    const Line& below = draft_.lines[next];
    return below.is("title-date") || (!below.label && below.characters > kSentence && ends_like_sentence(below.bare));
  }

  /// Numbering behind 一、 has gone on; a line that names a kind of text may open another one.
  bool may_restart(std::size_t i) const {
    const Line& line = draft_.lines[i];
    if (last_number_ < 2 || line.label || line.characters > kNestedTitle) return false;
    if (genre_at_end(draft_.words, line.bare)) return true;
    return i + 1 < draft_.size() && draft_.lines[i + 1].characters <= kNestedTitle &&
           static_cast<bool>(genre_at_end(draft_.words, draft_.lines[i + 1].bare));
  }

  /// 2025年重点任务分解表 between the preamble and the rows of a table, before any number.
  bool heads_table(std::size_t i) const {
    const Line& line = draft_.lines[i];
    return !labelled_ && !line.label && line.characters <= kNestedTitle && line.characters >= kTableTitle && i > 0 &&
           ends_like_sentence(draft_.lines[i - 1].bare) && genre_at_end(draft_.words, line.bare);
  }

  /// Addressees and preamble in one paragraph, before any number.
  bool is_glued_preamble(std::size_t i) const {
    const Line& line = draft_.lines[i];
    return !line.label && line.characters <= kGluedPreamble && !draft_.frame.document.addressees.empty() &&
           addressees_end(draft_, i, number_end(i)) > 0;
  }
  std::size_t number_end(std::size_t i) const {
    const auto number = find_number(draft_.words, draft_.lines[i].bare);
    return number && number->range.begin == 0 ? number->range.end : 0;
  }

  void follow_numbering(const Line& line) {
    labelled_ = labelled_ || line.label;
    if (line.label && (line.label->form == LabelForm::cn || line.label->form == LabelForm::article)) {
      last_number_ = line.label->number;
    }
  }

  /// A table of contents: numbered or dotted lines, up to the line that says the same as the first of them.
  std::size_t read_contents(std::size_t i) {
    draft_.put(i, Zone::contents);
    const std::size_t first = draft_.open_from(i + 1);
    if (first >= draft_.size()) return 1;
    const std::string opening = entry_key(first);
    std::size_t end = first + 1;
    bool found = false;
    for (; end < draft_.size() && end - first < kContentsLines && draft_.lines[end].characters <= kNestedTitle; ++end) {
      if (entry_key(end) == opening) {
        found = true;
        break;
      }
    }
    if (!found) {
      for (end = first; end < draft_.size() && draft_.lines[end].is("contents-line");) ++end;
    }
    for (std::size_t k = first; k < end; ++k) {
      if (draft_.fixed[k] == 0) draft_.put(k, Zone::contents);
    }
    return 1;
  }

  /// An entry without its page number.
  std::string entry_key(std::size_t i) const {
    std::string key = title_key(draft_.lines[i].bare);
    while (!key.empty() && key.back() >= '0' && key.back() <= '9') key.pop_back();
    return key;
  }

  Draft& draft_;
  bool has_letter_ = false;
  std::size_t letter_end_ = 0;
  bool signed_ = false;
  bool title_due_ = false;  ///< the letter is signed: the title of what it carries comes next
  bool in_nested_head_ = false;
  bool labelled_ = false;  ///< the text that is open has numbered paragraphs
  int last_number_ = 0;    ///< of 一、 or 第一章 in the text that is open
};

}  // namespace

void read_body(Draft& draft) {
  const std::string_view title = draft.title.empty() ? draft.metadata.title.bare : draft.title.bare;
  add_carried_titles(draft.words, title, true, draft.carried);
  BodyReader(draft).read();
}

}  // namespace libparse::frame
