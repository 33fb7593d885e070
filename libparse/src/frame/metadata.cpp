// SPDX-License-Identifier: MIT
#include <algorithm>

#include "frame/draft.hpp"
#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

constexpr std::size_t kLongestLabel = 36;   // bytes of a label without its spaces
constexpr std::size_t kLongestValue = 120;  // characters of a value that stands on a line of its own

/// A label of metadata-label.txt and what stands behind it up to the next one.
struct Cell {
  std::string_view kind;
  text::Range value;  ///< of the work text, trimmed
  bool colon = false;
};

bool is_space(char c) { return c == ' ' || c == '\t'; }

/// The label that starts at `at`, its letter-spacing left aside; `behind` is set to the byte behind it.
rules::Lexicon::Hit label_at(const Words& words, std::string_view text, std::size_t at, std::size_t& behind) {
  if (at >= text.size() || is_space(text[at])) return {};
  std::string bare;
  std::vector<std::size_t> ends;  // for each byte of `bare`, the byte of `text` behind it
  for (std::size_t i = at; i < text.size() && bare.size() < kLongestLabel;
       ++i) {  // may cut a character: no label has it
    if (is_space(text[i])) continue;
    bare.push_back(text[i]);
    ends.push_back(i + 1);
  }
  const auto hit = words.metadata_label.prefix(bare);
  if (hit) behind = ends[hit.word.size() - 1];
  return hit ? words.metadata_label.find(hit.word) : hit;
}

/// Marks that tables and lists put in front of a label or around it.
bool is_mark(char32_t c) { return std::u32string_view(U" \t|·•*-[]【】{}").find(c) != std::u32string_view::npos; }

std::vector<Cell> cells_of(const Draft& draft, text::Range where) {
  const std::string_view text = draft.layout.text.view(where);
  const std::size_t base = where.begin;
  std::vector<Cell> cells;
  std::size_t at = 0;
  while (at < text.size() && is_mark(text::char_at(text, at))) at = text::next(text, at);
  bool apart = true;  // a space or the start of the line stands before `at`
  for (; at < text.size(); at = text::next(text, at)) {
    std::size_t behind = 0;
    const auto label = label_at(draft.words, text, at, behind);
    std::size_t value = behind;
    while (label && value < text.size() && is_mark(text::char_at(text, value))) value = text::next(text, value);
    const bool colon = label && value < text.size() && text[value] == ':';
    if (label && (colon || apart)) {
      if (colon) ++value;
      if (!cells.empty()) cells.back().value.end = base + at;
      cells.push_back({label.value, {base + value, base + text.size()}, colon});
      at = text::previous(text, std::max(value, at + 1));
      apart = true;
      continue;
    }
    if (cells.empty()) return cells;  // the line does not start with a label
    apart = text[at] == ' ' || text[at] == '\t' || text[at] == '|' || (apart && is_mark(text::char_at(text, at)));
  }
  for (Cell& cell : cells) {
    const std::string_view all = draft.layout.text.view();
    while (!cell.value.empty() && (is_space(all[cell.value.begin]) || all[cell.value.begin] == '|')) ++cell.value.begin;
    while (!cell.value.empty() && (is_space(all[cell.value.end - 1]) || all[cell.value.end - 1] == '|'))
      --cell.value.end;
  }
  return cells;
}

/// What a value reads as for its label; `fits` where that is what the label promises.
struct Value {
  std::string bare;
  std::optional<DateMatch> date;
  std::optional<NumberMatch> number;
  bool fits = false;
};

