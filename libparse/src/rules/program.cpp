// SPDX-License-Identifier: MIT
#include "rules/program.hpp"

#include <algorithm>

namespace libparse::rules {
namespace {

constexpr std::size_t kMostSteps = 0xFFFF;

void collect_groups(const Syntax& s, std::vector<std::string>& names) {
  if (s.kind == Syntax::Kind::group) names.push_back(s.name);
  for (const Syntax& part : s.parts) collect_groups(part, names);
}

class Compiler {
 public:
  Compiler(const Alphabet& alphabet, ClassSets& sets) : alphabet_(alphabet), sets_(sets) {}

  Program compile(const Syntax& syntax) {
    collect_groups(syntax, out_.groups);
    std::sort(out_.groups.begin(), out_.groups.end());
    emit(syntax);
    put(Op::match);
    return std::move(out_);
  }

 private:
  std::size_t put(Op op, std::size_t a = 0, std::size_t b = 0) {
    if (out_.code.size() >= kMostSteps) throw SyntaxError("the pattern is too long: more than 65535 steps");
    out_.code.push_back({op, static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b), 0});
    if (op == Op::split) out_.code.back().mark = out_.marks++;
    return out_.code.size() - 1;
  }
  [[nodiscard]] std::size_t here() const { return out_.code.size(); }

  void emit(const Syntax& s) {
    switch (s.kind) {
      case Syntax::Kind::chars:
        return emit_chars(s);
      case Syntax::Kind::sequence:
        for (const Syntax& part : s.parts) emit(part);
        return;
      case Syntax::Kind::choice:
        return emit_choice(s);
      case Syntax::Kind::repeat:
        return emit_repeat(s);
      case Syntax::Kind::group: {
        const auto at = std::lower_bound(out_.groups.begin(), out_.groups.end(), s.name) - out_.groups.begin();
        put(Op::save, static_cast<std::size_t>(2 * at));
        emit(s.parts.front());
        put(Op::save, static_cast<std::size_t>(2 * at + 1));
        return;
      }
      case Syntax::Kind::end:
        put(Op::end);
        return;
    }
  }

  void emit_chars(const Syntax& s) {
    const auto& classes = alphabet_.classes_of(s.chars);
    if (classes.size() == 1)
      put(Op::one, classes.front());
    else
      put(Op::set, sets_.number(classes));
  }

  /// A split of which one side is the next step; the other is set with `aim`.
  std::size_t put_split(bool next_first) {
    return put(Op::split, next_first ? here() + 1 : 0, next_first ? 0 : here() + 1);
  }
  void aim(std::size_t split, bool next_first) {
    (next_first ? out_.code[split].b : out_.code[split].a) = static_cast<std::uint16_t>(here());
  }

  void emit_choice(const Syntax& s) {
    std::vector<std::size_t> jumps;
    for (std::size_t i = 0; i < s.parts.size(); ++i) {
      const bool last = i + 1 == s.parts.size();
      const std::size_t split = last ? 0 : put_split(true);
      emit(s.parts[i]);
      if (last) break;
      jumps.push_back(put(Op::jump));
      aim(split, true);
    }
    for (const std::size_t jump : jumps) out_.code[jump].a = static_cast<std::uint16_t>(here());
  }

  void emit_repeat(const Syntax& s) {
    const Syntax& inner = s.parts.front();
    std::vector<std::size_t> exits;
    if (s.max != Syntax::kNoLimit) {
      for (int i = 0; i < s.max; ++i) {
        if (i >= s.min) exits.push_back(put_split(s.greedy));
        emit(inner);
      }
    } else if (s.min > 0 || is_nullable(inner)) {  // x* of what may be empty is (x+)?, as RE2 has it
      for (int i = 1; i < s.min; ++i) emit(inner);
      if (s.min == 0) exits.push_back(put_split(s.greedy));
      const std::size_t loop = here();
      emit(inner);
      const std::size_t behind = here() + 1;
      put(Op::split, s.greedy ? loop : behind, s.greedy ? behind : loop);
    } else {
      const std::size_t loop = put_split(s.greedy);
      emit(inner);
      put(Op::jump, loop);
      exits.push_back(loop);
    }
    for (const std::size_t split : exits) aim(split, s.greedy);
  }

