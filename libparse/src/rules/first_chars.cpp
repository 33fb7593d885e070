// SPDX-License-Identifier: MIT
#include "rules/first_chars.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::rules {
namespace {

using Ranges = std::vector<CharRange>;

constexpr char32_t kLast = 0x10FFFF;

Ranges normalized(Ranges r) {
  std::sort(r.begin(), r.end(), [](const CharRange& a, const CharRange& b) { return a.first < b.first; });
  Ranges out;
  for (const CharRange& x : r) {
    if (!out.empty() && x.first <= out.back().last + 1) {
      out.back().last = std::max(out.back().last, x.last);
    } else {
      out.push_back(x);
    }
  }
  return out;
}

Ranges complement(const Ranges& r) {
  Ranges out;
  char32_t next = 0;
  for (const CharRange& x : normalized(r)) {
    if (x.first > next) out.push_back({next, x.first - 1});
    next = x.last + 1;
  }
  if (next <= kLast) out.push_back({next, kLast});
  return out;
}

/// What a part of the pattern can start with, and whether it can match nothing.
struct Part {
  Ranges first;
  bool nullable = false;
};

class Reader {
 public:
  explicit Reader(std::string_view pattern) : text_(pattern) {}

  Part alternatives() {
    Part all = sequence();
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      const Part next = sequence();
      all.first.insert(all.first.end(), next.first.begin(), next.first.end());
      all.nullable = all.nullable || next.nullable;
    }
    return all;
  }

 private:
  static Part any() { return {{{0, kLast}}, false}; }

  Part sequence() {
    Part all{{}, true};
    while (at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')') {
      Part part = quantified(atom());
      if (!all.nullable) continue;  // what follows cannot come first
      all.first.insert(all.first.end(), part.first.begin(), part.first.end());
      all.nullable = part.nullable;
    }
    return all;
  }

  Part quantified(Part part) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '?' || c == '*') {
        part.nullable = true;
        ++at_;
      } else if (c == '+') {
        ++at_;
      } else if (c == '{' && at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
        part.nullable = part.nullable || (text_[at_ + 1] == '0' && (text_[at_ + 2] == ',' || text_[at_ + 2] == '}'));
        at_ = std::min(text_.size(), text_.find('}', at_) + 1);
      } else {
        break;
      }
    }
    return part;
  }

  Part atom() {
    const char c = text_[at_];
    if (c == '(') return group();
    if (c == '[') return character_class();
    if (c == '\\') return escape();
    if (c == '.') return ++at_, any();
    if (c == '^' || c == '$') return ++at_, Part{{}, true};
    const char32_t one = text::char_at(text_, at_);
    at_ = text::next(text_, at_);
    return {{{one, one}}, false};
  }

  Part group() {
    ++at_;
    if (text_.substr(at_).starts_with("?:")) {
      at_ += 2;
    } else if (text_.substr(at_).starts_with("?P<")) {
      at_ = text_.find('>', at_) + 1;
    } else if (at_ < text_.size() && text_[at_] == '?') {  // flags change what follows: give up on this group
      int depth = 1;
      for (++at_; at_ < text_.size() && depth > 0; ++at_) depth += text_[at_] == '(' ? 1 : text_[at_] == ')' ? -1 : 0;
      return {{{0, kLast}}, true};
    }
    Part part = alternatives();
    ++at_;  // ')'
    return part;
  }

  Part escape() {
    ++at_;
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    if (c == 'p' || c == 'P') {
      at_ = std::min(text_.size(), text_.find('}', at_) + 1);
      return any();
    }
    ++at_;
    switch (c) {
      case 'd': return {{{'0', '9'}}, false};
      case 's': return {{{'\t', '\r'}, {' ', ' '}}, false};
      case 'w': return {{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}, false};
      case 'n': return {{{'\n', '\n'}}, false};
      case 't': return {{{'\t', '\t'}}, false};
      case 'b': case 'B': case 'A': case 'z': return {{}, true};
      default: break;
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return any();
    return {{{static_cast<char32_t>(c), static_cast<char32_t>(c)}}, false};
  }

  Part character_class() {
    ++at_;
    const bool negated = at_ < text_.size() && text_[at_] == '^';
    if (negated) ++at_;
    Ranges members;
    for (bool start = true; at_ < text_.size() && (start || text_[at_] != ']'); start = false) {
      if (text_[at_] == '[' && at_ + 1 < text_.size() && text_[at_ + 1] == ':') {
        at_ = std::min(text_.size(), text_.find(":]", at_) + 2);
        members.push_back({0, kLast});
        continue;
      }
      if (text_[at_] == '\\') {
        const Part part = escape();
        members.insert(members.end(), part.first.begin(), part.first.end());
        continue;
      }
      const char32_t low = text::char_at(text_, at_);
      at_ = text::next(text_, at_);
      char32_t high = low;
      if (at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']') {
        ++at_;
        if (text_[at_] == '\\') ++at_;
        high = text::char_at(text_, at_);
        at_ = text::next(text_, at_);
      }
      members.push_back({low, high});
    }
    ++at_;  // ']'
    if (negated) {  // a class that may hold \p{…} is not complemented: rather too many than too few
      const bool whole = std::any_of(members.begin(), members.end(), [](const CharRange& r) { return r.last == kLast; });
      return whole ? any() : Part{complement(members), false};
    }
    return {members, false};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<CharRange> first_chars(std::string_view pattern) { return normalized(Reader(pattern).alternatives().first); }

}  // namespace libparse::rules
