// SPDX-License-Identifier: MIT
#include "rules/rule_set.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>

#include "libparse/error.hpp"
#include "rules/rule_file.hpp"
#include "text/utf8.hpp"

namespace libparse::rules {
namespace {

RE2::Options options(bool longest) {
  RE2::Options o;
  o.set_log_errors(false);
  o.set_longest_match(longest);
  o.set_max_mem(longest ? 64 << 20 : 8 << 20);  // the union's automaton must not fall back to the slow matcher
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
    const RE2& compiled() {
      std::call_once(once, [&] {
        re = std::make_unique<RE2>(pattern, options(false));
        for (const auto& [name, index] : re->NamedCapturingGroups()) groups.emplace_back(name, index);
      });
      return *re;
    }
  };

  std::vector<std::unique_ptr<Entry>> entries;
  std::unique_ptr<RE2> any;
  std::unique_ptr<RE2::Set> which;

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
    std::vector<int> ids;
    which->Match(re2::StringPiece(text.data() + whole.begin, whole.size()), &ids);
    std::sort(ids.begin(), ids.end());
    for (const int id : ids) {
      Entry& entry = *entries[static_cast<std::size_t>(id)];
      RuleMatch match;
      if (!capture(entry, text, whole, match)) continue;
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
  if (records.empty()) return;
  compiled_->which = std::make_unique<RE2::Set>(options(true), RE2::ANCHOR_BOTH);
  std::string any;
  for (const RuleRecord* record : records) {
    compiled_->entries.push_back(std::make_unique<Compiled::Entry>(*record));
    const std::string bare = without_names(std::string(record->pattern));
    any += (any.empty() ? "(?:" : "|(?:") + bare + ")";
    std::string error;
    if (compiled_->which->Add(bare, &error) < 0) throw Error(ErrorCode::rules, error, std::string(record->id));
  }
  compiled_->which->Compile();
  compiled_->any = std::make_unique<RE2>(any, options(true));
  if (!compiled_->any->ok()) throw Error(ErrorCode::rules, compiled_->any->error(), std::string(records[0]->family));
}

RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;

bool RuleSet::empty() const noexcept { return compiled_->entries.empty(); }

void RuleSet::scan(std::string_view text, text::Range where, const std::function<void(const RuleMatch&)>& take,
                   std::vector<Rejection>* rejections) const {
  if (empty()) return;
  const re2::StringPiece in(text.data(), where.end);
  re2::StringPiece found;
  for (std::size_t at = where.begin; at < where.end;) {
    if (!compiled_->any->Match(in, at, where.end, RE2::UNANCHORED, &found, 1)) return;
    const auto begin = static_cast<std::size_t>(found.data() - text.data());
    const text::Range whole{begin, begin + found.size()};
    RuleMatch match;
    if (compiled_->choose(text, whole, match, rejections)) {
      take(match);
      at = std::max(match.range.end, text::next(text, begin));
    } else {  // the longest reading is void: a shorter one may start behind its first character
      at = text::next(text, begin);
      if (text[begin] >= '0' && text[begin] <= '9') {  // but never inside a number
        while (at < where.end && text[at] >= '0' && text[at] <= '9') ++at;
      }
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
  re2::StringPiece found;
  const re2::StringPiece in(text.data(), where.end);
  if (empty() || where.empty() ||
      !compiled_->any->Match(in, where.begin, where.end, RE2::ANCHOR_START, &found, 1)) {
    return std::nullopt;
  }
  return match_whole(text, {where.begin, where.begin + found.size()});
}

std::optional<RuleMatch> RuleSet::match_whole(std::string_view text, text::Range where) const {
  RuleMatch match;
  if (empty() || where.empty() || !compiled_->choose(text, where, match, nullptr)) return std::nullopt;
  return match;
}

}  // namespace libparse::rules
