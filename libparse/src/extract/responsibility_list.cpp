// SPDX-License-Identifier: MIT
#include "extract/responsibility_list.hpp"

#include <algorithm>

#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

constexpr std::size_t kLongestUnit = 240;       // bytes: what is longer is a sentence
constexpr std::size_t kLongestBracket = 180;    // bytes inside a unit's own brackets
constexpr std::size_t kLongestPlainUnit = 16;   // characters of a unit that only its label makes one: 电信运营商
constexpr std::size_t kLongestScope = 240;      // bytes: 职责范围内(供水、雨水、污水)地下管线安全
constexpr std::size_t kLongestTimePiece = 150;  // bytes
constexpr std::size_t kLongestQuoted = 36;      // bytes
constexpr std::size_t kLongestPlainTime = 36;   // bytes
constexpr std::size_t kLongestTail = 120;       // bytes: 等负有危化品监管职责部门

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_digits(std::string_view s) {
  return !s.empty() && s.find_first_not_of("0123456789- ,") == std::string_view::npos;
}

}  // namespace

/// Behind the quotation marks that a unit's name may have in it: “两区”专班. `at` itself where there are none.
std::size_t ListReader::quoted_end(std::size_t at, std::size_t end, const ListOptions& options) const {
  std::size_t open = at;
  if (options.role) open = scan_.skip_spaces(at, end);
  if (open >= end || scan_.at(open) != 0x201C) return at;
  for (std::size_t i = open; i < end && i - open < kLongestQuoted; i = text::next(scan_.text, i)) {
    if (scan_.at(i) == '\n') break;
    if (scan_.at(i) == 0x201D) return text::next(scan_.text, i);
  }
  return at;
}

/// Whether a verb or 等 behind `left` ends a unit there. Without a label, only behind the name of a body.
bool ListReader::closes_unit(std::string_view left, const ListOptions& options, bool strict, const Mark* mark) const {
  const OrgKind kind = names_.kind(left);
  if (kind >= OrgKind::group) return true;
  if (strict || !options.role) return false;
  if (kind == OrgKind::bare) return true;
  const std::size_t length = text::count(left);
  const bool plain = length >= 2 && length <= kLongestPlainUnit && !names_.reads_like_prose(left);
  if (mark == nullptr) return options.person && plain;
  // 监督 or 落实 may be part of what stands behind a label; 牵头, 负责 and 配合 are not.
  return plain && (mark->role == Role::lead || mark->role == Role::responsible || mark->role == Role::cooperate);
}

/// A bracket right behind a unit. False where the unit ends before it and nothing of it belongs here.
bool ListReader::take_bracket(std::size_t from, std::size_t& at, std::size_t end, Piece& piece) const {
  const Bracket* bracket = scan_.bracket_at(at);
  if (bracket == nullptr || !bracket->closed || bracket->end > end || bracket->content.size() > kLongestBracket ||
      bracket->content.empty() || at == from || scan_.mark_at(at) != nullptr) {
    return false;
  }
  const std::string_view content = scan_.view(bracket->content);
  if (const Mark* mark = scan_.mark_at(bracket->content.begin);
      mark != nullptr && mark->range.end == bracket->content.end) {
    if (!mark->verb) return false;
    piece.role = mark->role;
  } else if (const auto label = scan_.words.slot_label.find(content)) {
    piece.role = find_named<Role>(label.value.substr(0, label.value.find(' ')));
  } else if (const SlotLabel* slot = scan_.label_at(bracket->content.begin);
             slot != nullptr ? slot->kind == SlotLabel::Kind::contact : is_digits(content)) {
    // a telephone number: no part of the name
  } else if (slot != nullptr || names_.reads_like_prose(content)) {
    return false;
  } else {
    at = bracket->end;
    return true;
  }
  piece.after = bracket->end;
  piece.range.end = at;
  at = end;  // the unit is complete
  return true;
}

