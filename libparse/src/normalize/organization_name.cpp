// SPDX-License-Identifier: MIT
#include "normalize/organization_name.hpp"

#include <algorithm>

#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::normalize {
namespace {

constexpr std::size_t kHan = 3;           // bytes of a Chinese character
constexpr std::size_t kLongestPlace = 7;  // characters: 恩施土家族苗族自治州 stands in a jurisdiction only

/// The character at `at`; empty at the end.
std::string_view character(std::string_view text, std::size_t at) {
  return at < text.size() ? text.substr(at, text::next(text, at) - at) : std::string_view{};
}

bool is_opening(char32_t c) {
  return c == '(' || c == 0xFF08 || c == '[' || c == 0xFF3B || c == 0x3014 || c == 0x3010 || c == 0x3008;
}
bool is_closing(char32_t c) {
  return c == ')' || c == 0xFF09 || c == ']' || c == 0xFF3D || c == 0x3015 || c == 0x3011 || c == 0x3009;
}
bool is_dropped(char32_t c) {
  return c <= ' ' || c == 0x3000 || c == 0xA0 || c == '"' || (c >= 0x2018 && c <= 0x201F) || c == 0x200B;
}

/// Sets `plain` and `nameplate` of what was written.
void split_brackets(std::string_view written, OrganizationName& name) {
  int depth = 0;
  for (std::size_t at = 0; at < written.size(); at = text::next(written, at)) {
    const char32_t c = text::char_at(written, at);
    if (is_dropped(c)) continue;
    if (is_opening(c)) {
      ++depth;
    } else if (is_closing(c)) {
      depth = std::max(0, depth - 1);
    } else {
      text::append(depth == 0 ? name.plain : name.nameplate, c);
    }
  }
  if (name.plain.empty()) name.plain.swap(name.nameplate);
}

}  // namespace

std::string OrganizationName::key() const {
  return scope + '|' + form() + '|' + joined(words.parts, department && words.known) +
         (words.parts.empty() ? std::to_string(static_cast<int>(organ)) : std::string{});
}

OrganizationNameReader::OrganizationNameReader(const OrganizationWords& words,
                                               const std::optional<Jurisdiction>& jurisdiction)
    : words_(words) {
  if (!jurisdiction) return;
  national_ = jurisdiction->level == Level::national;
  home_level_ = jurisdiction->level;
  if (!national_) add_areas(*jurisdiction);
}

std::string OrganizationNameReader::home() const {
  if (national_) return "N";
  return areas_.empty() ? std::string{} : area_scope(areas_.size() - 1);
}

Level OrganizationNameReader::level_of_word(std::string_view word) const {
  return find_named<Level>(words_.level_ending.find(word).value).value_or(Level::none);
}

/// 云岭市|临江县, from the endings of areas in it.
void OrganizationNameReader::add_areas(const Jurisdiction& jurisdiction) {
  const std::string& name = jurisdiction.name;
  std::size_t from = 0;
  for (std::size_t at = 0, characters = 0; at < name.size();) {
    at = text::next(name, at);
    ++characters;
    const std::string_view piece = std::string_view(name).substr(from, at - from);
    const bool last = at == name.size();
    const auto ending = words_.level_ending.suffix(piece);
    const bool goes_on =
        !last && (text::next(name, at) == name.size() || words_.level_ending.contains(character(name, at)));
    if (!last && (characters < 2 || level_of_word(ending.word) == Level::none || goes_on)) continue;
    Area area{std::string(piece), name.substr(0, at), {}, {}, level_of_word(ending.word)};
    if (const auto known = words_.area.find(piece)) area.level = find_named<Level>(known.value).value_or(area.level);
    if (last && jurisdiction.level != Level::none) area.level = jurisdiction.level;
    areas_.push_back(std::move(area));
    from = at;
    characters = 0;
  }
  for (Area& area : areas_) {  // views into strings that stay where they are
    const auto ending = words_.level_ending.suffix(area.name);
    const std::string_view all = area.name;
    area.word = ending ? all.substr(all.size() - ending.word.size()) : std::string_view{};
    const std::string_view stem = all.substr(0, all.size() - area.word.size());
    if (text::count(stem) >= 2) area.stem = stem;
  }
}

