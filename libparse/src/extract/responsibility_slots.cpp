// SPDX-License-Identifier: MIT
#include "extract/responsibility_slots.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

constexpr std::size_t kLongestQualifier = 60;  // bytes: 行政事业单位国有房屋 第一责任单位
constexpr std::size_t kShortestQualifier = 6;  // bytes
constexpr std::size_t kShortestPhone = 5;      // digits
constexpr std::size_t kShortestAreaCode = 3;   // digits

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

}  // namespace

/// Where a time slot's content ends.
std::size_t SlotReader::time_end(std::size_t from, std::size_t limit) const {
  std::size_t at = from;
  for (; at < limit; at = text::next(scan_.text, at)) {
    const char32_t c = scan_.at(at);
    if (is_sentence_end(c) || c == '\t' || (is_opening_bracket(c) && c != '(')) break;
    if (at > from && scan_.label_at(at) != nullptr) break;
    if (const Mark* mark = scan_.mark_at(at); mark != nullptr && !mark->verb && at > from) break;
  }
  while (at > from && (is_blank(scan_.at(text::previous(scan_.text, at))) ||
                       is_list_comma(scan_.at(text::previous(scan_.text, at))))) {
    at = text::previous(scan_.text, at);
  }
  return at;
}

/// Behind a telephone number and those that follow it: 69183600、69147566.
std::size_t SlotReader::phone_end(std::size_t from, std::size_t limit) const {
  std::size_t behind = from;
  for (std::size_t at = from; at < limit;) {
    std::size_t digits = 0, stop = at;
    const bool area = scan_.at(at) == '(';  // (010)12345678
    if (area) ++stop;
    while (stop < limit && (is_digit(scan_.at(stop)) || scan_.at(stop) == '-' || scan_.at(stop) == 0x2014)) {
      digits += is_digit(scan_.at(stop));
      stop = text::next(scan_.text, stop);
      if (area && digits >= kShortestAreaCode && stop < limit && scan_.at(stop) == ')') ++stop;
    }
    if (digits < kShortestPhone) break;
    behind = stop;
    at = scan_.skip_gap(stop, limit);
    if (scan_.text.substr(stop, at - stop).find('\n') != std::string_view::npos) break;
  }
  return behind;
}

std::size_t SlotReader::contact_end(std::size_t from, std::size_t limit) const {
  if (const std::size_t phone = phone_end(from, limit); phone > from) return phone;
  std::size_t at = from;
  for (; at < limit && !is_sentence_end(scan_.at(at)) && scan_.at(at) != ',';) {
    const char32_t c = scan_.at(at);
    if (at > from && (scan_.label_at(at) != nullptr || is_closing_bracket(c) || is_opening_bracket(c))) break;
    if (is_digit(c) || c == '(') break;
    at = text::next(scan_.text, at);
  }
  return std::max(at, phone_end(at, limit));
}

/// Reads the slot at `label`. False where what follows is none: then it is an ordinary word.
bool SlotReader::read_slot(const SlotLabel& label, std::size_t limit, ListReader& reader, Clause& clause,
                           std::size_t& behind, bool& ran_on) const {
  ran_on = false;
  std::size_t from = label.whole.end;
  if (label.setting != LabelSetting::bare && from < limit && scan_.at(from) == '\n') from = skip_lines(from, limit);
  switch (label.kind) {
    case SlotLabel::Kind::other:
      return false;
    case SlotLabel::Kind::contact:
      behind = contact_end(from, limit);
      return label.setting != LabelSetting::bare || (from < limit && is_digit(scan_.at(from)));
    case SlotLabel::Kind::time: {
      behind = time_end(from, limit);
      const text::Range content{from, behind};
      const std::string_view view = scan_.view(content);
      if (content.empty() || (label.setting == LabelSetting::bare && !scan_.words.time_word.any_in(view) &&
                              view.find_first_of("0123456789") == std::string_view::npos)) {
        return false;
      }
      clause.time_slots.push_back(content);
      return true;
    }
    case SlotLabel::Kind::units:
      break;
  }
  UnitList list = reader.read({from, limit}, {.role = label.role, .person = label.person});
  if (list.units.empty()) return false;
  if (label.setting == LabelSetting::bare && !stands_without_colon(label, list, limit)) return false;
  behind = list.end;
  ran_on = list.ran_on;
  std::move(list.units.begin(), list.units.end(), std::back_inserter(clause.units));
  clause.time_slots.insert(clause.time_slots.end(), list.times.begin(), list.times.end());
  // Lists that stand one to a line, or that a line break cuts behind a comma.
  while (!list.ran_on && behind < limit) {
    const bool alone = scan_.text.substr(label.whole.end, from - label.whole.end).find('\n') != std::string_view::npos;
    const std::size_t next = skip_lines(behind, limit);
    if (next == behind || next >= limit || !(alone || ends_in_comma(behind, next))) break;
    list = reader.read({next, limit}, {});
    if (list.units.empty() || (list.end < limit && scan_.at(list.end) != '\n')) break;
    if (list.closed == 0)
      for (UnitMention& unit : list.units) unit.role = label.role;
    behind = list.end;
    std::move(list.units.begin(), list.units.end(), std::back_inserter(clause.units));
  }
  return true;
}

