// SPDX-License-Identifier: MIT
#include "frame/title.hpp"

#include <algorithm>
#include <charconv>

#include "frame/line.hpp"
#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

constexpr std::size_t kLongestName = 60;  // characters of the name of a body

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x3000 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B);
}
bool is_ascii_word(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
char32_t first_of(std::string_view s) { return text::char_at(s, 0); }
char32_t last_of(std::string_view s) { return text::char_at(s, text::previous(s, s.size())); }

/// Without closing brackets and what stands in them, and without 》 and closing quotes.
std::string_view without_notes(std::string_view bare) {
  while (!bare.empty()) {
    const char32_t last = last_of(bare);
    if (last == ')' || last == U'〕') {
      const std::size_t open = last == ')' ? bare.rfind('(') : bare.rfind("〔");
      if (open == std::string_view::npos || open == 0) return bare;
      bare = bare.substr(0, open);
    } else if (last == U'》' || last == U'”' || last == U'〉') {
      bare = bare.substr(0, text::previous(bare, bare.size()));
    } else {
      return bare;
    }
  }
  return bare;
}

/// Every character stands alone between spaces, as in the display line of a head.
bool is_letter_spaced(std::string_view s) {
  std::size_t spaces = 0, characters = 0;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const bool space = is_space(text::char_at(s, at));
    const bool after_space = at == 0 || is_space(text::char_at(s, text::previous(s, at)));
    spaces += space && !after_space;
    characters += !space;
  }
  return characters > 2 && spaces + 1 == characters;
}

/// First word of title-verb.txt in `s` from `from` on.
rules::Lexicon::Hit find_verb(const rules::Lexicon& verbs, std::string_view s, std::size_t from, std::size_t& at) {
  const auto hit = verbs.search(s.substr(from), at);
  at += from;
  return hit;
}

}  // namespace

std::string squeeze(std::string_view source) {
  std::string out;
  for (std::size_t at = 0; at < source.size(); at = text::next(source, at)) {
    if (!is_space(text::char_at(source, at))) out += source.substr(at, text::next(source, at) - at);
  }
  return out;
}

std::string tidy_title(const Words& words, std::string_view source) {
  std::vector<std::string_view> tokens;
  for (std::size_t at = 0; at < source.size();) {
    std::size_t end = at;
    while (end < source.size() && !is_space(text::char_at(source, end))) end = text::next(source, end);
    if (end > at) tokens.push_back(source.substr(at, end - at));
    at = end < source.size() ? text::next(source, end) : end;
  }
  std::string out;
  bool only_issuers = true;  // up to here the title is nothing but names of issuers
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view token = tokens[i];
    if (i > 0) {
      const std::string_view before = tokens[i - 1];
      std::size_t verb_at = 0;
      const bool has_verb = static_cast<bool>(words.title_verb.search(token, verb_at));
      const std::string_view name = has_verb ? token.substr(0, verb_at) : token;
      only_issuers = only_issuers && is_body_name(words, before);
      const bool another =
          only_issuers && text::count(before) >= 3 && text::count(name) >= 2 && is_body_name(words, name);
      if (another || (is_ascii_word(last_of(before)) && is_ascii_word(first_of(token)))) out.push_back(' ');
    }
    out += token;
  }
  return out;
}

rules::Lexicon::Hit genre_at_end(const Words& words, std::string_view bare) {
  return words.genre.suffix(without_notes(bare));
}

std::string genre_of(const Words& words, std::string_view bare) {
  const auto hit = genre_at_end(words, bare);
  if (!hit || hit.value == "official") return std::string(hit.word);
  const bool is_official = words.title_verb.prefix(bare) || issuer_end(words, bare) > 0;
  for (std::size_t at = text::next(hit.word, 0); is_official && at < hit.word.size(); at = text::next(hit.word, at)) {
    const auto shorter = words.genre.find(hit.word.substr(at));
    if (shorter && shorter.value == "official") return std::string(shorter.word);
  }
  return std::string(hit.word);
}

bool is_balanced(std::string_view bare) {
  int titles = 0, round = 0, quotes = 0;
  for (std::size_t at = 0; at < bare.size(); at = text::next(bare, at)) {
    const char32_t c = text::char_at(bare, at);
    titles += (c == U'《') - (c == U'》');
    round += (c == '(' || c == U'〔') - (c == ')' || c == U'〕');
    quotes += (c == U'“') - (c == U'”');
  }
  return titles == 0 && round == 0 && quotes == 0;
}

