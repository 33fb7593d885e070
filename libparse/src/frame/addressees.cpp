// SPDX-License-Identifier: MIT
#include "frame/draft.hpp"
#include "text/utf8.hpp"

namespace libparse::frame {
namespace {

constexpr std::size_t kLongestList = 600;  // bytes

struct Piece {
  text::Range range;  ///< of `bare`, its mark left out
  char32_t mark = 0;  ///< behind it: , ; 、 or 0 at the end
};

/// The list cut at every , ; 、 outside brackets.
std::vector<Piece> pieces_of(std::string_view bare, text::Range list) {
  std::vector<Piece> pieces;
  int depth = 0;
  std::size_t begin = list.begin;
  for (std::size_t at = list.begin; at < list.end; at = text::next(bare, at)) {
    const char32_t c = text::char_at(bare, at);
    depth += (c == '(' || c == U'〔' || c == U'“') - (c == ')' || c == U'〕' || c == U'”');
    if (depth > 0 || (c != ',' && c != ';' && c != U'、')) continue;
    pieces.push_back({{begin, at}, c});
    begin = text::next(bare, at);
  }
  if (begin < list.end) pieces.push_back({{begin, list.end}, 0});
  return pieces;
}

std::string_view without_brackets(std::string_view s) {
  while (s.ends_with(')') && !s.starts_with('(') && s.find('(') != std::string_view::npos)
    s = s.substr(0, s.rfind('('));
  return s;
}

rules::Lexicon::Hit ending(const Words& words, std::string_view name) {
  return words.addressee_ending.suffix(without_brackets(name));
}

/// A word such as 各 stands in it: the name does not share its beginning with the one before.
bool starts_anew(const Words& words, std::string_view name) {
  for (std::size_t at = 0; at < name.size(); at = text::next(name, at)) {
    if (words.addressee_start.prefix(name.substr(at)).value == "anew") return true;
  }
  return false;
}

}  // namespace

bool is_addressee_list(const Draft& draft, std::size_t i, text::Range list) {
  const std::string_view bare = draft.lines[i].bare;
  for (std::size_t at = list.begin; at < list.end; at = text::next(bare, at)) {
    if (std::u32string_view(U"。:《》!?").find(text::char_at(bare, at)) != std::u32string_view::npos) return false;
  }
  std::size_t verb_at = 0;
  if (draft.words.title_verb.search(bare.substr(list.begin, list.size()), verb_at))
    return false;  // a title comes first
  const std::vector<Piece> pieces = pieces_of(bare, list);
  for (const Piece& piece : pieces) {
    if (!ending(draft.words, bare.substr(piece.range.begin, piece.range.size()))) return false;
  }
  return pieces.size() > 1 || draft.words.addressee_start.prefix(bare.substr(list.begin));
}

std::size_t addressees_end(const Draft& draft, std::size_t i, std::size_t from) {
  const std::string_view bare = draft.lines[i].bare;
  if (draft.lines[i].label || from >= bare.size()) return 0;
  const std::size_t colon = bare.find(':', from);
  if (colon == std::string_view::npos || colon - from > kLongestList || colon == from) return 0;
  if (!is_addressee_list(draft, i, {from, colon})) return 0;
  return colon + 1;
}

std::vector<std::string> split_addressees(const Draft& draft, std::size_t i, text::Range list) {
  const std::string_view bare = draft.lines[i].bare;
  std::vector<text::Range> names;
  const std::vector<Piece> pieces = pieces_of(bare, list);
  bool joined = false;  // the last mark was a 、 inside a name that shares its ending: 各市、自治州人民政府
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    const Piece& piece = pieces[k];
    if (piece.range.empty()) continue;
    if (joined) {
      names.back().end = piece.range.end;
    } else {
      names.push_back(piece.range);
    }
    joined = false;
    if (piece.mark != U'、' || k + 1 == pieces.size()) continue;
    const std::string_view name = bare.substr(piece.range.begin, piece.range.size());
    const std::string_view next = bare.substr(pieces[k + 1].range.begin, pieces[k + 1].range.size());
    const bool complete = ending(draft.words, name).value == "body" && text::count(name) >= 3 && text::count(next) >= 3;
    joined = !complete && !starts_anew(draft.words, next);
  }
  std::vector<std::string> out;
  out.reserve(names.size());
  for (const text::Range name : names) out.push_back(draft.bare_quote(i, name));
  return out;
}

}  // namespace libparse::frame