/// Without a colon only names of bodies make a slot, and only where nothing but a clause's end is behind them.
bool SlotReader::stands_without_colon(const SlotLabel& label, const UnitList& list, std::size_t limit) const {
  const std::string_view first = scan_.view(list.units.front().range);
  if (scan_.words.list_join.prefix(scan_.text.substr(label.range.end, limit - label.range.end))) return false;
  if (!label.person && scan_.words.names.kind(first) == OrgKind::none) return false;
  if (label.whole.end > label.range.end) return true;  // a space sets it off
  const std::size_t next = scan_.skip_spaces(list.end, limit);
  const char32_t c = next < limit ? scan_.at(next) : U'\n';
  return !list.ran_on && (next > list.end || is_sentence_end(c) || is_list_comma(c));
}

/// Behind line ends (and a comma before them); `at` itself where there is none.
std::size_t SlotReader::skip_lines(std::size_t at, std::size_t limit) const {
  std::size_t next = scan_.skip_spaces(at, limit);
  if (next < limit && is_list_comma(scan_.at(next))) next = scan_.skip_spaces(text::next(scan_.text, next), limit);
  if (next >= limit || scan_.at(next) != '\n') return at;
  while (next < limit && (scan_.at(next) == '\n' || is_blank(scan_.at(next)))) ++next;
  return next;
}

bool SlotReader::ends_in_comma(std::size_t from, std::size_t to) const {
  for (std::size_t at = from; at < to; at = text::next(scan_.text, at)) {
    if (is_list_comma(scan_.at(at))) return true;
  }
  return false;
}

/// What limits a label on its left: 国有企业房屋 第一责任单位. Empty where the words before are a sentence.
text::Range SlotReader::qualifier(std::size_t label, std::size_t limit) const {
  std::size_t at = label;
  while (at > limit && label - at < kLongestQualifier) {
    const std::size_t before = text::previous(scan_.text, at);
    const char32_t c = scan_.at(before);
    if (is_sentence_end(c) || is_opening_bracket(c)) break;
    if (is_list_comma(c) || c == ':' || is_closing_bracket(c)) return {};
    at = before;
  }
  if (label - at < kShortestQualifier || label - at >= kLongestQualifier) return {};
  at = scan_.skip_spaces(at, label);
  std::size_t stop = label;
  while (stop > at && is_blank(scan_.at(text::previous(scan_.text, stop)))) stop = text::previous(scan_.text, stop);
  if (scan_.words.names.reads_like_prose(scan_.view({at, stop})) &&
      !scan_.words.back_reference.prefix(scan_.view({at, stop}))) {
    return {};
  }
  return {at, stop};
}

/// Slots that follow each other from the label at `at` on, into `clause`; their end, or 0 where there is none.
/// The clause's qualifier limits the units of the first slot only.
std::size_t SlotReader::read_row(std::size_t at, std::size_t limit, ListReader& reader, Clause& clause) const {
  std::size_t behind = 0;
  for (const SlotLabel* label = scan_.label_at(at); label != nullptr; label = scan_.label_at(at)) {
    std::size_t stop = 0;
    bool ran_on = false;
    if (label->whole.end > limit || !read_slot(*label, limit, reader, clause, stop, ran_on)) break;
    if (behind == 0) limit_to_qualifier(clause);
    if (clause.rule.empty()) clause.rule = scan_.words.slot_label.find(scan_.view(label->range)).word;
    behind = stop;
    if (ran_on) break;
    at = scan_.skip_gap(stop, limit);
  }
  return behind;
}

void SlotReader::limit_to_qualifier(Clause& clause) const {
  if (clause.qualifier.empty() || scan_.words.back_reference.prefix(scan_.view(clause.qualifier))) return;
  for (UnitMention& unit : clause.units) {
    if (unit.scope.empty()) unit.scope = clause.qualifier;
  }
}

}  // namespace libparse::extract
