// SPDX-License-Identifier: MIT
#include "rules/subsets.hpp"

#include <algorithm>
#include <string>

namespace libparse::rules {
namespace {

using Items = std::vector<std::uint32_t>;  // sorted: the steps that a state stands at

struct ItemsHash {
  std::size_t operator()(const Items& items) const noexcept {
    std::uint64_t h = 0xcbf29ce484222325U;
    for (const std::uint32_t i : items) h = (h ^ i) * 0x9E3779B97F4A7C15U, h ^= h >> 29U;
    return static_cast<std::size_t>(h);
  }
};

class Constructor {
 public:
  Constructor(const std::vector<Program>& programs, const std::vector<std::uint16_t>& members, const ClassSets& sets,
              std::uint16_t alphabet_size, std::size_t most_states)
      : sets_(sets),
        bits_(sets.bits(alphabet_size)),
        words_((alphabet_size + 63U) / 64U),
        classes_(alphabet_size),
        most_(most_states) {
    for (const std::uint16_t rule : members) {
      starts_.push_back(static_cast<std::uint32_t>(code_.size()));
      for (const Instruction& step : programs[rule].code) {
        code_.push_back(step);
        base_.push_back(starts_.back());
        rule_.push_back(rule);
      }
    }
    closures_.resize(code_.size());
    stamps_.resize(code_.size());
  }

  std::optional<Transitions> run() {
    out_.sets.emplace_back();
    set_numbers_.emplace(std::vector<std::uint16_t>{}, 0);
    state_of({});  // the dead state
    Items start;
    for (const std::uint32_t s : starts_) follow(s, start, false);
    normalize(start);
    state_of(std::move(start));
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (states_.size() > most_) return std::nullopt;
      expand(*states_[i]);
    }
    return std::move(out_);
  }

 private:
  static void normalize(Items& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
  }

  std::uint16_t state_of(Items items) {
    const auto [at, fresh] = numbers_.emplace(std::move(items), static_cast<std::uint16_t>(states_.size()));
    if (fresh) states_.push_back(&at->first);
    return at->second;
  }

  /// The steps reached from `from` without a character; `at_end` goes through `$`.
  void follow(std::uint32_t from, Items& out, bool at_end) {
    ++stamp_;
    pending_.assign(1, from);
    while (!pending_.empty()) {
      const std::uint32_t i = pending_.back();
      pending_.pop_back();
      if (stamps_[i] == stamp_) continue;
      stamps_[i] = stamp_;
      const Instruction& step = code_[i];
      switch (step.op) {
        case Op::split:
          pending_.push_back(base_[i] + step.b);
          [[fallthrough]];
        case Op::jump:
          pending_.push_back(base_[i] + step.a);
          break;
        case Op::save:
          pending_.push_back(i + 1);
          break;
        case Op::end:
          if (at_end)
            pending_.push_back(i + 1);
          else
            out.push_back(i);
          break;
        default:
          out.push_back(i);
          break;
      }
    }
  }

  /// `follow` of the step behind `item`, kept.
  const Items& behind(std::uint32_t item) {
    Items& known = closures_[item];
    if (known.empty()) {
      follow(item + 1, known, false);
      normalize(known);
    }
    return known;
  }

  std::uint16_t accept_set(const Items& items, bool at_end) {
    std::vector<std::uint16_t> rules;
    Items more;
    for (const std::uint32_t i : items) {
      if (code_[i].op == Op::match) rules.push_back(rule_[i]);
      if (code_[i].op == Op::end && at_end) follow(i + 1, more, true);
    }
    for (const std::uint32_t i : more) {
      if (code_[i].op == Op::match) rules.push_back(rule_[i]);
    }
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    const auto [at, fresh] = set_numbers_.emplace(rules, static_cast<std::uint16_t>(out_.sets.size()));
    if (fresh) out_.sets.push_back(rules);
    return at->second;
  }

