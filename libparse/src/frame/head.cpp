// SPDX-License-Identifier: MIT
#include <algorithm>

#include "frame/draft.hpp"
#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

constexpr std::size_t kHeadLines = 80;      // paragraphs that a head with metadata block may take
constexpr std::size_t kTitleLines = 6;      // lines of the longest title
constexpr std::size_t kColumnName = 30;     // characters of a page's column name above the title
constexpr std::size_t kOrnament = 3;        // characters: ★ between 版头 and title
constexpr std::size_t kAddresseeLine = 80;  // characters
constexpr std::size_t kLookAhead = 8;
constexpr std::size_t kPlainTitleLines = 3;
constexpr std::size_t kShortestPageTitle = 6;  // characters

/// A 发文字号 at the end of a title: bytes of `bare` that the title itself takes, and the number behind them.
std::optional<NumberMatch> number_behind(const Words& words, std::string_view bare, std::size_t& title_size) {
  title_size = bare.size();
  auto number = find_number(words, bare);
  if (!number) return std::nullopt;
  const std::string_view rest = bare.substr(number->range.end);
  if (!rest.empty() && rest != ")") return std::nullopt;
  // The letters before the year are 机关代字 only behind the word that ends the title.
  const bool bracket = number->range.begin > 0 && bare[number->range.begin - 1] == '(';
  if (bracket) {
    title_size = number->range.begin - 1;
    return number;
  }
  for (std::size_t at = text::next(bare, number->range.begin); at < number->range.end; at = text::next(bare, at)) {
    const auto hit = words.genre.suffix(bare.substr(0, at));
    if (hit.value != "official" || at >= number->range.begin + number->number.agency.size()) continue;
    const std::size_t cut = at - number->range.begin;
    if (text::count(std::string_view(number->number.agency).substr(cut)) < 2) continue;
    number->number.agency.erase(0, cut);
    number->range.begin = at;
    title_size = at;
    return number;
  }
  return std::nullopt;
}

/// A title read from lines of the head.
struct HeadTitle {
  std::size_t lines = 0;  ///< all of them, issuer lines too
  std::size_t issuer_lines = 0;
  std::string bare;      ///< of the lines behind the issuer lines
  std::size_t size = 0;  ///< bytes of `bare` that are title
  std::optional<NumberMatch> number;
};

/// Lines from `i` on that end with the name of a 文种 or of a kind of plan.
std::optional<HeadTitle> find_head_title(const Draft& draft, std::size_t i) {
  HeadTitle out;
  std::size_t at = i;
  while (at < draft.size() && at - i < kTitleLines && may_be_title_line(draft, at) &&
         is_body_name(draft.words, draft.lines[at].bare) && !genre_at_end(draft.words, draft.lines[at].bare)) {
    ++at;
  }
  out.issuer_lines = at - i;
  std::size_t best = 0;
  std::string bare;
  for (std::size_t n = 0; n < kTitleLines && at + n < draft.size() && may_be_title_line(draft, at + n); ++n) {
    const std::string_view line = draft.lines[at + n].bare;
    if (best > 0 && (draft.words.title_verb.prefix(line) || issuer_end(draft.words, line) > 0)) break;  // another title
    bare += line;
    std::size_t size = 0;
    const auto number = number_behind(draft.words, bare, size);
    const std::string_view title = std::string_view(bare).substr(0, size);
    const auto genre = genre_at_end(draft.words, title);
    if (!genre || !is_balanced(title)) {
      if (best > 0 && n + 1 >= best + 2) break;
      continue;
    }
    std::size_t verb_at = 0;
    const bool is_official = genre.value == "official" || !draft.words.title_verb.search(title, verb_at);
    if (best > 0 && genre.value != "official" && !draft.lines[at + n].is("title-note")) continue;
    best = n + 1;
    out.bare = bare;
    out.size = size;
    out.number = number;
    if (number) break;
    const bool note_follows = at + best < draft.size() && draft.lines[at + best].is("title-note");
    if (is_official && genre.value != "official" && !note_follows) break;  // the title of a text without letter
  }
  if (best == 0) return std::nullopt;
  out.lines = out.issuer_lines + best;
  return out;
}

