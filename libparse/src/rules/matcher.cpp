// SPDX-License-Identifier: MIT
#include "rules/matcher.hpp"

#include <algorithm>
#include <bit>

#include "text/utf8.hpp"

namespace libparse::rules {
namespace {

/// A character as a place in a set of bits by code point: what the loops over all of a text need of it.
struct BitPlace {
  std::size_t word = 0;  ///< code point / 64
  unsigned bit = 0;      ///< code point % 64
  std::size_t length = 0;
  [[nodiscard]] bool in(const std::uint64_t* words, std::size_t mask) const noexcept {
    return (words[word & mask] >> bit & 1U) != 0;
  }
};

inline BitPlace place_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
  const unsigned lead = byte(at);
  if ((lead & 0xF0U) == 0xE0U) [[likely]] {
    return {(lead & 0x0FU) << 6U | (byte(at + 1) & 0x3FU), byte(at + 2) & 0x3FU, 3};
  }
  if (lead < 0x80) return {lead / 64, lead % 64, 1};
  const char32_t c = text::char_at(text, at);
  return {c / 64, c % 64, text::char_length(c)};
}

constexpr std::size_t kBmpWords = 1024;
constexpr std::size_t kBits = 64;  // of MatcherRecord::starts

bool is_set(std::uint64_t bits, std::size_t unit) { return (bits >> std::min(unit, kBits - 1) & 1U) != 0; }
/// The numbers of the units that are set, ascending and without an end.
std::size_t first_unit(std::uint64_t bits) {
  return bits == 0 ? kBits : static_cast<std::size_t>(std::countr_zero(bits));
}
std::size_t next_unit(std::uint64_t bits, std::size_t unit) {
  if (unit + 1 >= kBits) return is_set(bits, unit) ? unit + 1 : static_cast<std::size_t>(-1);
  const std::uint64_t above = bits >> (unit + 1);
  return above == 0 ? static_cast<std::size_t>(-1) : unit + 1 + first_unit(above);
}

/// A rule's program with all its threads side by side.
class Simulation {
 public:
  Simulation(const MatcherRecord& family, const ProgramRecord& program)
      : family_(family), code_(program.code), stamps_(program.code.size(), 0) {}

  void start() { add(0, false); }
  [[nodiscard]] bool is_dead() const { return threads_.empty(); }
  [[nodiscard]] bool matches() const { return matches_; }
  /// Whether it matches where `$` holds. Ends the run.
  bool matches_at_end() {
    const std::vector<std::uint16_t> threads = threads_;
    ++stamp_;
    for (const std::uint16_t t : threads) {
      if (code_[t].op == Op::end) add(static_cast<std::uint16_t>(t + 1), true);
    }
    return matches_;
  }
  void read(std::uint16_t char_class) {
    last_.swap(threads_);
    threads_.clear();
    matches_ = false;
    ++stamp_;
    for (const std::uint16_t t : last_) {
      const Instruction& step = code_[t];
      if (step.op == Op::one ? step.a == char_class : step.op == Op::set && family_.in_set(step.a, char_class)) {
        add(static_cast<std::uint16_t>(t + 1), false);
      }
    }
  }

 private:
  void add(std::uint16_t from, bool at_end) {
    pending_.assign(1, from);
    while (!pending_.empty()) {
      const std::uint16_t i = pending_.back();
      pending_.pop_back();
      if (stamps_[i] == stamp_) continue;
      stamps_[i] = stamp_;
      const Instruction& step = code_[i];
      const bool passes = step.op == Op::save || (step.op == Op::end && at_end);
      if (step.op == Op::split) pending_.push_back(step.b);
      if (step.op == Op::split || step.op == Op::jump)
        pending_.push_back(step.a);
      else if (passes)
        pending_.push_back(static_cast<std::uint16_t>(i + 1));
      else if (step.op == Op::match)
        matches_ = true;
      else
        threads_.push_back(i);
    }
  }

  const MatcherRecord& family_;
  std::span<const Instruction> code_;
  std::vector<std::uint32_t> stamps_;
  std::uint32_t stamp_ = 1;
  std::vector<std::uint16_t> threads_, last_, pending_;
  bool matches_ = false;
};

}  // namespace

