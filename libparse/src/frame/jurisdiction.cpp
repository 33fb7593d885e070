// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "frame/draft.hpp"
#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

constexpr std::size_t kLongestArea = 18;   // characters of one name: 黔西南布依族苗族自治州
constexpr std::size_t kShortCity = 3;      // characters
constexpr std::size_t kOpeningLines = 12;  // paragraphs in which 全市, 我县 tell the level

Level level_of(std::string_view value) { return find_named<Level>(value).value_or(Level::none); }

/// The next area name in `bare` from `from` on, one level below `above` at least; its end.
std::size_t next_area(const Words& words, std::string_view bare, std::size_t from, Level above, Level& level) {
  std::size_t characters = 0;
  for (std::size_t at = from; at < bare.size() && characters <= kLongestArea; ++characters) {
    if (!text::is_han(text::char_at(bare, at))) return 0;
    at = text::next(bare, at);
    const std::string_view name = bare.substr(from, at - from);
    if (const auto area = words.area.find(name)) {
      level = level_of(area.value);
      return at;
    }
    auto ending = words.level_ending.suffix(name);
    if (!ending) continue;
    if (ending.value == "none") return 0;  // 城乡, 社区: no area
    if (ending.word.size() == name.size()) {
      if (ending.value == "alone") return 0;  // 城市 for itself; 聊城市 is an area
      continue;
    }
    if (ending.value == "alone") ending = words.level_ending.suffix(name.substr(text::next(name, 0)));
    while (ending && ending.value == "alone") {
      ending = words.level_ending.suffix(ending.word.substr(text::next(ending.word, 0)));
    }
    if (!ending || words.level_ending.find(name.substr(0, name.size() - ending.word.size()))) return 0;  // 省市
    // 贵州省 behind 贵州, 广州市 behind 广州
    const auto follows = words.level_ending.prefix(bare.substr(at));
    if (follows && level_of(follows.value) != Level::none && level_of(follows.value) <= level_of(ending.value) &&
        ending.word.size() == text::next(ending.word, 0) && follows.word != ending.word) {
      continue;
    }
    const auto longer = at < bare.size() ? words.level_ending.suffix(bare.substr(from, text::next(bare, at) - from))
                                         : rules::Lexicon::Hit{};
    if (longer && longer.value != "none" && longer.word.size() > ending.word.size()) continue;
    level = level_of(ending.value);
    if (ending.value == "zone") return words.issuer_ending.prefix(bare.substr(at)) ? at : 0;
    // A city inside a city is one of county level, and has a short name (质量强市 is none); otherwise levels only go
    // down.
    if (level == Level::city && above == Level::city && characters < kShortCity) level = Level::county;
    return level > above ? at : 0;
  }
  return 0;
}

Jurisdiction national(const Words& words) {
  for (const rules::WordRecord& area : words.area.words()) {
    if (area.value == "national") return {std::string(area.word), Level::national};
  }
  return {{}, Level::national};
}

}  // namespace

std::optional<Jurisdiction> read_jurisdiction(const Words& words, std::string_view bare) {
  const auto body = words.national_body.prefix(bare);
  if (body && body.value.empty()) return national(words);
  for (std::size_t at = 0; at < bare.size(); at = text::next(bare, at)) {
    if (words.national_body.prefix(bare.substr(at)).value == "inside") return national(words);
  }
  if (body) bare.remove_prefix(body.word.size());  // a party or a branch of a national body
  std::size_t end = 0;
  while (end < bare.size() && bare[end] >= '0' && bare[end] <= '9') ++end;  // 2023年……市……工作要点
  if (end > 0 && end < bare.size()) bare.remove_prefix(text::next(bare, end));
  end = 0;
  if (words.area_scope.prefix(bare)) return std::nullopt;
  Level level = Level::none;
  for (;;) {
    Level next = level;
    const std::size_t at = next_area(words, bare, end, level, next);
    if (at == 0) break;
    end = at;
    if (next == Level::none) {  // a development zone: no level of its own
      level = next;
      break;
    }
    level = next;
  }
  if (end == 0) return body.value == "branch" ? std::optional(national(words)) : std::nullopt;
  return Jurisdiction{std::string(bare.substr(0, end)), level};
}

namespace {

/// The most frequent name of an area of this level among the titles in 《》 that the text cites.
std::string cited_area(const Draft& draft, Level level) {
  const std::string_view text = draft.layout.text.view();
  std::vector<std::pair<std::string, int>> counts;
  for (std::size_t at = text.find("《"); at != std::string_view::npos; at = text.find("《", at + 1)) {
    const std::size_t begin = text::next(text, at);
    std::size_t end = std::min(text.size(), begin + 4 * kLongestArea);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    const auto area = read_jurisdiction(draft.words, text.substr(begin, end - begin));
    if (!area || area->level != level || area->name.empty()) continue;
    const auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == area->name; });
    if (known != counts.end())
      ++known->second;
    else
      counts.emplace_back(area->name, 1);
  }
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string{} : best->first;
}

/// The level that words such as 全市 and 我县 give the issuer.
Level stated_level(const Draft& draft) {
  std::size_t at = 0;
  if (const auto hit = draft.words.area_scope.search(draft.title.bare, at)) return level_of(hit.value);
  for (std::size_t i = draft.body_from; i < draft.size() && i < draft.body_from + kOpeningLines; ++i) {
    if (draft.frame.zones[i] != Zone::body && draft.frame.zones[i] != Zone::letter) continue;
    if (const auto hit = draft.words.area_scope.search(draft.lines[i].bare, at)) return level_of(hit.value);
  }
  return Level::none;
}

}  // namespace

void settle_jurisdiction(Draft& draft) {
  Document& document = draft.frame.document;
  const auto take = [&](std::string_view name) {
    auto area = read_jurisdiction(draft.words, name);
    if (!area) return false;
    document.jurisdiction = std::move(area);
    return true;
  };
  for (const std::string& issuer : document.issuers) {
    if (take(issuer)) return;
  }
  if (take(draft.title.bare)) return;
  for (const Frame::PlanTitle& title : draft.frame.plan_titles) {
    if (take(without_spaces(draft.layout.text.view(title.range)))) return;
  }
  for (const std::string& key : draft.carried) {
    if (take(key)) return;
  }
  const Level level = stated_level(draft);
  if (level == Level::none) return;
  std::string name = cited_area(draft, level);
  if (!name.empty()) document.jurisdiction = Jurisdiction{std::move(name), level};
}

}  // namespace libparse::frame