  void expand(const Items& items) {
    out_.accepts.push_back(accept_set(items, false));
    out_.accepts_at_end.push_back(accept_set(items, true));
    std::vector<std::uint32_t> set_items;
    std::map<std::uint16_t, std::vector<std::uint32_t>> singles;
    for (const std::uint32_t i : items) {
      if (code_[i].op == Op::one) singles[code_[i].a].push_back(i);
      if (code_[i].op == Op::set) set_items.push_back(i);
    }
    const std::vector<std::uint16_t> groups = group_classes(set_items);
    std::map<std::uint16_t, std::uint16_t> target_of_group;
    std::vector<std::uint16_t> row(classes_);
    std::unordered_map<std::uint16_t, std::size_t> counts;
    for (std::uint16_t c = 0; c < classes_; ++c) {
      const auto own = singles.find(c);
      if (own == singles.end()) {
        const auto [at, fresh] = target_of_group.emplace(groups[c], 0);
        if (fresh) at->second = target(c, set_items, {});
        row[c] = at->second;
      } else {
        row[c] = target(c, set_items, own->second);
      }
      ++counts[row[c]];
    }
    Transitions::Row packed;
    std::size_t best = 0;
    for (const auto& [state, count] : counts) {
      if (count > best || (count == best && state < packed.otherwise)) best = count, packed.otherwise = state;
    }
    for (std::uint16_t c = 0; c < classes_; ++c) {
      if (row[c] != packed.otherwise) packed.cells.emplace_back(c, row[c]);
    }
    out_.rows.push_back(std::move(packed));
  }

  /// Numbers the classes so that two with the same number are in the same sets.
  std::vector<std::uint16_t> group_classes(const std::vector<std::uint32_t>& set_items) {
    std::vector<std::uint16_t> groups(classes_, 0), used;
    std::uint16_t count = 1;
    for (const std::uint32_t i : set_items) used.push_back(code_[i].a);
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (const std::uint16_t set : used) {
      std::map<std::uint16_t, std::uint16_t> renamed;
      for (const std::uint16_t c : sets_.all()[set]) {
        const auto [at, fresh] = renamed.emplace(groups[c], count);
        if (fresh) ++count;
        groups[c] = at->second;
      }
    }
    return groups;
  }

  std::uint16_t target(std::uint16_t c, const std::vector<std::uint32_t>& set_items,
                       const std::vector<std::uint32_t>& own) {
    Items next;
    const auto add = [&](std::uint32_t item) {
      const Items& more = behind(item);
      next.insert(next.end(), more.begin(), more.end());
    };
    for (const std::uint32_t i : own) add(i);
    for (const std::uint32_t i : set_items) {
      if ((bits_[code_[i].a * words_ + c / 64U] >> (c % 64U) & 1U) != 0) add(i);
    }
    normalize(next);
    return state_of(std::move(next));
  }

  const ClassSets& sets_;
  std::vector<std::uint64_t> bits_;
  std::size_t words_;
  std::uint16_t classes_;
  std::size_t most_;
  std::vector<std::uint32_t> starts_;
  std::vector<Instruction> code_;    ///< of all programs, behind each other
  std::vector<std::uint32_t> base_;  ///< where the program of a step starts
  std::vector<std::uint16_t> rule_;
  std::vector<Items> closures_;
  std::vector<std::uint32_t> stamps_;
  std::uint32_t stamp_ = 0;
  Items pending_;
  std::unordered_map<Items, std::uint16_t, ItemsHash> numbers_;
  std::vector<const Items*> states_;
  std::map<std::vector<std::uint16_t>, std::uint16_t> set_numbers_;
  Transitions out_;
};

}  // namespace

std::optional<Transitions> construct_subsets(const std::vector<Program>& programs,
                                             const std::vector<std::uint16_t>& members, const ClassSets& sets,
                                             std::uint16_t alphabet_size, std::size_t most_states) {
  return Constructor(programs, members, sets, alphabet_size, most_states).run();
}

}  // namespace libparse::rules