bool Matcher::has_live(std::span<const std::uint16_t> set) const noexcept {
  if (replaced_.empty()) return !set.empty();
  return std::any_of(set.begin(), set.end(), [&](std::uint16_t r) { return !replaced_[r]; });
}

void Matcher::add(std::span<const std::uint16_t> set, RuleNumbers& rules) const {
  for (const std::uint16_t r : set) {
    if (replaced_.empty() || !replaced_[r]) rules.push_back(r);
  }
}

std::size_t Matcher::longest(std::string_view valid_text, std::size_t at, std::size_t limit, RuleNumbers& rules,
                             std::uint64_t units) const {
  rules.clear();
  std::size_t longest = at;
  if (at >= limit) return at;
  const AlphabetRecord& alphabet = record_->alphabet;
  units &= record_->starts[alphabet.class_of(text::char_at(valid_text, at))];
  /// Notes a match of `set`; `now` are those of its rules that match without a `$` that holds only at `limit`.
  const auto note = [&](std::size_t end, std::span<const std::uint16_t> set, std::span<const std::uint16_t> now) {
    if (end < longest || end == at || !has_live(set)) return;
    if (end > longest) rules.clear();
    longest = end;
    add(end == valid_text.size() ? set : now, rules);
  };
  for (std::size_t a = first_unit(units); a < record_->automata.size(); a = next_unit(units, a)) {
    const AutomatonRecord& automaton = record_->automata[a];
    std::uint16_t state = kStartState, best = kDeadState;
    std::size_t best_end = at, i = at;
    while (i < limit) {
      state = automaton.next(state, alphabet.class_of(text::char_at(valid_text, i)));
      if (state == kDeadState) break;
      i = text::next(valid_text, i);
      const std::uint16_t accepts = automaton.states[state].accepts;
      if (accepts != 0 && has_live(automaton.set(accepts))) best = state, best_end = i;
    }
    if (state != kDeadState) {  // stopped by the limit
      const StateRecord& s = automaton.states[state];
      if (s.accepts_at_end != 0 && has_live(automaton.set(s.accepts_at_end))) {
        note(i, automaton.set(s.accepts_at_end), automaton.set(s.accepts));
        continue;
      }
    }
    if (best != kDeadState) {
      const auto set = automaton.set(automaton.states[best].accepts);
      note(best_end, set, set);
    }
  }
  for (std::size_t s = 0; s < record_->simulated.size(); ++s) {
    if (!is_set(units, record_->automata.size() + s)) continue;
    const std::uint16_t rule = record_->simulated[s];
    const std::span<const std::uint16_t> one(&rule, 1);
    Simulation simulation(*record_, record_->programs[rule]);
    std::size_t i = at, best_end = at;
    for (simulation.start(); !simulation.is_dead() && i < limit;) {
      simulation.read(alphabet.class_of(text::char_at(valid_text, i)));
      i = text::next(valid_text, i);
      if (simulation.matches()) best_end = i;
    }
    const bool stopped = !simulation.is_dead() && best_end < i;
    if (stopped && simulation.matches_at_end())
      note(i, one, {});
    else if (best_end > at)
      note(best_end, one, one);
  }
  if (rules.size() > 1) std::sort(rules.begin(), rules.end());
  return longest;
}

void Matcher::matching(std::string_view text, text::Range whole, RuleNumbers& rules) const {
  rules.clear();
  if (whole.empty()) return;
  const AlphabetRecord& alphabet = record_->alphabet;
  const std::uint64_t units = record_->starts[alphabet.class_of(text::char_at(text, whole.begin))];
  const bool at_end = whole.end == text.size();
  for (std::size_t a = 0; a < record_->automata.size(); ++a) {
    if (!is_set(units, a)) continue;
    const AutomatonRecord& automaton = record_->automata[a];
    std::uint16_t state = kStartState;
    for (std::size_t i = whole.begin; i < whole.end && state != kDeadState; i = text::next(text, i)) {
      state = automaton.next(state, alphabet.class_of(text::char_at(text, i)));
    }
    add(automaton.set(at_end ? automaton.states[state].accepts_at_end : automaton.states[state].accepts), rules);
  }
  for (std::size_t s = 0; s < record_->simulated.size(); ++s) {
    if (!is_set(units, record_->automata.size() + s)) continue;
    const std::uint16_t rule = record_->simulated[s];
    Simulation run(*record_, record_->programs[rule]);
    std::size_t i = whole.begin;
    for (run.start(); i < whole.end && !(run.is_dead() && !run.matches()); i = text::next(text, i)) {
      run.read(alphabet.class_of(text::char_at(text, i)));
    }
    if (i >= whole.end && (run.matches() || (at_end && run.matches_at_end()))) add({&rule, 1}, rules);
  }
  std::sort(rules.begin(), rules.end());
}