OrganizationName OrganizationNameReader::read(std::string_view written) const {
  OrganizationName name;
  split_brackets(written, name);
  read_rest(name);
  return name;
}

OrganizationName OrganizationNameReader::read_group(std::string_view written) const {
  OrganizationName name;
  for (std::size_t at = 0; at < written.size(); at = text::next(written, at)) {
    const char32_t c = text::char_at(written, at);
    if (!is_dropped(c) && !is_opening(c) && !is_closing(c)) text::append(name.plain, c);
  }
  read_rest(name);
  return name;
}

void OrganizationNameReader::read_rest(OrganizationName& name) const {
  std::string_view rest = name.plain;
  read_scope(rest, name);
  name.prefix = name.plain.substr(0, name.plain.size() - rest.size());
  read_organ(rest, name);
  name.words = words_.read(rest);
  read_branch(rest, name);
  name.department = words_.is_department(name.words);
  if (name.scope.empty() && name.words.known && !name.words.parts.empty() &&
      (name.words.head == "ministry" || name.words.head == "administration")) {
    name.scope = "N";
    name.level = Level::national;
  }
  if (name.organ == Organ::party && name.words.parts.empty() && name.words.head == "committee") {
    name.words.head = "partycommittee";  // 县委, 县党委
  }
  if (name.words.head == "partydepartment" || name.words.head == "partycommittee") name.organ = Organ::party;
}

void OrganizationNameReader::read_scope(std::string_view& rest, OrganizationName& name) const {
  for (;;) {
    const auto hit = words_.prefix.prefix(rest);
    if (hit.value == "drop" && rest.size() > hit.word.size()) {
      const std::string_view behind = rest.substr(hit.word.size());
      OrganizationName probe;
      std::string_view left = behind;
      // 国家税务总局临江县税务局 is 临江县税务局, but 国家税务总局 alone is itself.
      if (read_area(left, probe) || read_place(left, probe) || read_level(left, probe) ||
          words_.prefix.prefix(behind).value == "place") {
        rest = behind;
        continue;
      }
    }
    if (hit.value == "national") {
      const std::string_view behind = rest.substr(hit.word.size());
      const Words words = words_.read(behind);
      if (!behind.empty() && (words.known || words_.prefix.prefix(behind).value == "national")) {
        name.scope = "N";
        name.level = Level::national;
        rest = behind;
        if (words_.prefix.prefix(behind).value == "national") continue;
      }
      return;
    }
    if (hit.value == "own") return;
    break;
  }
  if (read_area(rest, name) || read_level(rest, name)) return;
  const auto province = words_.prefix.prefix(rest);
  if (province.value == "place" && rest.size() > province.word.size() + kHan) {
    const std::string_view behind = rest.substr(province.word.size());
    if (level_of_word(character(behind, 0)) == Level::none) {  // 河南省 has its level
      name.scope = "P" + std::string(province.word);
      name.level = Level::province;
      rest = behind;
      return;
    }
  }
  while (read_place(rest, name)) {
  }
}

/// The issuer's own place and what stands above it: 临江县, 云岭市临江县, 县, 临江.
bool OrganizationNameReader::read_area(std::string_view& rest, OrganizationName& name) const {
  std::size_t best = 0, index = 0;
  const auto take = [&](std::string_view spelled, std::size_t i) {
    if (spelled.empty() || spelled.size() <= best || spelled.size() >= rest.size() || !rest.starts_with(spelled))
      return;
    best = spelled.size();
    index = i;
  };
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    take(areas_[i].whole, i);
    take(areas_[i].name, i);
    take(areas_[i].stem, i);
  }
  if (best == 0) return false;
  if (character(rest, best) != areas_[index].word && best < areas_[index].name.size() &&
      level_of_word(character(rest, best)) != Level::none && !words_.not_level.prefix(rest.substr(best))) {
    return false;  // another place with the same beginning
  }
  name.scope = area_scope(index);
  name.level = areas_[index].level;
  rest.remove_prefix(best);
  if (index + 1 < areas_.size() && read_area(rest, name)) return true;
  std::string_view again = rest;  // 临江县县委
  OrganizationName probe;
  if (rest.starts_with(areas_[index].word) && read_level(again, probe) &&
      words_.prefix.prefix(again).value == "party") {
    rest = again;
  }
  return true;
}