/// Where 各市、县、区政府 ends, `comma` being its first 、; `comma` itself where there are several units.
std::size_t ListReader::row_end(std::size_t from, std::size_t comma, std::size_t end) const {
  if (!names_.is_open_row(scan_.view({from, comma}))) return comma;
  std::size_t at = comma;
  while (at < end && scan_.at(at) == kEnumeration) {
    const std::size_t start = text::next(scan_.text, at);
    bool bare = false;
    const std::size_t length = names_.row_part(scan_.text.substr(start, std::min(end - start, kLongestUnit)), bare);
    const std::size_t behind = start + length;
    if (length == 0) return at;
    if (bare && behind < end) {
      const char32_t c = scan_.at(behind);
      const Mark* mark = scan_.mark_at(behind);
      const bool ends = is_list_comma(c) || is_sentence_end(c) || is_closing_bracket(c) || is_blank(c);
      // 各市、县财政局 are two units, 各市、县、区财政局 is one.
      if (!ends && mark == nullptr && at == comma) return at;
    }
    at = behind;
    if (!bare) return at;
  }
  return at;
}

/// Where the stretch from `at` ends that one unit could fill: at punctuation, a verb, a label, 等.
std::size_t ListReader::stretch_end(std::size_t at, std::size_t end) const {
  const std::size_t limit = std::min(end, at + kLongestUnit);
  const std::size_t from = at;
  for (; at < limit; at = text::next(scan_.text, at)) {
    const char32_t c = scan_.at(at);
    if (is_list_comma(c) || is_sentence_end(c) || is_closing_bracket(c) || is_blank(c) || c == ':') break;
    if (at == from) continue;
    if (scan_.label_at(at) != nullptr) break;
    if (const Mark* mark = scan_.mark_at(at)) {
      if (!mark->verb || names_.kind(scan_.view({from, at})) >= OrgKind::group) break;
    }
    if (scan_.words.list_tail.prefix(scan_.text.substr(at, limit - at)) &&
        names_.kind(scan_.view({from, at})) >= OrgKind::group) {
      break;
    }
  }
  return at;
}

bool ListReader::starts_unit(std::size_t from, std::size_t end) const {
  const std::string_view right = scan_.view({from, stretch_end(from, end)});
  if (text::count(right) < 3) return false;
  if (names_.kind(right) >= OrgKind::group) return true;
  const std::size_t length = names_.name_length(right);
  return length > 0 && length < right.size();
}

std::size_t ListReader::unit_end(std::size_t from, std::size_t end, const ListOptions& options, bool strict,
                                 Piece& piece) const {
  const std::size_t limit = std::min(end, from + kLongestUnit);
  for (std::size_t at = from; at < limit;) {
    const char32_t c = scan_.at(at);
    if (c == kEnumeration) {
      const std::size_t behind = row_end(from, at, end);
      if (behind == at) return at;
      at = behind;
      continue;
    }
    if (const std::size_t behind = quoted_end(at, limit, options); behind > at) {
      at = behind;
      continue;
    }
    if (is_list_comma(c) || is_sentence_end(c) || is_closing_bracket(c) || is_blank(c) || c == ':' || c == '|' ||
        c == 0x201C || c == 0x201D || c == 0x300A) {
      return at;
    }
    if (is_opening_bracket(c)) {
      const std::size_t before = at;
      if (scan_.label_at(at) != nullptr) return at;  // 【配合部门】
      if (!take_bracket(from, at, limit, piece)) return before;
      if (piece.after != 0) return piece.range.end;
      continue;
    }
    if (at > from) {
      const std::string_view left = scan_.view({from, at});
      if (scan_.label_at(at) != nullptr) return at;
      if (const Mark* mark = scan_.mark_at(at)) {
        if (!mark->verb || closes_unit(left, options, strict, mark)) return at;
      }
      const std::string_view rest = scan_.text.substr(at, limit - at);
      if (scan_.words.list_tail.prefix(rest) && closes_unit(left, options, strict, nullptr)) return at;
      if (const auto join = scan_.words.list_join.prefix(rest); join && join.value != "none" &&
                                                                names_.kind(left) >= OrgKind::group &&
                                                                starts_unit(at + join.word.size(), end)) {
        piece.after = at + join.word.size();
        piece.joined = true;
        piece.joined_first = join.value == "first";
        return at;
      }
      if (is_digit(c) && options.person && !strict) return at;
    }
    at = text::next(scan_.text, at);
  }
  return limit;
}

