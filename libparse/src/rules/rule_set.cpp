// SPDX-License-Identifier: MIT
#include "rules/rule_set.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "rules/matcher.hpp"
#include "text/utf8.hpp"

namespace libparse::rules {
namespace {

constexpr std::size_t kWindow = 512;  // bytes: no rule reads further, so that the work per place is bounded

/// True where one of `words` stands right before (or behind) the place, spaces skipped.
std::string_view word_at(std::span<const std::string_view> words, std::string_view text, std::size_t at, bool before) {
  if (before) {
    while (at > 0 && text[at - 1] == ' ') --at;
    for (const std::string_view w : words) {
      if (text.substr(0, at).ends_with(w)) return w;
    }
  } else {
    while (at < text.size() && text[at] == ' ') ++at;
    for (const std::string_view w : words) {
      if (text.substr(at).starts_with(w)) return w;
    }
  }
  return {};
}

}  // namespace

std::string_view Rule::property(std::string_view key) const noexcept {
  for (const PropertyRecord& p : record_->produces) {
    if (p.key == key) return p.value;
  }
  return {};
}

std::optional<text::Range> RuleMatch::range_of(std::string_view name) const noexcept {
  for (const auto& [key, r] : captures) {
    if (key == name) return r;
  }
  return std::nullopt;
}

std::string_view RuleMatch::get(std::string_view name, std::string_view text) const noexcept {
  const auto r = range_of(name);
  return r ? text.substr(r->begin, r->size()) : std::string_view{};
}

namespace {

/// The captures as RE2 finds them, for places too long for find_captures.
bool find_captures_slowly(const RuleRecord& rule, std::string_view text, text::Range whole, Captures& out) {
  RE2::Options options;
  options.set_log_errors(false);
  const RE2 re(re2::StringPiece(rule.pattern.data(), rule.pattern.size()), options);
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(re.NumberOfCapturingGroups()) + 1);
  const re2::StringPiece in(text.data(), text.size());
  if (!re.Match(in, whole.begin, whole.end, RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size()))) {
    return false;
  }
  for (const auto& [name, index] : re.NamedCapturingGroups()) {
    const re2::StringPiece& g = groups[static_cast<std::size_t>(index)];
    if (g.data() == nullptr) continue;
    const auto begin = static_cast<std::size_t>(g.data() - text.data());
    const std::size_t at = rule.pattern.find("(?P<" + name + ">") + 4;
    out.emplace_back(rule.pattern.substr(at, name.size()), text::Range{begin, begin + g.size()});
  }
  return true;
}

}  // namespace

struct RuleSet::Compiled {
  struct Part {
    Matcher matcher;
    std::vector<Rule> rules;
    std::vector<std::uint32_t> ranks;
  };
  /// A rule that matches the place in question.
  struct Candidate {
    std::uint32_t rank = 0;
    std::uint16_t part = 0;
    std::uint16_t rule = 0;  ///< its number in the part
  };
  /// Those of one place, in the order in which they are asked.
  struct Candidates {
    std::vector<Candidate> all;
    RuleNumbers found;  ///< of one part
  };

  std::vector<Part> parts;

  [[nodiscard]] bool can_start(char32_t c) const {
    return std::any_of(parts.begin(), parts.end(), [&](const Part& p) { return p.matcher.can_start(c); });
  }