Value value_of(const Draft& draft, const Cell& cell) {
  Value value;
  value.bare = without_spaces(draft.layout.text.view(cell.value));
  if (cell.kind == "issued" || cell.kind == "published") {
    value.date = read_date(draft.words, value.bare);
    if (!value.date) value.date = find_last_date(draft.words, value.bare.substr(0, 40));
    value.fits = value.date.has_value() && value.date->range.begin == 0;
  } else if (cell.kind == "number") {
    value.number = find_number(draft.words, value.bare);
    value.fits = value.number && value.number->range == text::Range{0, value.bare.size()};
  } else if (cell.kind == "issuer") {
    value.fits = is_body_name(draft.words, value.bare);
  } else if (cell.kind == "title") {
    value.fits = static_cast<bool>(genre_at_end(draft.words, value.bare));
  } else if (cell.kind == "index") {
    value.fits = !value.bare.empty() && static_cast<unsigned char>(value.bare.front()) < 0x80;
  } else {
    value.fits = true;
  }
  return value;
}

void take(Draft& draft, const Cell& cell, const Value& value) {
  if (value.bare.empty()) return;
  Metadata& out = draft.metadata;
  if (cell.kind == "title" && out.title.empty()) {
    out.title = {tidy_title(draft.words, draft.quote(cell.value)), value.bare};
  } else if (cell.kind == "number" && value.number && !out.number) {
    out.number = value.number->number;
    const text::Range r = spread(draft.layout.text.view(cell.value), cell.value.begin, value.number->range);
    out.number->text = squeeze(draft.quote(r));
  } else if (cell.kind == "issuer" && out.issuers.empty() && value.fits) {
    out.issuers = split_issuers(draft.words, draft.quote(cell.value));
  } else if (cell.kind == "issued" && value.date && out.issued.iso.empty()) {
    out.issued = {value.date->iso, draft.layout.text.source_span(cell.value), value.date->truncated};
  } else if (cell.kind == "published" && value.date && out.published.empty()) {
    out.published = value.date->iso;
  }
}

/// Without colons only values of the promised kind, or a table whose rows came before, make a line metadata.
bool is_metadata(const Draft& draft, std::size_t i, const std::vector<Cell>& cells, bool in_block) {
  if (cells.empty()) return false;
  if (cells.front().colon) return true;
  const bool is_title =
      draft.words.title_verb.prefix(draft.lines[i].bare) || genre_at_end(draft.words, draft.lines[i].bare);
  bool sure = false;
  for (const Cell& cell : cells) {
    const Value value = value_of(draft, cell);
    if (!value.bare.empty() && !value.fits) return false;
    if (cell.kind == "other") {
      if (!value.bare.empty() && cells.size() == 1 && (!in_block || is_title)) return false;
      sure = sure || (value.bare.empty() && cells.size() == 1);
    } else {
      sure = true;
    }
  }
  return sure || in_block;
}

}  // namespace

std::size_t read_metadata(Draft& draft, std::size_t i, bool in_block) {
  const Line& line = draft.lines[i];
  if (line.range.size() > kLineBytes || line.label) return 0;
  const std::vector<Cell> cells = cells_of(draft, line.range);
  if (!is_metadata(draft, i, cells, in_block)) return 0;
  for (const Cell& cell : cells) take(draft, cell, value_of(draft, cell));
  if (cells.size() > 1 || !cells.front().value.empty()) return 1;
  // The value stands on the next line, unless that is a label again or plainly something else.
  const std::size_t next = i + 1;
  if (next >= draft.size() || draft.fixed[next] != 0 || draft.lines[next].label) return 1;
  if (draft.lines[next].characters > kLongestValue || !cells_of(draft, draft.lines[next].range).empty()) return 1;
  const Cell below{cells.front().kind, draft.lines[next].range, true};
  const Value value = value_of(draft, below);
  const bool label_follows = next + 1 < draft.size() && !cells_of(draft, draft.lines[next + 1].range).empty();
  if (!value.fits || (!label_follows && (below.kind == "other" || below.kind == "title"))) return 1;
  take(draft, below, value);
  return 2;
}

bool read_glued_metadata(Draft& draft, text::Range where) {
  const std::vector<Cell> cells = cells_of(draft, where);
  if (cells.empty() || !cells.front().colon) return false;
  for (const Cell& cell : cells) take(draft, cell, value_of(draft, cell));
  return true;
}

}  // namespace libparse::frame