  const Alphabet& alphabet_;
  ClassSets& sets_;
  Program out_;
};

}  // namespace

void Alphabet::add(const Syntax& syntax) {
  if (syntax.kind == Syntax::Kind::chars) sets_[syntax.chars];
  for (const Syntax& part : syntax.parts) add(part);
}

void Alphabet::finish() {
  std::vector<char32_t> starts{0};
  for (const auto& [chars, classes] : sets_) {
    for (const CharRange& r : chars) starts.insert(starts.end(), {r.first, r.last + 1});
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  if (starts.back() > kLastChar) starts.pop_back();

  std::vector<std::vector<std::size_t>> members(starts.size());  // by interval: the numbers of the sets that hold it
  std::size_t number = 0;
  for (const auto& [chars, classes] : sets_) {
    for (const CharRange& r : chars) {
      auto i = static_cast<std::size_t>(std::lower_bound(starts.begin(), starts.end(), r.first) - starts.begin());
      for (; i < starts.size() && starts[i] <= r.last; ++i) members[i].push_back(number);
    }
    ++number;
  }
  std::map<std::vector<std::size_t>, std::uint16_t> known{{{}, 0}};
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto char_class = known.emplace(members[i], static_cast<std::uint16_t>(known.size())).first->second;
    intervals_.push_back({{starts[i], i + 1 < starts.size() ? starts[i + 1] - 1 : kLastChar}, char_class});
  }
  size_ = static_cast<std::uint16_t>(known.size());

  std::vector<std::vector<std::uint16_t>*> lists;
  for (auto& [chars, classes] : sets_) lists.push_back(&classes);
  for (const auto& [sets, char_class] : known) {
    for (const std::size_t set : sets) lists[set]->push_back(char_class);
  }
  for (auto* list : lists) std::sort(list->begin(), list->end());
}

std::vector<std::size_t> Alphabet::characters() const {
  std::vector<std::size_t> out(size_);
  for (const Interval& i : intervals_) out[i.char_class] += i.range.last - i.range.first + std::size_t{1};
  return out;
}

void Alphabet::write(std::vector<std::uint16_t>& pages, std::vector<std::uint16_t>& classes) const {
  std::map<std::vector<std::uint16_t>, std::uint16_t> known;
  std::size_t at = 0;
  for (char32_t start = 0; start <= kLastChar; start += 256) {
    std::vector<std::uint16_t> page;
    for (char32_t c = start; c < start + 256; ++c) {
      while (intervals_[at].range.last < c) ++at;
      page.push_back(intervals_[at].char_class);
    }
    const auto [entry, fresh] = known.emplace(page, static_cast<std::uint16_t>(known.size()));
    if (fresh) classes.insert(classes.end(), page.begin(), page.end());
    pages.push_back(entry->second);
  }
}

std::uint16_t ClassSets::number(const std::vector<std::uint16_t>& classes) {
  const auto [entry, fresh] = numbers_.emplace(classes, static_cast<std::uint16_t>(sets_.size()));
  if (fresh) sets_.push_back(classes);
  return entry->second;
}

std::vector<std::uint64_t> ClassSets::bits(std::uint16_t alphabet_size) const {
  const std::size_t words = (alphabet_size + 63U) / 64U;
  std::vector<std::uint64_t> out(words * sets_.size());
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    for (const std::uint16_t c : sets_[i]) out[i * words + c / 64U] |= std::uint64_t{1} << (c % 64U);
  }
  return out;
}

Program compile_program(const Syntax& syntax, const Alphabet& alphabet, ClassSets& sets) {
  return Compiler(alphabet, sets).compile(syntax);
}

}  // namespace libparse::rules
