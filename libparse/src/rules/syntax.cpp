// SPDX-License-Identifier: MIT
#include "rules/syntax.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::rules {
namespace {

Syntax of_chars(CharSet chars) {
  Syntax s;
  s.kind = Syntax::Kind::chars;
  s.chars = std::move(chars);
  return s;
}

Syntax of_parts(Syntax::Kind kind, std::vector<Syntax> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Syntax s;
  s.kind = kind;
  s.parts = std::move(parts);
  return s;
}

class Reader {
 public:
  explicit Reader(std::string_view pattern) : text_(pattern) {}

  Syntax all() {
    Syntax s = choice();
    if (more()) refuse("')' without '('");
    return s;
  }

 private:
  [[noreturn]] static void refuse(const std::string& what) { throw SyntaxError(what); }
  [[nodiscard]] bool more() const { return at_ < text_.size(); }
  /// The byte `ahead` of the place; NUL behind the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  bool take(std::string_view token) {
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }

  char32_t character() {
    if (!more()) refuse("the pattern ends too early");
    const char32_t c = text::char_at(text_, at_);
    at_ = text::next(text_, at_);
    return c;
  }

  Syntax choice() {
    std::vector<Syntax> parts{sequence()};
    while (take("|")) parts.push_back(sequence());
    return of_parts(Syntax::Kind::choice, std::move(parts));
  }

  Syntax sequence() {
    std::vector<Syntax> parts;
    while (more() && peek() != '|' && peek() != ')') parts.push_back(quantified(atom()));
    return of_parts(Syntax::Kind::sequence, std::move(parts));
  }

  Syntax quantified(Syntax inner) {
    int min = 0, max = 0;
    while (quantifier(min, max)) {
      Syntax outer;
      outer.kind = Syntax::Kind::repeat;
      outer.min = min;
      outer.max = max;
      outer.greedy = !take("?");
      outer.parts.push_back(std::move(inner));
      inner = std::move(outer);
    }
    return inner;
  }

  bool quantifier(int& min, int& max) {
    if (take("?")) return min = 0, max = 1, true;
    if (take("*")) return min = 0, max = Syntax::kNoLimit, true;
    if (take("+")) return min = 1, max = Syntax::kNoLimit, true;
    if (peek() != '{') return false;
    std::size_t i = at_ + 1;
    const auto number = [&](int& n) {
      const std::size_t from = i;
      for (n = 0; i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; ++i) n = n * 10 + (text_[i] - '0');
      return i > from;
    };
    if (!number(min)) return false;  // a brace that counts nothing is a character
    max = min;
    if (i < text_.size() && text_[i] == ',') {
      ++i;
      if (!number(max)) max = Syntax::kNoLimit;
    }
    if (i >= text_.size() || text_[i] != '}') return false;
    at_ = i + 1;
    return true;
  }

  Syntax atom() {
    if (take("(")) return group();
    if (take("[")) return of_chars(character_class());
    if (take("\\")) return of_chars(escape());
    if (take(".")) return of_chars(complement({{'\n', '\n'}}));
    if (take("$")) {
      Syntax s;
      s.kind = Syntax::Kind::end;
      return s;
    }
    if (peek() == '^') refuse("'^' is of no use: a match starts where it is looked for");
    const char32_t one = character();
    return of_chars({{one, one}});
  }

  Syntax group() {
    Syntax s;
    if (take("?P<")) {
      const std::size_t close = text_.find('>', at_);
      if (close == std::string_view::npos) refuse("the name of a group does not end");
      s.kind = Syntax::Kind::group;
      s.name = text_.substr(at_, close - at_);
      at_ = close + 1;
      s.parts.push_back(choice());
    } else if (take("?:")) {
      s = choice();
    } else {
      refuse(peek() == '?' ? "a group with flags is not known here" : "a group must be (?:…) or (?P<name>…)");
    }
    if (!take(")")) refuse("a group does not end");
    return s;
  }

  /// Behind the backslash.
  CharSet escape() {
    const char32_t c = character();
    const CharSet digits{{'0', '9'}};
    const CharSet spaces{{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};
    const CharSet words{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    switch (c) {
      case 'd':
        return digits;
      case 'D':
        return complement(digits);
      case 's':
        return spaces;
      case 'S':
        return complement(spaces);
      case 'w':
        return words;
      case 'W':
        return complement(words);
      case 'n':
        return {{'\n', '\n'}};
      case 't':
        return {{'\t', '\t'}};
      case 'r':
        return {{'\r', '\r'}};
      case 'f':
        return {{'\f', '\f'}};
      case 'v':
        return {{'\v', '\v'}};
      default:
        break;
    }
    const bool punctuation = c < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9');
    if (!punctuation) {
      std::string name = "\\";
      text::append(name, c);
      refuse("'" + name + "' is not known here");
    }
    return {{c, c}};
  }

  /// Behind the opening bracket.
  CharSet character_class() {
    const bool negated = take("^");
    CharSet members;
    for (bool start = true; start || peek() != ']'; start = false) {
      if (peek() == '[' && peek(1) == ':') refuse("a named class such as [[:alpha:]] is not known here");
      const bool escaped = take("\\");
      CharSet low = escaped ? escape() : CharSet{};
      if (!escaped) {
        const char32_t c = character();
        low = {{c, c}};
      }
      const bool single = low.size() == 1 && low[0].first == low[0].last;
      if (single && peek() == '-' && peek(1) != ']' && at_ + 1 < text_.size()) {
        ++at_;
        if (take("\\"))
          low[0].last = escape().front().last;
        else
          low[0].last = character();
      }
      members.insert(members.end(), low.begin(), low.end());
    }
    ++at_;  // ']'
    return negated ? complement(members) : normalized(members);
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Syntax parse_syntax(std::string_view valid_pattern) { return Reader(valid_pattern).all(); }

bool is_nullable(const Syntax& s) {
  switch (s.kind) {
    case Syntax::Kind::chars:
      return false;
    case Syntax::Kind::end:
      return true;
    case Syntax::Kind::choice:
      return std::any_of(s.parts.begin(), s.parts.end(), is_nullable);
    case Syntax::Kind::repeat:
      return s.min == 0 || is_nullable(s.parts.front());
    case Syntax::Kind::sequence:
    case Syntax::Kind::group:
      return std::all_of(s.parts.begin(), s.parts.end(), is_nullable);
  }
  return true;
}

}  // namespace libparse::rules
