// SPDX-License-Identifier: MIT
#include "layout/lines.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace libparse::layout {
namespace {

constexpr std::size_t kForms = static_cast<std::size_t>(LabelForm::circled) + 1;
constexpr std::size_t kPrefixLooked = 80;  // bytes of a line that a `break` rule may look at
constexpr std::size_t kLongLine = 90;      // display width from which an unfinished line is no heading
constexpr std::size_t kWrapSlack = 4;      // a wrapped line may fall short by two characters (line-end rules)
constexpr std::size_t kRunInHeading = 60;  // bytes: a heading's second half up to its 。

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// 。；：！？ and closing marks: a sentence may end here.
bool ends_sentence(char32_t c) { return is_one_of(c, U"。;:!?…”’」』》)】〕]|"); }
/// ， 、 and opening marks: the sentence surely goes on.
bool goes_on(char32_t c) { return is_one_of(c, U",、“‘《(〔【「『<〈-+/"); }
/// Marks that never start a line (GB/T 15834-2011, clause 5.1).
bool never_starts(char32_t c) { return is_one_of(c, U"。,、;:!?%”’》)〕】」』〉"); }

std::size_t width_of(std::string_view s) {
  std::size_t width = 0;
  for (const char c : s) {
    const auto byte = static_cast<unsigned char>(c);
    width += byte < 0x80 ? 1U : byte >= 0xE0 ? 2U : byte >= 0xC0 ? 1U : 0U;
  }
  return width;
}

char32_t last_char(std::string_view text, text::Range r) { return text::char_at(text, text::previous(text, r.end)); }
char32_t first_char(std::string_view text, text::Range r) { return text::char_at(text, r.begin); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Brackets opened and not closed in `s`, of the pairs 《》 “” () 〔〕 【】.
int open_brackets(std::string_view s) {
  int open = 0;
  for (std::size_t at = 0; at < s.size(); at = text::next(s, at)) {
    const char32_t c = text::char_at(s, at);
    if (is_one_of(c, U"《“(〔【")) ++open;
    if (is_one_of(c, U"》”)〕】")) open = std::max(0, open - 1);
  }
  return open;
}

/// The number of a flattened table row, `15 加强……`: digits, a space or tab, a Chinese character.
int row_number(std::string_view text, text::Range r) {
  int number = 0;
  std::size_t at = r.begin;
  for (; at < r.end && at < r.begin + 3 && is_digit(static_cast<unsigned char>(text[at])); ++at) {
    number = number * 10 + (text[at] - '0');
  }
  if (at == r.begin || at >= r.end || (text[at] != ' ' && text[at] != '\t')) return 0;
  while (at < r.end && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at < r.end && text::is_han(text::char_at(text, at)) ? number : 0;
}

/// How the lines of the document were wrapped, where they were.
struct Wrap {
  std::size_t at = 0;          ///< 0: not wrapped at one width
  bool by_characters = false;  ///< counted in characters, as `fold` does, else in display width, as a page does
  [[nodiscard]] std::size_t of(const Line& line) const { return by_characters ? line.characters * 2 : line.width; }
  /// A line that stops inside a sentence may fall short by a number or Latin word that moved to the next one.
  [[nodiscard]] bool full(const Line& line) const {
    const std::size_t slack = line.finished ? kWrapSlack : 2 * kWrapSlack;
    return at > 0 && of(line) + slack >= at && of(line) <= at + kWrapSlack;
  }
};

/// Looks for a width that at least half of the lines which stop inside a sentence share.
Wrap find_wrap(const std::vector<Line>& lines) {
  constexpr std::size_t kWidest = 160;
  Wrap best;
  std::size_t best_count = 0;
  for (const bool by_characters : {false, true}) {
    Wrap wrap{0, by_characters};
    std::array<std::size_t, kWidest> counts{};
    std::size_t unfinished = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const std::size_t width = wrap.of(lines[i]);
      if (lines[i].finished || width < 30 || width >= kWidest || lines[i + 1].opens) continue;
      ++unfinished;
      ++counts[width];
    }
    for (std::size_t w = kWrapSlack; w < kWidest; ++w) {
      std::size_t near = 0;
      for (std::size_t v = w - kWrapSlack; v <= w; ++v) near += counts[v];
      if (near > best_count && counts[w] > 0 && near >= 4 && near * 2 >= unfinished) {
        best = {w, by_characters};
        best_count = near;
      }
    }
  }
  return best;
}

/// Lines of a table that lost its grid: from three column headings, one a line, to the next heading of the text.
std::vector<bool> find_table_lines(std::string_view text, const std::vector<Line>& lines, const TableWords& words) {
  std::vector<bool> out(lines.size(), false);
  std::size_t headings = 0;
  bool inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = text.substr(lines[i].range.begin, lines[i].range.size());
    const bool heading = words.headers.contains(line) || words.slots.contains(line);
    headings = heading ? headings + 1 : 0;
    if (headings >= 3) inside = true;
    const bool ends = lines[i].label && lines[i].label->form != LabelForm::ar &&
                      lines[i].label->form != LabelForm::ar_paren && lines[i].label->form != LabelForm::circled;
    if (ends) inside = false, headings = 0;
    out[i] = inside;
  }
  return out;
}

/// Share of the labelled lines of one form whose heading runs in (1.建立制度。各单位要……), as a yes or no.
std::array<bool, kForms> run_in_forms(std::string_view text, const std::vector<Line>& lines) {
  std::array<std::size_t, kForms> all{}, run_in{};
  for (const Line& line : lines) {
    if (!line.label) continue;
    const auto form = static_cast<std::size_t>(line.label->form);
    const std::string_view rest = text.substr(line.label->range.end, line.range.end - line.label->range.end);
    const std::size_t stop = rest.find("。");
    ++all[form];
    run_in[form] += stop != std::string_view::npos && stop + 3 < rest.size();
  }
  std::array<bool, kForms> out{};
  for (std::size_t f = 0; f < out.size(); ++f) out[f] = all[f] >= 3 && run_in[f] * 10 >= all[f] * 6;
  return out;
}

}  // namespace

