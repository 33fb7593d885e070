// SPDX-License-Identifier: MIT
#include "task/pieces.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::task {
namespace {

using extract::Clause;
using extract::ClauseForm;
using text::Range;

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// Where a clause starts to be no body: at the words that limit its label, if there are any.
std::size_t begin_of(const Clause& clause) {
  return clause.qualifier.empty() ? clause.whole.begin : std::min(clause.whole.begin, clause.qualifier.begin);
}

bool cuts(const Clause& clause) {
  return clause.form == ClauseForm::slot || clause.form == ClauseForm::bracket || clause.form == ClauseForm::trailing;
}

/// A bracket closes the sentence before it: that sentence's own mark stands for nothing.
Range without_final_mark(std::string_view text, Range r) {
  while (!r.empty() && is_one_of(text::char_at(text, text::previous(text, r.end)), U"。;,"))
    r.end = text::previous(text, r.end);
  return r;
}

}  // namespace

Range PieceCutter::trim(std::string_view text, Range r) {
  while (!r.empty() && is_one_of(text::char_at(text, r.begin), U" \t\n。;,、.)")) r.begin = text::next(text, r.begin);
  while (!r.empty()) {
    const std::size_t last = text::previous(text, r.end);
    if (!is_one_of(text::char_at(text, last), U" \t\n")) break;
    r.end = last;
  }
  return r;
}

Range PieceCutter::without_marker(std::string_view text, Range r) const {
  r = trim(text, r);
  const std::size_t reach = std::min(r.end, r.begin + 12);
  std::size_t end = reach;
  while (end < r.end && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  if (const auto marker = markers_.match_prefix(text, {r.begin, end})) {
    r.begin = marker->range.end;
    r = trim(text, r);
  }
  return r;
}

bool PieceCutter::is_substantive(std::string_view text, Range r) {
  std::size_t letters = 0;
  for (std::size_t at = r.begin; at < r.end && letters < 4; at = text::next(text, at)) {
    const char32_t c = text::char_at(text, at);
    letters += text::is_han(c) || (c < 0x80 && (std::isalnum(static_cast<int>(c)) != 0));
  }
  return letters >= 4;
}

Range PieceCutter::without_contacts(std::string_view text, Range r) const {
  for (std::size_t at = r.begin; at < r.end;) {  // sentence by sentence: a contact ends the body where it opens one
    if (contact_labels_.prefix(text.substr(at, r.end - at))) return trim(text, {r.begin, at});
    std::size_t stop = at;
    const auto ends = [](char32_t c) { return c == U'。' || c == ';' || c == '\n'; };
    while (stop < r.end && !ends(text::char_at(text, stop))) stop = text::next(text, stop);
    at = stop < r.end ? text::next(text, stop) : r.end;
    while (at < r.end && text[at] == ' ') ++at;
  }
  return r;
}

std::vector<Piece> PieceCutter::cut(std::string_view text, Range stretch, Range heading,
                                    const std::vector<Clause>& clauses) const {
  std::vector<const Clause*> cutting;
  for (const Clause& c : clauses) {
    if (cuts(c)) cutting.push_back(&c);
  }
  std::vector<Piece> pieces;
  const auto body_between = [&](std::size_t begin, std::size_t end) {
    Range body = without_contacts(text, without_marker(text, {begin, std::max(begin, end)}));
    if (!heading.empty() && body.begin == heading.begin) {  // 学习专题。一是……: the marked piece starts behind its mark
      const Range behind = trim(text, {heading.end, body.end});
      const Range unmarked = without_marker(text, behind);
      if (unmarked.begin != behind.begin && !cutting.empty()) body = unmarked;
    }
    return body;
  };
  if (cutting.empty()) {
    const Range body = without_contacts(text, without_marker(text, stretch));
    if (is_substantive(text, body)) pieces.push_back({body, {}, {}});
    return pieces;
  }
  const Range before_first = trim(text, {stretch.begin, begin_of(*cutting.front())});
  const bool in_heading =
      !heading.empty() && begin_of(*cutting.front()) <= heading.end + 3;  // (三)营造氛围(责任单位：……)。……
  const bool opening = !is_substantive(text, before_first) || in_heading;
  if (opening) {
    for (std::size_t i = 0; i < cutting.size();) {
      Piece piece;
      std::size_t end_of_clauses = cutting[i]->whole.end;
      piece.clauses.push_back(cutting[i++]);
      while (i < cutting.size() && !is_substantive(text, trim(text, {end_of_clauses, begin_of(*cutting[i])}))) {
        end_of_clauses = cutting[i]->whole.end;
        piece.clauses.push_back(cutting[i++]);
      }
      piece.body = body_between(end_of_clauses, i < cutting.size() ? begin_of(*cutting[i]) : stretch.end);
      if (in_heading && pieces.empty()) {
        piece.heading = before_first;
        piece.body = {before_first.begin, is_substantive(text, piece.body) ? piece.body.end : before_first.end};
      }
      if (is_substantive(text, piece.body)) pieces.push_back(std::move(piece));
    }
    return pieces;
  }
  std::size_t at = stretch.begin;
  for (const Clause* clause : cutting) {
    const Range body = body_between(at, begin_of(*clause));
    if (is_substantive(text, body)) {
      pieces.push_back({clause->form == ClauseForm::bracket ? without_final_mark(text, body) : body, {}, {clause}});
    } else if (!pieces.empty()) {
      pieces.back().clauses.push_back(clause);  // a second slot of the same piece
    }
    at = clause->whole.end;
  }
  const Range tail = body_between(at, stretch.end);
  if (is_substantive(text, tail)) pieces.push_back({tail, {}, {}});
  return pieces;
}

}  // namespace libparse::task
