// SPDX-License-Identifier: MIT
#include "extract/responsibility_scan.hpp"

#include <algorithm>

#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

constexpr char32_t kDash = 0x2014;
constexpr char32_t kRatio = 0x2236;  // ∶ typed for a colon

template <class T, class Begin>
const T* find_at(const std::vector<T>& sorted, std::size_t at, Begin begin) noexcept {
  const auto i = std::lower_bound(sorted.begin(), sorted.end(), at,
                                  [&](const T& item, std::size_t place) { return begin(item) < place; });
  return i != sorted.end() && begin(*i) == at ? &*i : nullptr;
}

char32_t partner(char32_t opening) {
  switch (opening) {
    case '(':
      return ')';
    case '[':
      return ']';
    default:
      return opening + 1;  // 〔〕 【】 〈〉 stand side by side in Unicode
  }
}

}  // namespace

ResponsibilityWords::ResponsibilityWords(const rules::Pack& pack)
    : names(pack),
      clause(pack.family("clause")),
      document_rule(pack.family("document-rule")),
      slot_label(pack.lexicon("slot-label")),
      list_tail(pack.lexicon("list-tail")),
      list_join(pack.lexicon("list-join")),
      lead_in(pack.lexicon("list-lead-in")),
      time_word(pack.lexicon("clause-time-word")),
      back_reference(pack.lexicon("back-reference")) {
  for (const auto& entry : slot_label.words()) label_starts[text::char_at(entry.word, 0) % kStarts] = true;
}

Scan::Scan(const ResponsibilityWords& all_words, std::string_view whole, text::Range region)
    : words(all_words), text(whole), where{region.begin, std::min(region.end, whole.size())} {
  words.clause.scan(text, where, [&](const rules::RuleMatch& match) {
    const auto role = find_named<Role>(match.rule->property("role"));
    marks.push_back({match.range, role.has_value(), role.value_or(Role::responsible), match.rule->id()});
  });
  find_brackets();
  find_labels();
}

char32_t Scan::at(std::size_t i) const noexcept { return i < where.end ? text::char_at(text, i) : U'\n'; }

const Mark* Scan::mark_at(std::size_t i) const noexcept {
  return find_at(marks, i, [](const Mark& m) { return m.range.begin; });
}

const SlotLabel* Scan::label_at(std::size_t i) const noexcept {
  return find_at(labels, i, [](const SlotLabel& l) { return l.whole.begin; });
}

const Bracket* Scan::bracket_at(std::size_t i) const noexcept {
  return find_at(brackets, i, [](const Bracket& b) { return b.open; });
}

std::size_t Scan::rule_or_end(text::Range r) const {
  if (!document_rules_) {
    document_rules_.emplace();
    words.document_rule.scan(text, where, [&](const rules::RuleMatch& m) { document_rules_->push_back(m.whole); });
  }
  const auto i = std::lower_bound(document_rules_->begin(), document_rules_->end(), r.begin,
                                  [](text::Range rule, std::size_t place) { return rule.begin < place; });
  return i != document_rules_->end() ? std::min(i->begin, r.end) : r.end;
}

std::size_t Scan::skip_spaces(std::size_t i, std::size_t end) const noexcept {
  while (i < end && is_blank(static_cast<unsigned char>(text[i]))) ++i;
  return i;
}

std::size_t Scan::skip_gap(std::size_t i, std::size_t end) const noexcept {
  while (i < end) {
    const char32_t c = at(i);
    if (!is_blank(c) && !is_list_comma(c) && c != kFullStop && c != '\n') break;
    i = text::next(text, i);
  }
  return i;
}