std::vector<Line> read_lines(const text::WorkText& work, const LabelReader& labels, const rules::RuleSet& rules) {
  std::vector<Line> lines;
  const std::string_view text = work.view();
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.size(), text.find('\n', at));
    Line line;
    line.range = {at, end};
    while (!line.range.empty() && (text[line.range.begin] == ' ' || text[line.range.begin] == '\t')) ++line.range.begin;
    while (!line.range.empty() && (text[line.range.end - 1] == ' ' || text[line.range.end - 1] == '\t'))
      --line.range.end;
    line.indent = line.range.begin - at;
    at = end + 1;
    if (line.range.empty()) {
      blank = true;
      continue;
    }
    std::size_t head = std::min(line.range.end, line.range.begin + kPrefixLooked);
    while (head < line.range.end && (static_cast<unsigned char>(text[head]) & 0xC0U) == 0x80U) --head;
    const auto rule = rules.match_prefix(text, {line.range.begin, head});
    const std::string_view action = rule ? rule->rule->property("action") : std::string_view{};
    if (action == "drop-line" && rule->whole == line.range) continue;  // what stands around it may be one sentence
    line.width = width_of(text.substr(line.range.begin, line.range.size()));
    line.characters = text::count(text.substr(line.range.begin, line.range.size()));
    line.after_blank = blank;
    line.label = labels.read(text, line.range.begin);
    line.opens = action == "break" || (line.label && !line.label->broken);
    line.row = row_number(text, line.range);
    for (std::size_t back = 1; line.row > 0 && back <= 4 && back <= lines.size(); ++back) {
      Line& before = lines[lines.size() - back];  // rows are told from wrapped sentences by counting on
      if (before.row > 0 && before.row + 1 == line.row) before.opens = line.opens = true;
    }
    line.finished = ends_sentence(last_char(text, line.range));
    lines.push_back(line);
    blank = false;
  }
  return lines;
}

std::vector<bool> find_joins(std::string_view text, const std::vector<Line>& lines, const TableWords& table_words) {
  std::vector<bool> joins(lines.size(), false);
  const Wrap wrap = find_wrap(lines);
  const auto run_in = run_in_forms(text, lines);
  const std::vector<bool> in_table = find_table_lines(text, lines, table_words);
  std::size_t short_lines = 0;  // short unlabelled lines in a row: cells of a table, names of a list
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& line = lines[i];
    const Line& next = lines[i + 1];
    const std::string_view here = text.substr(line.range.begin, line.range.size());
    short_lines = !line.finished && !line.label && line.width < 30 ? short_lines + 1 : 0;
    const bool only_label = line.label && line.label->range.end == line.range.end &&
                            line.label->form != LabelForm::attachment && line.label->form != LabelForm::article;
    if (only_label && !next.label) {
      joins[i] = true;
      continue;
    }
    // A bracket that the wrapped line leaves open goes on, even where its second half looks like a slot: （牵 /
    // 头单位：……）
    if (next.opens && !next.label && wrap.full(line) && !line.finished && open_brackets(here) > 0) {
      joins[i] = true;
      continue;
    }
    if (next.opens) continue;
    if (in_table[i] && in_table[i + 1]) continue;  // a cell a line
    const char32_t last = last_char(text, line.range), first = first_char(text, next.range);
    if (never_starts(first) || (goes_on(last) && !here.ends_with("——"))) {
      joins[i] = !line.finished;
      continue;
    }
    if (wrap.full(line) && next.indent < 2 && !next.after_blank) {
      joins[i] = !line.finished || wrap.of(line) >= wrap.at;
      continue;
    }
    if (line.finished || next.after_blank) continue;
    if (open_brackets(here) > 0 && open_brackets(here) <= 2) {
      const std::string_view there = text.substr(next.range.begin, std::min<std::size_t>(next.range.size(), 600));
      bool closes = false;
      for (const std::string_view mark : {"》", "”", ")", "〕", "】"}) {
        const std::size_t close = there.find(mark);
        closes = closes || close != std::string_view::npos;
      }
      joins[i] = closes;
      if (closes) continue;
    }
    const bool date_goes_on =
        is_digit(first) && !is_digit(last) && line.width >= 30 && !next.label;  // 2022年6月 / 30日前
    if (date_goes_on || (line.width >= kLongLine && short_lines == 0 && next.indent < 2)) {
      joins[i] = true;
    } else if (line.label && run_in[static_cast<std::size_t>(line.label->form)] && next.indent < 2) {
      const std::size_t stop = text.substr(next.range.begin, next.range.size()).find("。");
      joins[i] = stop <= kRunInHeading && stop + 3 < next.range.size();
    }
  }
  return joins;
}

}  // namespace libparse::layout