  void add(std::size_t part, Candidates& candidates) const {
    for (const std::uint16_t rule : candidates.found) {
      candidates.all.push_back({parts[part].ranks[rule], static_cast<std::uint16_t>(part), rule});
    }
  }
  static void put_in_order(Candidates& candidates) {
    if (candidates.all.size() < 2) return;
    std::sort(candidates.all.begin(), candidates.all.end(),
              [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
  }

  /// Where matches of any part can start.
  class Finder {
   public:
    Finder(const std::vector<Part>& parts, std::string_view text, std::size_t end)
        : first_(parts.front().matcher.record(), text, end) {
      for (std::size_t i = 1; i < parts.size(); ++i) rest_.emplace_back(parts[i].matcher.record(), text, end);
    }
    std::size_t find(std::size_t at) {
      place_ = first_.find(at);
      for (StartFinder& finder : rest_) place_ = std::min(place_, finder.find(at));
      return place_;
    }
    [[nodiscard]] std::uint64_t units(std::size_t part) {
      StartFinder& finder = part == 0 ? first_ : rest_[part - 1];
      return finder.find(place_) == place_ ? finder.units() : 0;
    }

   private:
    std::size_t place_ = 0;
    StartFinder first_;  // nearly always the only one: no memory is taken
    std::vector<StartFinder> rest_;
  };

  /// End of the longest match that starts at `at`, or `at`; and which rules match there.
  std::size_t longest_from(std::string_view text, std::size_t at, std::size_t limit, Candidates& candidates,
                           Finder* finder = nullptr) const {
    const std::size_t window = window_end(text, at, limit);
    std::size_t longest = at;
    candidates.all.clear();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::uint64_t units = finder != nullptr ? finder->units(i) : kAllUnits;
      const std::size_t end = parts[i].matcher.longest(text, at, window, candidates.found, units);
      if (end <= at || end < longest) continue;
      if (end > longest) candidates.all.clear();
      longest = end;
      add(i, candidates);
    }
    put_in_order(candidates);
    return longest;
  }

  static std::size_t window_end(std::string_view text, std::size_t at, std::size_t limit) {
    std::size_t end = std::min(limit, at + kWindow);
    while (end < limit && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return end;
  }

  bool read(const Candidate& candidate, std::string_view text, text::Range whole, RuleMatch& out) const {
    const Part& part = parts[candidate.part];
    const ProgramRecord& program = part.matcher.record().programs[candidate.rule];
    out.rule = &part.rules[candidate.rule];
    out.whole = out.range = whole;
    if (program.groups.empty()) return true;
    const bool found = is_too_long_for_captures(program, whole.size())
                           ? find_captures_slowly(out.rule->record(), text, whole, out.captures)
                           : find_captures(part.matcher.record(), program, text, whole, out.captures);
    if (const auto quote = out.range_of("quote")) out.range = *quote;
    return found;
  }

  /// The first of the candidates that its context allows.
  bool choose(std::string_view text, text::Range whole, const Candidates& candidates, RuleMatch& out,
              std::vector<Rejection>* rejections) const {
    for (const Candidate& candidate : candidates.all) {
      RuleMatch match;
      if (!read(candidate, text, whole, match) || !context_allows(text, match, rejections)) continue;
      out = std::move(match);
      return true;
    }
    return false;
  }

  static bool context_allows(std::string_view text, const RuleMatch& match, std::vector<Rejection>* rejections) {
    const RuleRecord& r = match.rule->record();
    const auto reject = [&](std::string_view reason, std::string_view word) {
      if (rejections != nullptr) rejections->push_back({match.rule, match.range, reason, word});
      return false;
    };
    if (const auto w = word_at(r.unless_before, text, match.range.begin, true); !w.empty()) {
      return reject("unless_before", w);
    }
    if (const auto w = word_at(r.unless_after, text, match.range.end, false); !w.empty()) {
      return reject("unless_after", w);
    }
    if (!r.only_before.empty() && word_at(r.only_before, text, match.range.begin, true).empty()) {
      return reject("only_before", {});
    }
    if (!r.only_after.empty() && word_at(r.only_after, text, match.range.end, false).empty()) {
      return reject("only_after", {});
    }
    return true;
  }
};

RuleSet::RuleSet(const std::vector<Part>& parts) : compiled_(std::make_unique<Compiled>()) {
  for (const auto& [family, ranks] : parts) {
    std::vector<bool> replaced(ranks.size());
    for (std::size_t i = 0; i < ranks.size(); ++i) replaced[i] = ranks[i] == kReplaced;
    if (std::find(replaced.begin(), replaced.end(), true) == replaced.end()) replaced.clear();
    std::vector<Rule> rules;
    for (const RuleRecord& record : family->rules) rules.emplace_back(record);
    compiled_->parts.push_back({Matcher(family->matcher, std::move(replaced)), std::move(rules), ranks});
  }
}

RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;

bool RuleSet::empty() const noexcept { return compiled_->parts.empty(); }

void RuleSet::scan(std::string_view text, text::Range where, const std::function<void(const RuleMatch&)>& take,
                   std::vector<Rejection>* rejections) const {
  if (empty()) return;
  Compiled::Candidates candidates;
  const auto is_digit = [&](std::size_t i) { return i < where.end && text[i] >= '0' && text[i] <= '9'; };
  Compiled::Finder finder(compiled_->parts, text, where.end);
  for (std::size_t at = where.begin;;) {
    at = finder.find(at);
    if (at >= where.end) return;
    const std::size_t end = compiled_->longest_from(text, at, where.end, candidates, &finder);
    RuleMatch match;
    if (end > at && compiled_->choose(text, {at, end}, candidates, match, rejections)) {
      take(match);
      at = std::max(match.range.end, text::next(text, at));
    } else if (is_digit(at)) {  // nothing is read inside a number
      while (is_digit(at)) ++at;
    } else {
      at = text::next(text, at);
    }
  }
}

std::vector<RuleMatch> RuleSet::find_all(std::string_view text, text::Range where,
                                         std::vector<Rejection>* rejections) const {
  std::vector<RuleMatch> out;
  scan(
      text, where, [&](const RuleMatch& m) { out.push_back(m); }, rejections);
  return out;
}

std::optional<RuleMatch> RuleSet::match_prefix(std::string_view text, text::Range where) const {
  if (empty() || where.empty() || !compiled_->can_start(text::char_at(text, where.begin))) return std::nullopt;
  Compiled::Candidates candidates;
  const std::size_t end = compiled_->longest_from(text, where.begin, where.end, candidates);
  RuleMatch match;
  if (end == where.begin || !compiled_->choose(text, {where.begin, end}, candidates, match, nullptr))
    return std::nullopt;
  return match;
}

std::optional<RuleMatch> RuleSet::match_whole(std::string_view text, text::Range where) const {
  if (empty() || where.empty() || !compiled_->can_start(text::char_at(text, where.begin))) return std::nullopt;
  Compiled::Candidates candidates;
  for (std::size_t i = 0; i < compiled_->parts.size(); ++i) {
    compiled_->parts[i].matcher.matching(text, where, candidates.found);
    compiled_->add(i, candidates);
  }
  Compiled::put_in_order(candidates);
  RuleMatch match;
  if (!compiled_->choose(text, where, candidates, match, nullptr)) return std::nullopt;
  return match;
}

}  // namespace libparse::rules