/// Pairs brackets within each line. One that is never closed lasts to the end of its line.
void Scan::find_brackets() {
  std::vector<std::size_t> open;  // indices into `brackets`
  const auto drop_unclosed = [&](std::size_t line_end) {
    for (const std::size_t index : open) {
      brackets[index].content.end = brackets[index].end = line_end;
    }
    open.clear();
  };
  for (std::size_t i = where.begin; i < where.end; i = text::next(text, i)) {
    const char32_t c = text::char_at(text, i);
    if (c == '\n') {
      drop_unclosed(i);
    } else if (is_opening_bracket(c)) {
      open.push_back(brackets.size());
      brackets.push_back({i, {text::next(text, i), 0}, 0, false, static_cast<int>(open.size())});
    } else if (is_closing_bracket(c) && !open.empty()) {
      // A closing bracket of another kind closes the last one all the same, unless its own partner is just outside.
      std::size_t pick = open.size() - 1;
      const auto fits = [&](std::size_t index) {
        return partner(text::char_at(text, brackets[open[index]].open)) == c;
      };
      if (!fits(pick) && pick > 0 && fits(pick - 1)) --pick;
      Bracket& bracket = brackets[open[pick]];
      bracket.content.end = i;
      bracket.end = text::next(text, i);
      bracket.closed = true;
      for (std::size_t k = pick + 1; k < open.size(); ++k) brackets[open[k]].content.end = brackets[open[k]].end = i;
      open.resize(pick);
    }
  }
  drop_unclosed(where.end);
}

void Scan::find_labels() {
  for (std::size_t i = where.begin; i < where.end;) {
    const char32_t c = text::char_at(text, i);
    const std::size_t following = text::next(text, i);
    const auto hit =
        words.may_start_label(c) ? words.slot_label.prefix(text.substr(i, where.end - i)) : rules::Lexicon::Hit{};
    if (!hit) {
      i = following;
      continue;
    }
    SlotLabel label;
    label.range = label.whole = {i, i + hit.word.size()};
    const std::string_view value = hit.value;
    const std::string_view kind = value.substr(0, value.find(' '));
    label.role = find_named<Role>(kind).value_or(Role::responsible);
    if (kind == "time") label.kind = SlotLabel::Kind::time;
    if (kind == "contact") label.kind = SlotLabel::Kind::contact;
    if (kind == "other") label.kind = SlotLabel::Kind::other;
    label.person = value.find(" person") != std::string_view::npos;
    const bool needs_colon = value.find(" colon") != std::string_view::npos;

    std::size_t end = skip_spaces(label.range.end, where.end);
    const char32_t opening = i > where.begin ? at(text::previous(text, i)) : U'\n';
    // (牵头单位) behind a unit says that unit's role; 【牵头单位】 is a label.
    const bool in_bracket = is_closing_bracket(at(end)) && is_opening_bracket(opening) && opening != '(';
    if (at(end) == ':' || at(end) == kRatio) {
      end = text::next(text, end);
    } else if (at(end) == kDash && at(end + 3) == kDash) {
      end += 6;
    } else if (in_bracket) {  // 【责任单位】县财政局
      label.setting = LabelSetting::bracket;
      label.whole.begin = text::previous(text, i);
      end = skip_spaces(text::next(text, end), where.end);
      if (at(end) == ':') ++end;
    } else {
      label.setting = LabelSetting::bare;
      end = label.range.end;
    }
    label.whole.end = skip_spaces(end, where.end);
    // Short words such as 时间 and 牵头 are labels only by themselves: not in 发布时间.
    bool keep = needs_colon ? label.setting == LabelSetting::colon && !text::is_han(opening) : true;
    if (keep && label.setting == LabelSetting::bare) {  // only where something begins
      std::size_t before = i;
      while (before > where.begin && is_blank(static_cast<unsigned char>(text[before - 1]))) --before;
      const char32_t last = before > where.begin ? at(text::previous(text, before)) : U'\n';
      keep = before < i || is_sentence_end(last) || is_list_comma(last) || is_opening_bracket(last) ||
             is_closing_bracket(last);
    }
    if (keep) labels.push_back(label);
    i = keep ? std::max(label.range.end, following) : following;
  }
}

}  // namespace libparse::extract
