// SPDX-License-Identifier: MIT
#include "extract/organization.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

constexpr std::size_t kLongestName = 40;  // characters; longer stretches are sentences
constexpr std::size_t kLongestSubunit = 8;  // 县教育局|宣传科: a part of a body, though 宣传 may start a sentence
constexpr std::size_t kLongestPlace = 5;  // 石鼓区, 克拉玛依市
constexpr std::size_t kShortName = 4;     // 气象局: short enough to be a name without level whatever its field
constexpr std::size_t kHan = 3;           // bytes of a Chinese character

constexpr char32_t kEnumerationComma = 0x3001;

bool is_opening(char32_t c) { return c == '(' || c == '[' || c == 0x3014 || c == 0x3010 || c == 0x3008; }
bool is_closing(char32_t c) { return c == ')' || c == ']' || c == 0x3015 || c == 0x3011 || c == 0x3009; }

/// Characters that a name may hold outside brackets.
bool is_name_char(char32_t c) {
  return text::is_han(c) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         c == kEnumerationComma || c == '-' || c == 0xB7 || c == '&';
}

bool is_opening_quote(char32_t c) { return c == 0x201C; }

/// `name` without what stands in brackets or quotation marks. False where a bracket is open or a character fits no
/// name.
bool without_brackets(std::string_view name, std::string& bare) {
  int depth = 0;
  for (std::size_t i = 0; i < name.size(); i = text::next(name, i)) {
    const char32_t c = text::char_at(name, i);
    if (is_opening(c) || is_opening_quote(c)) {
      ++depth;
    } else if (is_closing(c) || c == 0x201D) {
      if (--depth < 0) return false;
    } else if (depth == 0) {
      const bool before_quote = c == ' ' && i + 1 < name.size() && is_opening_quote(text::char_at(name, i + 1));
      if (before_quote) continue;  // 区商务局 “两区”专班, as web pages space it
      if (!is_name_char(c)) return false;
      text::append(bare, c);
    }
  }
  return depth == 0;
}

std::size_t count_outside_brackets(std::string_view name) {
  std::string bare;
  return without_brackets(name, bare) ? text::count(bare) : text::count(name);
}

}  // namespace

OrganizationNames::OrganizationNames(const rules::Pack& pack)
    : suffix_(pack.lexicon("org-suffix")),
      name_(pack.lexicon("org-name")),
      not_org_(pack.lexicon("not-org")),
      not_in_unit_(pack.lexicon("not-in-unit")),
      sentence_start_(pack.lexicon("sentence-start")),
      group_start_(pack.lexicon("group-start")),
      group_part_(pack.lexicon("group-part")),
      level_(pack.lexicon("level")),
      level_word_(pack.lexicon("level-word")),
      level_tail_(pack.lexicon("level-tail")),
      field_(pack.lexicon("org-field")),
      own_start_(pack.lexicon("own-start")),
      not_place_(pack.lexicon("not-place")) {}

bool OrganizationNames::reads_like_prose(std::string_view text) const {
  for (std::size_t i = 0; i < text.size(); i = text::next(text, i)) {
    const auto hit = not_in_unit_.prefix(text.substr(i));
    if (!hit) continue;
    if (hit.value.empty() || !text.substr(0, i).ends_with(hit.value)) return true;
  }
  return false;
}

bool OrganizationNames::ends_with_name(std::string_view name) const {
  const auto hit = name_.suffix(name);
  if (!hit) return false;
  const std::string_view before = name.substr(0, name.size() - hit.word.size());
  if (hit.value == "short") return !before.empty() && level_.find(before);
  return before.empty() || level_.suffix(before) || own_start_.prefix(before);
}

bool OrganizationNames::ends_like_body(std::string_view text) const {
  const auto suffix = suffix_.suffix(text);
  return suffix && not_org_.suffix(text).word.size() < suffix.word.size();
}

bool OrganizationNames::holds_body(std::string_view name) const {
  for (std::size_t end = 0; end < name.size(); end = text::next(name, end)) {
    if (suffix_.suffix(name.substr(0, end)).value == "body" && kind(name.substr(0, end)) == OrgKind::body) return true;
  }
  return false;
}

bool OrganizationNames::is_group(std::string_view name) const {
  return group_start_.prefix(name) || group_part_.any_in(name) || suffix_.suffix(name).value == "generic";
}

bool OrganizationNames::names_no_one(std::string_view name) const {
  const auto start = group_start_.prefix(name);
  // Where the determiner says 各 each of them is meant; 有关部门 and 其他单位 mean anyone.
  return start && suffix_.find(name.substr(start.word.size())).value == "generic" && start.word.size() == 2 * kHan;
}

OrgKind OrganizationNames::kind(std::string_view name) const {
  if (name.size() < 2 || name.size() > kLongestName * 2 * kHan) return OrgKind::none;
  std::string bare;
  if (!without_brackets(name, bare)) return OrgKind::none;
  const std::size_t length = text::count(bare);
  if (length < 2 || length > kLongestName || reads_like_prose(name)) return OrgKind::none;
  if (ends_with_name(bare)) return is_group(bare) ? OrgKind::group : OrgKind::body;
  const auto suffix = suffix_.suffix(bare);
  if (!suffix || not_org_.suffix(bare).word.size() >= suffix.word.size()) return OrgKind::none;
  const bool group = group_start_.prefix(bare) || group_part_.any_in(bare);
  const std::size_t before = length - text::count(suffix.word);
  if (suffix.value == "generic") return group || before >= 2 ? OrgKind::group : OrgKind::bare;
  if (group) return OrgKind::group;
  if (suffix.value == "place") return before > 0 ? OrgKind::place : OrgKind::none;
  if (suffix.value == "short" || suffix.value == "part") {
    return length >= 3 || level_.prefix(bare) ? OrgKind::body : OrgKind::none;
  }
  return before > 0 || text::count(suffix.word) >= 3 ? OrgKind::body : OrgKind::bare;
}

