// SPDX-License-Identifier: MIT
#include "rules/rule_set.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <mutex>

#include "libparse/error.hpp"
#include "rules/rule_file.hpp"
#include "text/utf8.hpp"

namespace libparse::rules {
namespace {

constexpr std::size_t kWindow = 512;  // bytes: no rule reads further, so that the work per place is bounded

RE2::Options options(bool longest) {
  RE2::Options o;
  o.set_never_capture(longest);
  o.set_log_errors(false);
  o.set_longest_match(longest);
  if (longest) o.set_max_mem(64 << 20);  // the union's automaton must not fall back to the slow matcher
  return o;
}

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

struct RuleSet::Compiled {
  /// A rule with its own pattern, compiled when the rule first matches.
  struct Entry {
    Rule rule;
    std::string pattern;
    std::once_flag once;
    std::unique_ptr<RE2> re;
    std::vector<std::pair<std::string, int>> groups;
    explicit Entry(const RuleRecord& r) : rule(r), pattern(r.pattern) {}
    [[nodiscard]] bool can_start(char32_t c) const {
      const auto& ranges = rule.record().first;
      const auto behind = std::upper_bound(ranges.begin(), ranges.end(), c,
                                           [](char32_t x, const CharRange& r) { return x < r.first; });
      return behind != ranges.begin() && c <= std::prev(behind)->last;
    }
    const RE2& compiled() {
      std::call_once(once, [&] {
        re = std::make_unique<RE2>(pattern, options(false));
        for (const auto& [name, index] : re->NamedCapturingGroups()) groups.emplace_back(name, index);
      });
      return *re;
    }
  };

  std::vector<std::unique_ptr<Entry>> entries;
  std::string union_pattern;
  std::once_flag union_once;
  std::unique_ptr<RE2> union_re;
  std::bitset<0x10000> starts;  ///< characters of the basic plane that a match can start with
  bool starts_beyond = false;   ///< whether one can start with a character of another plane

  /// All rules in one pattern without captures, compiled when the family first scans.
  const RE2& any() {
    std::call_once(union_once, [&] {
      union_re = std::make_unique<RE2>(union_pattern, options(true));
      if (!union_re->ok()) {
        throw Error(ErrorCode::rules, union_re->error(), std::string(entries.front()->rule.record().family));
      }
    });
    return *union_re;
  }

  [[nodiscard]] bool can_start(char32_t c) const { return c < 0x10000 ? starts[c] : starts_beyond; }

  /// End of the longest match that starts at `at`, or `at`.
  std::size_t longest_from(std::string_view text, std::size_t at, std::size_t limit) {
    const std::size_t end = window_end(text, at, limit);
    re2::StringPiece found;
    const re2::StringPiece in(text.data(), end);
    return any().Match(in, at, end, RE2::ANCHOR_START, &found, 1) ? at + found.size() : at;
  }

  static std::size_t window_end(std::string_view text, std::size_t at, std::size_t limit) {
    std::size_t end = std::min(limit, at + kWindow);
    while (end < limit && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return end;
  }

  bool capture(Entry& entry, std::string_view text, text::Range whole, RuleMatch& out) const {
    const RE2& re = entry.compiled();
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(re.NumberOfCapturingGroups()) + 1);
    const re2::StringPiece in(text.data(), text.size());
    if (!re.Match(in, whole.begin, whole.end, RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size()))) {
      return false;
    }
    out.rule = &entry.rule;
    out.whole = out.range = whole;
    for (const auto& [name, index] : entry.groups) {
      const re2::StringPiece& g = groups[static_cast<std::size_t>(index)];
      if (g.data() == nullptr) continue;
      const auto begin = static_cast<std::size_t>(g.data() - text.data());
      out.captures.emplace_back(name, text::Range{begin, begin + g.size()});
      if (name == "quote") out.range = out.captures.back().second;
    }
    return true;
  }

  /// The first rule that matches `whole` exactly and that its context allows.
  bool choose(std::string_view text, text::Range whole, RuleMatch& out, std::vector<Rejection>* rejections) const {
    const char32_t start = text::char_at(text, whole.begin);
    for (const auto& candidate : entries) {
      Entry& entry = *candidate;
      RuleMatch match;
      if (!entry.can_start(start) || !capture(entry, text, whole, match)) continue;
      const RuleRecord& r = entry.rule.record();
      const auto reject = [&](std::string_view reason, std::string_view word) {
        if (rejections != nullptr) rejections->push_back({&entry.rule, match.range, reason, word});
      };
      if (const auto w = word_at(r.unless_before, text, match.range.begin, true); !w.empty()) {
        reject("unless_before", w);
      } else if (const auto v = word_at(r.unless_after, text, match.range.end, false); !v.empty()) {
        reject("unless_after", v);
      } else if (!r.only_before.empty() && word_at(r.only_before, text, match.range.begin, true).empty()) {
        reject("only_before", {});
      } else if (!r.only_after.empty() && word_at(r.only_after, text, match.range.end, false).empty()) {
        reject("only_after", {});
      } else {
        out = std::move(match);
        return true;
      }
    }
    return false;
  }
};

RuleSet::RuleSet(const std::vector<const RuleRecord*>& records) : compiled_(std::make_unique<Compiled>()) {
  for (const RuleRecord* record : records) {
    compiled_->entries.push_back(std::make_unique<Compiled::Entry>(*record));
    compiled_->union_pattern += (compiled_->union_pattern.empty() ? "(?:" : "|(?:") + without_names(std::string(record->pattern)) + ")";
    for (const CharRange& r : record->first) {
      for (char32_t c = r.first; c <= r.last && c < 0x10000; ++c) compiled_->starts.set(c);
      compiled_->starts_beyond = compiled_->starts_beyond || r.last >= 0x10000;
    }
  }
}

RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;

bool RuleSet::empty() const noexcept { return compiled_->entries.empty(); }

void RuleSet::scan(std::string_view text, text::Range where, const std::function<void(const RuleMatch&)>& take,
                   std::vector<Rejection>* rejections) const {
  if (empty()) return;
  const auto is_digit = [&](std::size_t i) { return i < where.end && text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t at = where.begin; at < where.end;) {
    if (!compiled_->can_start(text::char_at(text, at))) {
      at = text::next(text, at);
      continue;
    }
    const std::size_t end = compiled_->longest_from(text, at, where.end);
    RuleMatch match;
    if (end > at && compiled_->choose(text, {at, end}, match, rejections)) {
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
  scan(text, where, [&](const RuleMatch& m) { out.push_back(m); }, rejections);
  return out;
}

std::optional<RuleMatch> RuleSet::match_prefix(std::string_view text, text::Range where) const {
  if (empty() || where.empty() || !compiled_->can_start(text::char_at(text, where.begin))) return std::nullopt;
  const std::size_t end = compiled_->longest_from(text, where.begin, where.end);
  return end > where.begin ? match_whole(text, {where.begin, end}) : std::nullopt;
}

std::optional<RuleMatch> RuleSet::match_whole(std::string_view text, text::Range where) const {
  RuleMatch match;
  if (empty() || where.empty() || !compiled_->choose(text, where, match, nullptr)) return std::nullopt;
  return match;
}

}  // namespace libparse::rules