TitleText title_text(const Draft& draft, std::size_t i, std::size_t from, const HeadTitle& found) {
  TitleText out;
  std::string source;
  for (std::size_t n = from; n < found.issuer_lines; ++n) {
    source += draft.quote(draft.lines[i + n].range) + "\n";
    out.bare += draft.lines[i + n].bare;
  }
  std::size_t left = found.size;
  for (std::size_t n = found.issuer_lines; n < found.lines && left > 0; ++n) {
    const std::size_t size = std::min(left, draft.lines[i + n].bare.size());
    source += draft.quote(draft.range_of(i + n, {0, size})) + "\n";
    left -= size;
  }
  out.bare += found.bare.substr(0, found.size);
  out.text = tidy_title(draft.words, source);
  return out;
}

/// What parts the names of column and site from a page's title.
bool is_page_title_mark(std::string_view rest) {
  return rest.starts_with('_') || rest.starts_with('|') ||
         (rest.starts_with('-') && text::is_han(text::char_at(rest, 1)));
}

/// Reads the head line by line.
class HeadReader {
 public:
  explicit HeadReader(Draft& draft) : draft_(draft) {}

  void read() {
    std::size_t i = 0;
    for (bool more = true; more && i < std::min(draft_.size(), kHeadLines);) {
      if (draft_.fixed[i] != 0) {  // a line of buttons may hold the date of publication too
        in_block_ = read_metadata(draft_, i, in_block_) > 0;
        ++i;
      } else {
        more = step(i);
      }
    }
    draft_.body_from = i;
  }

 private:
  /// Takes what stands at `i` and moves behind it; false where the head ends.
  bool step(std::size_t& i) {
    const Line& line = draft_.lines[i];
    if (const std::size_t n = read_metadata(draft_, i, in_block_)) {
      in_block_ = true;
      return take(i, n, Zone::furniture);
    }
    in_block_ = false;
    if (line.furniture == Furniture::edge && !line.is("attachments")) return take(i, 1, Zone::furniture);
    if (line.label) return false;
    if (line.is("mark")) return take(i, 1, Zone::head);
    if (!holds_han(line.bare) && line.characters <= kOrnament) return take(i, 1, Zone::furniture);
    if (!draft_.frame.document.doc_number && draft_.words.number.match_whole(line.bare, {0, line.bare.size()})) {
      return take(i, 1, Zone::head);  // 〔2023〕17号 of minutes, which names no 机关代字
    }
    if (line.is("title-date")) {
      place_date(i, line.part->range_of("date").value_or(line.part->whole));
      return take(i, 1, Zone::head);
    }
    if (line.is("addressees")) {
      draft_.frame.document.addressees = split_addressees(draft_, i, *line.part->range_of("quote"));
      return take(i, 1, Zone::head);
    }
    if (line.is("red-head") && is_body_name(draft_.words, line.part_text("quote"))) {
      add_head_issuers(i, line.part->range);
      return take(i, 1, Zone::head);
    }
    if (read_number_or_addressees(i, 0)) return !ended_;
    if (take_title(i)) return true;
    if (read_glued_title(i)) return !ended_;
    if (read_issuer_with_date(i)) return true;
    if (!has_title() && is_body_name(draft_.words, line.bare)) {
      add_head_issuers(i, {0, line.bare.size()});
      return take(i, 1, Zone::head);
    }
    if (read_date(draft_.words, line.bare)) {
      if (has_title()) place_date(i, {0, line.bare.size()});
      return take(i, 1, Zone::head);
    }
    if (!has_title()) return skip_to_title(i);
    return false;
  }

  bool take(std::size_t& i, std::size_t n, Zone zone) {
    for (std::size_t k = 0; k < n; ++k) draft_.put(i + k, zone);
    i += n;
    return true;
  }
  [[nodiscard]] bool has_title() const { return !draft_.title.empty(); }