bool OrganizationNameReader::read_level(std::string_view& rest, OrganizationName& name) const {
  const auto hit = words_.level.prefix(rest);
  if (!hit || hit.word.size() == rest.size() || words_.not_level.prefix(rest).value == "word") return false;
  name.scope = "L" + std::string(hit.word);
  name.level = level_of_word(hit.word);
  for (std::size_t i = areas_.size(); i-- > 0;) {
    if (!areas_[i].word.ends_with(hit.word)) continue;
    name.scope = area_scope(i);
    name.level = areas_[i].level;
    break;
  }
  rest.remove_prefix(hit.word.size());
  return true;
}

/// 韩城市 in front of a name.
bool OrganizationNameReader::read_place(std::string_view& rest, OrganizationName& name) const {
  if (words_.word_length(rest) > kHan) return false;  // 团市委, 自然资源…
  std::size_t characters = 0;
  for (std::size_t end = 0; end < rest.size() && characters < kLongestPlace;) {
    end = text::next(rest, end);
    if (++characters < 2 || end == rest.size()) continue;
    const std::string_view place = rest.substr(0, end);
    const auto ending = words_.level_ending.suffix(place);
    if (!ending || words_.not_place.suffix(place)) continue;
    const Level level = level_of_word(ending.word);
    if (level == Level::none || words_.not_level.prefix(rest.substr(end - ending.word.size())).value == "word")
      continue;
    if (words_.level_ending.contains(character(rest, end))) continue;                // 广州|市
    if (words_.read(place.substr(0, end - ending.word.size())).known) return false;  // 农业|区域中心
    name.scope = (name.scope.starts_with('P') ? name.scope : "P") + std::string(place);
    name.level = level;
    rest.remove_prefix(end);
    return true;
  }
  return false;
}

/// 市|委|宣传部, 市|政府|国资委; 县委 and 县政府 themselves are their closing words.
void OrganizationNameReader::read_organ(std::string_view& rest, OrganizationName& name) const {
  const auto hit = words_.prefix.prefix(rest);
  if (name.scope.empty() || (hit.value != "party" && hit.value != "government")) return;
  if (hit.word.size() == rest.size()) {
    if (hit.value == "party") name.organ = Organ::party;
    return;
  }
  name.organ = hit.value == "party" ? Organ::party : Organ::government;
  name.organ_word = hit.word;
  rest.remove_prefix(hit.word.size());
}

/// 云岭市生态环境局临江分局, 区公安分局: the bureau of the place, by a higher one's branch.
void OrganizationNameReader::read_branch(std::string_view rest, OrganizationName& name) const {
  if (name.words.head != "branch" || areas_.empty()) return;
  const Area& here = areas_.back();
  if (here.level != Level::county && here.level != Level::town) return;
  const std::string_view front = rest.substr(0, rest.size() - name.words.written_head.size());
  for (const std::string_view spelled : {std::string_view(here.whole), std::string_view(here.name), here.stem}) {
    if (spelled.empty() || front.size() <= spelled.size() || !front.ends_with(spelled)) continue;
    Words parent = words_.read(front.substr(0, front.size() - spelled.size()));
    const auto field =
        std::find_if(parent.parts.begin(), parent.parts.end(), [](const Part& part) { return part.known; });
    if (field == parent.parts.end() || !std::all_of(field, parent.parts.end(), [](const Part& p) { return p.known; })) {
      return;
    }
    parent.parts.erase(parent.parts.begin(), field);  // 云岭生态环境局临江分局: the city without its 市
    parent.known = true;
    parent.head = "bureau";
    parent.written_head = name.words.written_head;
    name.words = std::move(parent);
    name.scope = home_level_ == Level::none ? name.scope : home();
    name.level = here.level;
    return;
  }
  if (name.scope == home() && name.words.known && !name.words.parts.empty()) name.words.head = "bureau";
}

}  // namespace libparse::normalize