std::size_t issuer_end(const Words& words, std::string_view bare) {
  std::size_t at = 0, from = 0;
  while (const auto verb = find_verb(words.title_verb, bare, from, at)) {
    if (at == 0) return 0;
    if (is_body_name(words, bare.substr(0, at)) || !split_issuers(words, bare.substr(0, at)).empty()) return at;
    from = at + verb.word.size();
  }
  return 0;
}

bool is_body_name(const Words& words, std::string_view bare) {
  const std::size_t characters = text::count(bare);
  if (characters < 3 || characters > kLongestName) return false;
  for (std::size_t at = 0; at < bare.size(); at = text::next(bare, at)) {
    const char32_t c = text::char_at(bare, at);
    const bool inside = text::is_han(c) || is_ascii_word(c) || c == '(' || c == ')' || c == U'“' || c == U'”' ||
                        c == U'·' || c == U'、' || c == U'（' || c == U'）';
    if (!inside) return false;
  }
  return static_cast<bool>(words.issuer_ending.suffix(without_notes(bare)));
}

std::vector<std::string> split_issuers(const Words& words, std::string_view text) {
  std::vector<std::string> out;
  const std::string solid = squeeze(text);
  if (is_letter_spaced(text)) text = solid;
  std::string name;
  const auto close = [&] {
    if (!name.empty()) out.push_back(std::move(name));
    name.clear();
  };
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
    const char32_t c = text::char_at(text, at);
    depth += (c == '(' || c == U'“' || c == U'（') - (c == ')' || c == U'”' || c == U'）');
    const bool apart = is_space(c) || (c == U'、' && depth == 0);
    if (apart && (c == '\n' || words.issuer_ending.suffix(name))) {
      close();
    } else if (!is_space(c)) {
      name += text.substr(at, text::next(text, at) - at);
    }
  }
  close();
  // 办、局 behind a 、 share what stands before it: then it is one name after all.
  for (const std::string& part : out) {
    if (text::count(part) < 3) {
      name = solid;
      out.assign(1, name);
      break;
    }
  }
  const auto is_name = [&](const std::string& part) { return static_cast<bool>(words.issuer_ending.suffix(part)); };
  if (!std::all_of(out.begin(), out.end(), is_name)) out.clear();
  return out;
}

std::vector<Years> years_of(const Words& words, std::string_view bare) {
  std::vector<Years> out;
  words.span_of_years.scan(bare, {0, bare.size()}, [&](const rules::RuleMatch& match) {
    const auto number = [&](std::string_view digits) {
      int value = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return value;
    };
    Years years;
    if (const std::string_view plan = match.get("plan", bare); !plan.empty()) {
      years.from = number(words.five_year_plan.find(plan).value);
      years.to = years.from + 4;
      years.plan = true;
    } else {
      years.from = number(match.get("from", bare));
      const std::string_view to = match.get("to", bare);
      years.to = to.empty() ? years.from : number(to);
    }
    if (years.to >= years.from) out.push_back(years);
  });
  return out;
}

void add_carried_titles(const Words& words, std::string_view bare, bool is_title, std::vector<std::string>& keys) {
  const auto add = [&](std::string_view title) {
    std::string key = title_key(title);
    if (text::count(key) >= 4 && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  };
  int depth = 0;
  std::size_t begin = 0;
  bool any = false;
  for (std::size_t at = 0; at < bare.size(); at = text::next(bare, at)) {
    const char32_t c = text::char_at(bare, at);
    if (c == U'《' && depth++ == 0) begin = text::next(bare, at);
    if (c == U'》' && depth > 0 && --depth == 0) {
      add(bare.substr(begin, at - begin));
      any = true;
    }
  }
  std::size_t at = 0;
  if (const auto verb = words.issuing_verb.search(bare, at); is_title && verb) {
    std::string_view carried = bare.substr(at + verb.word.size());
    const auto genre = genre_at_end(words, carried);
    if (genre.value == "official" && !any) carried.remove_suffix(carried.size() - carried.rfind(genre.word));
    if (!any) add(carried);
    // 转发省教育厅关于……的通知: the text that is passed on is itself a 通知.
    if (genre.value == "official") add(bare.substr(at + verb.word.size()));
  }
}

}  // namespace libparse::frame