  void place_date(std::size_t i, text::Range bare) {
    const std::string_view digits = std::string_view(draft_.lines[i].bare).substr(bare.begin, bare.size());
    const auto date = read_date(draft_.words, digits);
    if (!date || !draft_.title_date.iso.empty()) return;
    draft_.title_date = {date->iso, draft_.layout.text.source_span(draft_.range_of(i, bare)), date->truncated};
  }

  void add_head_issuers(std::size_t i, text::Range bare) {
    for (std::string& name : split_issuers(draft_.words, draft_.quote(draft_.range_of(i, bare)))) {
      auto& names = draft_.head_issuers;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }

  void set_number(std::size_t i, const NumberMatch& found) {
    auto& number = draft_.frame.document.doc_number;
    if (number) return;
    number = found.number;
    number->text = draft_.bare_quote(i, found.range);
  }

  /// The number on its line, the addressees on theirs, or both glued in front of the letter.
  bool read_number_or_addressees(std::size_t& i, const std::size_t begin) {
    const std::string_view bare = draft_.lines[i].bare;
    std::size_t from = begin;
    if (const auto number = find_number(draft_.words, bare, begin)) {
      const bool bracket = number->range.begin == begin + 1 && bare[begin] == '(';
      if (number->range.begin == begin || bracket) {
        from = number->range.end;
        if (bracket && from < bare.size() && bare[from] == ')') ++from;
        if (from == bare.size()) {
          set_number(i, *number);
          return take(i, 1, Zone::head);
        }
        if (addressees_end(draft_, i, from) == 0) from = begin;
        if (from > begin) set_number(i, *number);
      }
    }
    const std::size_t end = addressees_end(draft_, i, from);
    if (end == 0 && begin == 0 && has_title() && is_list_without_colon(i)) {
      draft_.frame.document.addressees = split_addressees(draft_, i, {0, bare.size()});
      ended_ = true;
      return take(i, 1, Zone::head);
    }
    if (end == 0) return false;
    draft_.frame.document.addressees = split_addressees(draft_, i, {from, end - 1});
    ended_ = true;
    if (end == bare.size()) return take(i, 1, Zone::head);
    return true;  // the letter goes on in this paragraph
  }

  /// 专题会议纪要 heads a series; the title proper, 关于……, stands below it.
  [[nodiscard]] bool is_below_masthead(const TitleText& title) const {
    std::size_t at = 0;
    return draft_.words.title_verb.prefix(title.bare) && !draft_.words.title_verb.search(draft_.title.bare, at) &&
           genre_at_end(draft_.words, title.bare).value == "official";
  }

  /// 各乡镇人民政府，县直各单位 whose colon got lost.
  [[nodiscard]] bool is_list_without_colon(std::size_t i) const {
    const Line& line = draft_.lines[i];
    return line.characters <= kAddresseeLine && draft_.words.addressee_start.prefix(line.bare).value == "anew" &&
           is_addressee_list(draft_, i, {0, line.bare.size()});
  }

  bool take_title(std::size_t& i) {
    const auto found = find_head_title(draft_, i);
    if (!found) return false;
    TitleText whole = title_text(draft_, i, 0, *found);
    const std::string key = title_key(whole.bare), known = title_key(draft_.title.bare);
    const bool related = key.find(known) != std::string::npos || known.find(key) != std::string::npos;
    if (has_title() && !related && !is_below_masthead(whole)) return false;
    if (has_title() && known.find(key) != std::string::npos &&
        genre_at_end(draft_.words, whole.bare).value != "official" && key != known) {
      return false;  // the title of the text that the notice carries
    }
    if (found->number) {
      const std::size_t at = i + found->lines - 1;
      const std::size_t before = found->bare.size() - draft_.lines[at].bare.size();
      if (found->number->range.begin >= before) {
        NumberMatch number = *found->number;
        number.range = {number.range.begin - before, number.range.end - before};
        set_number(at, number);
      }
    }
    for (std::size_t n = 0; n < found->issuer_lines; ++n) add_head_issuers(i + n, {0, draft_.lines[i + n].bare.size()});
    if (key.size() > known.size() || !related) {
      draft_.title = std::move(whole);
      draft_.title_without_issuer =
          found->issuer_lines > 0 ? title_text(draft_, i, found->issuer_lines, *found) : TitleText{};
    }
    return take(i, found->lines, Zone::head);
  }

  /// A title with number, addressees or metadata glued behind it, and perhaps the letter too.
  bool read_glued_title(std::size_t& i) {
    const std::string_view bare = draft_.lines[i].bare;
    std::size_t verb_at = 0;
    const bool has_verb = static_cast<bool>(draft_.words.title_verb.search(bare.substr(0, kLineBytes), verb_at));
    for (std::size_t at = text::next(bare, 0); at < std::min(bare.size(), kLineBytes); at = text::next(bare, at)) {
      const std::string_view title = bare.substr(0, at);
      const auto genre = draft_.words.genre.suffix(title);
      if (!genre || !is_balanced(title) || text::count(title) < kShortestPageTitle) continue;
      const std::size_t paragraph = i;
      const text::Range rest = draft_.range_of(i, {at, bare.size()});
      const bool page_title = is_page_title_mark(bare.substr(at));  // TITLE_column_site, the title of the page's HTML
      if (!page_title && (!has_verb || at < verb_at || genre.value != "official")) continue;
      if (page_title || read_glued_metadata(draft_, rest)) {
        take(i, 1, page_title ? Zone::furniture : Zone::head);
      } else if (!read_number_or_addressees(i, at)) {
        continue;
      }
      if (title_key(title).size() > title_key(draft_.title.bare).size()) {
        draft_.title = {tidy_title(draft_.words, draft_.quote(draft_.range_of(paragraph, {0, at}))),
                        std::string(title)};
      }
      return true;
    }
    return false;
  }

  /// 纪要: issuer and date in one line below the title.
  bool read_issuer_with_date(std::size_t& i) {
    const std::string_view bare = draft_.lines[i].bare;
    const auto date = find_last_date(draft_.words, bare);
    if (!has_title() || !date || date->range.end != bare.size() || date->range.begin == 0) return false;
    if (!is_body_name(draft_.words, bare.substr(0, date->range.begin))) return false;
    draft_.signed_by = split_issuers(draft_.words, draft_.quote(draft_.range_of(i, {0, date->range.begin})));
    place_date(i, date->range);
    return take(i, 1, Zone::head);
  }

  /// A column name above the title, or a title without any known kind at its end.
  bool skip_to_title(std::size_t& i) {
    if (draft_.lines[i].characters > kColumnName || !may_be_title_line(draft_, i)) return false;
    std::size_t plain = i;  // behind the lines that may be a title of an unknown kind
    bool plain_ended = false;
    for (std::size_t k = i; k < draft_.size() && k < i + kLookAhead; ++k) {
      if (draft_.fixed[k] != 0) {
        plain_ended = true;
        continue;
      }
      if (!may_be_title_line(draft_, k)) break;
      if (find_head_title(draft_, k)) {
        for (; i < k; ++i) {
          if (draft_.fixed[i] == 0) draft_.put(i, Zone::furniture);
        }
        return true;
      }
      if (!plain_ended) plain = k + 1;
    }
    if (plain - i > kPlainTitleLines) return false;
    std::string source;
    for (std::size_t n = i; n < plain; ++n) {
      draft_.title.bare += draft_.lines[n].bare;
      source += draft_.quote(draft_.lines[n].range) + "\n";
    }
    draft_.title.text = tidy_title(draft_.words, source);
    return take(i, plain - i, Zone::head);
  }

  Draft& draft_;
  bool in_block_ = false;
  bool ended_ = false;
};

}  // namespace

void read_head(Draft& draft) { HeadReader(draft).read(); }

}  // namespace libparse::frame