ListReader::Piece ListReader::next_unit(std::size_t from, std::size_t end, const ListOptions& options,
                                        bool strict) const {
  Piece piece;
  const std::size_t stop = unit_end(from, end, options, strict, piece);
  piece.range = {from, stop};
  if (piece.after == 0) piece.after = stop;
  const std::string_view stretch = scan_.view(piece.range);
  if (stretch.empty()) return piece;
  const OrgKind kind = names_.kind(stretch);
  if (strict || !options.role) {
    piece.found = kind >= OrgKind::group;
    return piece;
  }
  const std::size_t length = text::count(stretch);
  const bool plain = length >= 2 && length <= kLongestPlainUnit && !names_.reads_like_prose(stretch) &&
                     !is_digit(text::char_at(stretch, 0)) && scan_.at(stop) != ':' && stop < from + kLongestUnit;
  if (options.person) {
    piece.found = plain;
    return piece;
  }
  const std::size_t name = names_.name_length(stretch);
  if (name == stretch.size()) {
    piece.found = true;
  } else if (name > 0) {
    piece.found = piece.ran_on = true;
    piece.range.end = piece.after = from + name;
    piece.joined = piece.joined_first = false;
  } else {
    piece.found = plain;
  }
  return piece;
}

/// Behind 等, 等有关部门 and what else closes a list without naming anyone.
std::size_t ListReader::tail_end(std::size_t at, std::size_t end) const {
  for (int rounds = 0; rounds < 3; ++rounds) {  // 等相关部门等配合
    const auto tail = scan_.words.list_tail.prefix(scan_.text.substr(at, std::min(end - at, kLongestTail)));
    if (!tail) break;
    const std::size_t behind = at + tail.word.size();
    const std::size_t stop = stretch_end(behind, std::min(end, behind + kLongestTail));
    const OrgKind kind = stop > behind ? names_.kind(scan_.view({behind, stop})) : OrgKind::none;
    at = kind == OrgKind::group || kind == OrgKind::bare ? stop : behind;
  }
  return at;
}

/// (A负责,2025年6月底前完成): a piece behind a comma that is a time. Outside brackets it must be short, because a
/// sentence may follow a list there.
bool ListReader::time_piece(std::size_t from, std::size_t end, const ListOptions& options, text::Range& piece) const {
  if (!options.role && !options.scopes) return false;
  std::size_t at = from;
  const std::size_t limit = std::min(end, from + (options.scopes ? kLongestTimePiece : kLongestPlainTime));
  for (; at < limit; at = text::next(scan_.text, at)) {
    const char32_t c = scan_.at(at);
    if (c == ',' || is_sentence_end(c) || is_closing_bracket(c)) break;
  }
  if (at == from || (at == limit && limit < end)) return false;
  piece = {from, at};
  return scan_.words.time_word.any_in(scan_.view(piece));
}

/// End of the text behind a verb that limits an assignment: up to the next comma outside brackets.
std::size_t ListReader::scope_end(std::size_t from, std::size_t end) const {
  const std::size_t limit = std::min(end, from + kLongestScope);
  std::size_t at = from;
  while (at < limit) {
    const char32_t c = scan_.at(at);
    if (c == ',' || is_sentence_end(c) || is_closing_bracket(c)) break;
    const Bracket* bracket = is_opening_bracket(c) ? scan_.bracket_at(at) : nullptr;
    at = bracket != nullptr && bracket->closed && bracket->end <= limit ? bracket->end : text::next(scan_.text, at);
  }
  return at;
}

void ListReader::add(UnitList& list, const Piece& piece, const ListOptions& options) {
  UnitMention unit;
  unit.range = piece.range;
  unit.role = piece.role.value_or(options.role.value_or(Role::responsible));
  const std::string_view written = scan_.view(piece.range);
  unit.name = options.person ? std::string(written) : restorer_.restore(written);
  unit.person = options.person;
  unit.group = !options.person && names_.is_group(written);
  list.units.push_back(std::move(unit));
  fixed_.push_back(piece.role.has_value());
}