std::size_t StartFinder::find(std::size_t at) noexcept {
  if (found_ != kNowhere && found_ >= at) return found_;
  std::size_t filtered = end_;  // where an automaton with a filter can match first
  for (std::size_t i = 0; i < record_->filters.size(); ++i) {
    if (at >= stretches_[i].end) stretches_[i] = next_stretch(record_->filters[i], at);
    filtered = std::min(filtered, std::max(at, stretches_[i].first));
  }
  const std::string_view text = text_;
  const std::uint64_t* const firsts = record_->firsts.data();
  while (at < filtered) {  // most places are passed over here, so this is the loop that a scan spends its time in
    const BitPlace place = place_at(text, at);
    const std::size_t behind = at + place.length;
    if (place.in(firsts, kFirstsWords - 1)) {
      const char32_t c = text::char_at(text, at);
      const std::uint16_t char_class = record_->alphabet.class_of(c);
      units_ = units_at(at, char_class);
      if (units_ != 0 && may_go_on(c, char_class, behind)) return found_ = at;
    }
    at = behind;
  }
  units_ = at < end_ ? units_at(at, record_->alphabet.class_of(text::char_at(text_, at))) : 0;
  return found_ = at;
}

/// Most that begins like a match ends with its second character. Digits are left alone: whoever finds that a number
/// starts no match passes over all of it.
bool StartFinder::may_go_on(char32_t first, std::uint16_t char_class, std::size_t behind) const noexcept {
  if (behind >= end_ || (first >= '0' && first <= '9')) return true;
  const std::uint16_t second = record_->alphabet.class_of(text::char_at(text_, behind));
  return (record_->seconds[char_class] >> (second % 64U) & 1U) != 0;
}

std::uint64_t StartFinder::units_at(std::size_t at, std::uint16_t char_class) const noexcept {
  std::uint64_t units = record_->starts[char_class];
  for (std::size_t i = 0; i < record_->filters.size(); ++i) {
    if (at < stretches_[i].first) units &= ~(std::uint64_t{1} << record_->filters[i].automaton);
  }
  return units;
}

StartFinder::Stretch StartFinder::next_stretch(const RunFilterRecord& filter, std::size_t at) const noexcept {
  const std::string_view text = text_;
  const std::uint64_t* const inner = filter.inner.data();
  const auto is_inner = [&](const BitPlace& place, std::size_t i) {
    if (place.word < kBmpWords) [[likely]]
      return place.in(inner, kBmpWords - 1);
    const std::uint16_t char_class = record_->alphabet.class_of(text::char_at(text, i));
    return (record_->starts[char_class] >> filter.automaton & 1U) != 0;
  };
  while (at < end_) {
    BitPlace place = place_at(text, at);
    if (!is_inner(place, at)) {
      at += place.length;
      continue;
    }
    std::size_t end = at;
    while (is_inner(place, end)) {
      end += place.length;
      if (end >= end_) return {end_, kNowhere};
      place = place_at(text, end);
    }
    if (record_->in_set(filter.marks, record_->alphabet.class_of(text::char_at(text, end)))) {
      if (filter.most == kNoMost) return {at, end};
      std::size_t first = end;
      for (std::uint16_t n = 0; n < filter.most && first > at; ++n) first = text::previous(text_, first);
      return {first, end};
    }
    at = end + place.length;
  }
  return {end_, kNowhere};
}

}  // namespace libparse::rules
