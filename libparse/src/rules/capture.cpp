// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>

#include "rules/matcher.hpp"
#include "text/utf8.hpp"

namespace libparse::rules {
namespace {

constexpr std::size_t kMostBits = std::size_t{1} << 23U;  // of the memory of splits already tried: a megabyte
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Something to do when the way that is being tried fails.
struct Retreat {
  std::uint16_t step = 0;
  bool restores = false;  ///< put `place` back into slot `step`, rather than go on at `step` from `place`
  std::size_t place = 0;
};

}  // namespace

bool is_too_long_for_captures(const ProgramRecord& program, std::size_t bytes) noexcept {
  return (bytes + 1) * program.marks > kMostBits;
}

bool find_captures(const MatcherRecord& family, const ProgramRecord& program, std::string_view text, text::Range whole,
                   Captures& out) {
  std::array<std::byte, 8192> near;  // as good as always enough
  std::pmr::monotonic_buffer_resource memory(near.data(), near.size());
  std::pmr::vector<std::uint16_t> classes(&memory);  // of the characters of `whole`
  std::pmr::vector<std::size_t> bytes(&memory);      // where they start, and the end
  classes.reserve(whole.size());
  bytes.reserve(whole.size() + 1);
  for (std::size_t i = whole.begin; i < whole.end; i = text::next(text, i)) {
    bytes.push_back(i);
    classes.push_back(family.alphabet.class_of(text::char_at(text, i)));
  }
  bytes.push_back(whole.end);
  const std::size_t length = classes.size();
  std::pmr::vector<std::uint64_t> tried((program.marks * (length + 1) + 63) / 64, 0, &memory);
  std::pmr::vector<std::size_t> slots(2 * program.groups.size(), kNowhere, &memory);
  std::pmr::vector<Retreat> retreats({{0, false, 0}}, &memory);
  bool found = false;
  while (!found && !retreats.empty()) {
    const Retreat retreat = retreats.back();
    retreats.pop_back();
    if (retreat.restores) {
      slots[retreat.step] = retreat.place;
      continue;
    }
    std::size_t place = retreat.place;
    for (std::size_t at = retreat.step;;) {
      const Instruction& step = program.code[at];
      if (step.op == Op::one || step.op == Op::set) {
        if (place == length) break;
        const std::uint16_t c = classes[place];
        if (step.op == Op::one ? step.a != c : !family.in_set(step.a, c)) break;
        ++place, ++at;
      } else if (step.op == Op::split) {
        const std::size_t bit = step.mark * (length + 1) + place;
        if ((tried[bit / 64] >> (bit % 64) & 1U) != 0) break;
        tried[bit / 64] |= std::uint64_t{1} << (bit % 64);
        retreats.push_back({step.b, false, place});
        at = step.a;
      } else if (step.op == Op::jump) {
        at = step.a;
      } else if (step.op == Op::save) {
        retreats.push_back({step.a, true, slots[step.a]});
        slots[step.a] = place;
        ++at;
      } else if (step.op == Op::end) {
        if (place != length || whole.end != text.size()) break;
        ++at;
      } else {
        found = place == length;
        break;
      }
    }
  }
  if (!found) return false;
  out.reserve(program.groups.size());
  for (std::size_t g = 0; g < program.groups.size(); ++g) {
    if (slots[2 * g] == kNowhere || slots[2 * g + 1] == kNowhere) continue;
    out.emplace_back(program.groups[g], text::Range{bytes[slots[2 * g]], bytes[slots[2 * g + 1]]});
  }
  return true;
}

}  // namespace libparse::rules