std::size_t OrganizationNames::name_length(std::string_view stretch) const {
  const bool whole = kind(stretch) != OrgKind::none;
  for (std::size_t end = 0; end < stretch.size();) {
    end = text::next(stretch, end);
    if (end < 2 * kHan || end == stretch.size() || end > kLongestName * 2 * kHan) continue;
    const std::string_view head = stretch.substr(0, end), rest = stretch.substr(end);
    const auto suffix = suffix_.suffix(head);
    if (!suffix) continue;
    const char32_t next = text::char_at(rest, 0);
    const bool digit = next >= '0' && next <= '9';
    const auto cue = sentence_start_.prefix(rest);
    const bool level = !whole && level_.prefix(rest) && suffix.value == "body";
    if (!digit && !cue && !level && (text::is_han(next) || is_opening(next))) continue;
    if (whole && (!cue || cue.word.size() < 2 * kHan || count_outside_brackets(rest) <= kLongestSubunit)) continue;
    if (kind(head) != OrgKind::none) return end;
  }
  return whole ? stretch.size() : 0;
}

bool OrganizationNames::is_open_row(std::string_view left) const {
  const auto start = group_start_.prefix(left);
  if (!start) return false;
  std::string bare;
  if (!without_brackets(left.substr(start.word.size()), bare)) return false;
  std::string_view rest = bare;
  while (!rest.empty()) {
    const auto word = level_word_.prefix(rest);
    if (!word) return false;
    rest.remove_prefix(word.word.size());
    if (!rest.empty() && text::char_at(rest, 0) == kEnumerationComma) rest.remove_prefix(kHan);
  }
  return true;
}

std::size_t OrganizationNames::row_part(std::string_view right, bool& bare) const {
  const auto word = level_word_.prefix(right);
  if (!word) return 0;
  std::size_t length = word.word.size();
  if (length < right.size() && is_opening(text::char_at(right, length))) {
    while (length < right.size() && !is_closing(text::char_at(right, length))) length = text::next(right, length);
    if (length < right.size()) length = text::next(right, length);
  }
  const auto tail = level_tail_.prefix(right.substr(length));
  bare = !tail;
  return length + tail.word.size();
}

/// The level or place that `unit` starts with; empty where it has none of its own.
std::string_view NameRestorer::own_level(std::string_view unit, bool& is_place) const {
  is_place = false;
  if (names_.field_.prefix(unit) || names_.own_start_.prefix(unit)) return {};
  if (const auto level = names_.level_.prefix(unit)) return level.word;
  std::size_t characters = 0;
  for (std::size_t end = 0; end < unit.size() && characters < kLongestPlace;) {
    end = text::next(unit, end);
    if (++characters < 2 || !names_.level_.suffix(unit.substr(0, end))) continue;
    const std::string_view place = unit.substr(0, end), rest = unit.substr(end);
    if (names_.not_place_.suffix(place) || rest.empty()) continue;
    // 地区乡镇企业局: the level goes on as another word
    const std::size_t last = text::previous(unit, end);
    if (names_.not_place_.prefix(unit.substr(last)).word.size() > end - last) continue;
    if (names_.kind(rest) != OrgKind::body) continue;
    is_place = true;
    return place;
  }
  return {};
}

bool NameRestorer::may_be_restored(std::string_view unit) const {
  if (names_.own_start_.prefix(unit)) return false;
  const auto name = names_.name_.find(unit);
  if (name) return name.value != "own";
  const std::string_view ending = names_.suffix_.suffix(unit).value;
  if (ending == "own" || (ending == "part" && !names_.holds_body(unit))) return false;
  return static_cast<bool>(names_.field_.prefix(unit)) || text::count(unit) <= kShortName;
}

std::string NameRestorer::restore(std::string_view unit) {
  if (names_.group_start_.prefix(unit)) return std::string(unit);
  bool is_place = false;
  if (const std::string_view own = own_level(unit, is_place); !own.empty()) {
    const std::string_view ending = names_.suffix_.suffix(unit).value;
    const bool elsewhere = is_place && (ending == "branch" || ending == "own");
    if (is_place ? level_.empty() && !elsewhere : level_ != own) {
      level_ = own;
      party_.clear();
    }
    if (const auto name = names_.name_.suffix(unit); name.value == "party" && !is_place) {
      party_ = unit.substr(0, unit.size() - name.word.size());
    }
    return std::string(unit);
  }
  if (level_.empty() || names_.kind(unit) != OrgKind::body || names_.is_group(unit) || !may_be_restored(unit)) {
    return std::string(unit);
  }
  const bool party = !party_.empty() && names_.name_.find(unit).value == "party";
  return (party ? party_ : level_) + std::string(unit);
}

}  // namespace libparse::extract