UnitList ListReader::read(text::Range where, const ListOptions& options) {
  UnitList list;
  list.end = list.looked_at = where.begin;
  fixed_.clear();
  std::size_t comma_group = 0;  // first unit behind the last comma
  bool behind_comma = false, behind_blank = false, with_others = false;
  text::Range scope;
  for (std::size_t at = where.begin; at < where.end;) {
    const std::size_t start = scan_.skip_spaces(at, where.end);
    behind_blank = start > at && at > where.begin;
    at = list.looked_at = start;
    if (at >= where.end || scan_.label_at(at) != nullptr) break;
    const Mark* mark = scan_.mark_at(at);
    if (mark != nullptr && !mark->verb) break;
    if (mark == nullptr || list.units.size() == list.closed) {
      if (options.scopes || options.one_group) {
        at += scan_.words.lead_in.prefix(scan_.text.substr(at, where.end - at)).word.size();
      }
      if (list.has_verb && list.closed == list.units.size()) {  // A牵头,会同B落实
        const auto join = scan_.words.list_join.prefix(scan_.text.substr(at, where.end - at));
        if (join.value == "first") at += join.word.size();
      }
      const bool strict = !options.role || (!options.person && (behind_comma || behind_blank));
      Piece piece = next_unit(at, where.end, options, strict);
      if (!piece.found && options.scopes && list.closed == list.units.size()) {  // 餐饮安全由市商务局牵头
        const std::size_t stop = scope_end(at, where.end);
        std::size_t offset = 0;
        if (const auto by = scan_.words.lead_in.search(scan_.view({at, stop}), offset); by && offset > 0) {
          scope = {at, at + offset};
          at += offset + by.word.size();
          piece = next_unit(at, where.end, options, true);
        }
      }
      if (!piece.found) {
        text::Range time;
        if (list.units.empty() || !time_piece(at, where.end, options, time)) break;
        list.times.push_back(time);
        at = list.end = time.end;
      } else {
        const bool nobody = !list.units.empty() && names_.names_no_one(scan_.view(piece.range));
        if (!with_others && !nobody) {
          if (behind_comma) comma_group = list.units.size();
          add(list, piece, options);
        }
        with_others = with_others || piece.joined_first;
        behind_comma = false;
        at = list.end = piece.after;
        if (piece.ran_on) {
          list.ran_on = true;
          break;
        }
        if (piece.joined) continue;
        at = list.end = tail_end(at, where.end);
        const std::size_t next = scan_.skip_spaces(at, where.end);
        mark = next < where.end ? scan_.mark_at(next) : nullptr;
        if (mark != nullptr && mark->verb) at = next;
      }
    }
    if (mark != nullptr && mark->verb && mark->range.end <= where.end && list.units.size() > list.closed) {
      const std::size_t first = options.role ? std::max(list.closed, comma_group) : list.closed;
      for (std::size_t i = list.closed; i < list.units.size(); ++i) {
        if (i >= first && !fixed_[i]) list.units[i].role = mark->role;
        if (!scope.empty()) list.units[i].scope = scope;
      }
      if (!list.has_verb) list.rule = mark->rule;
      list.has_verb = true;
      at = mark->range.end;
      while (at < where.end) {  // 督促指导并落实 as one: the first verb counts
        const Mark* more = scan_.mark_at(at);
        if (more == nullptr || !more->verb || more->range.end > where.end) break;
        at = more->range.end;
      }
      list.end = list.closed_end = at;
      const std::size_t opened = list.closed;
      list.closed = list.units.size();
      scope = {};
      with_others = false;
      if (options.one_group) break;
      const std::size_t next = scan_.skip_spaces(at, where.end);
      const char32_t c = next < where.end ? scan_.at(next) : kFullStop;
      if (!is_list_comma(c) && !is_sentence_end(c) && !is_closing_bracket(c)) {
        if (scan_.label_at(next) != nullptr || (scan_.mark_at(next) != nullptr && !scan_.mark_at(next)->verb)) break;
        if (!options.scopes) {
          list.ran_on = true;
          break;
        }
        const std::size_t stop = scope_end(next, where.end);
        for (std::size_t i = opened; i < list.units.size(); ++i) list.units[i].scope = {next, stop};
        at = list.end = list.closed_end = stop;
      }
    }
    const std::size_t next = scan_.skip_spaces(at, where.end);
    if (next >= where.end) break;
    const char32_t c = scan_.at(next);
    if (is_list_comma(c)) {
      behind_comma = behind_comma || c != kEnumeration;
      at = text::next(scan_.text, next);
    } else if (next == at) {
      break;
    }
  }
  return list;
}

}  // namespace libparse::extract
