// SPDX-License-Identifier: MIT
#include "extract/target.hpp"

#include <algorithm>

#include "extract/target_context.hpp"
#include "extract/target_indicator.hpp"
#include "extract/target_relations.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

constexpr std::size_t kLongestList = 16;

/// Quantities with nothing but 、 or 和 between them are a list: bounds said once hold for all, and so does the unit
/// where the first ones leave it out.
void join_list(std::vector<TargetCandidate>& all, std::size_t begin, std::size_t end) {
  const TargetCandidate& first = all[begin];
  const TargetCandidate last = all[end - 1];
  for (std::size_t i = begin; i < end; ++i) {
    Quantity& q = all[i].quantity;
    all[i].head = first.head;
    all[i].list_index = i - begin;
    all[i].list_size = end - begin;
    const bool unit_missing = q.unit.empty() && q.kind == UnitKind::none;
    const bool unit_begun = q.kind == UnitKind::generic && last.quantity.unit.size() > q.unit.size() &&
                            last.quantity.unit.starts_with(q.unit);  // 2个和1个工作日
    if (unit_missing || unit_begun || (q.unit != last.quantity.unit && last.quantity.kind == UnitKind::points)) {
      q.unit = last.quantity.unit;
      q.kind = last.quantity.kind;
    }
    if (i > begin && q.tie == Tie::plain) {
      q.tie = first.quantity.tie;
      q.direction = first.quantity.direction;
      if (first.quantity.bound_before && !q.bound_after && !q.max) q.comparator = first.quantity.comparator;
    }
    if (last.quantity.bound_after && !q.bound_after && !first.quantity.bound_before && !q.max) {
      q.comparator = last.quantity.comparator;
      q.bound_after = true;
    }
  }
}

bool is_list_gap(const TargetContext& x, std::size_t begin, std::size_t end) {
  while (begin < end) {
    if (x.text[begin] == ' ') {
      ++begin;
      continue;
    }
    const auto particle = x.words.particle.prefix(x.slice(begin, end));
    if (particle.value != "and") return false;
    begin += particle.word.size();
  }
  return true;
}

/// 分别达到100%,95%和90%以上: a comma, too, parts a list of numbers that says 分别 before it.
bool is_shared_out(const TargetContext& x, const TargetCandidate& first, const TargetCandidate& last,
                   const TargetCandidate& next) {
  if (next.core.begin != last.core.end + 1 || x.text[last.core.end] != ',') return false;
  if (next.quantity.unit != first.quantity.unit || first.quantity.bound_after) return false;
  std::size_t at = first.number;
  for (int steps = 0; steps < 8 && at > x.where.begin; ++steps) {
    at = text::previous(x.text, at);
    if (x.particle_at(at) == "each") return true;
  }
  return false;
}

void join_lists(std::vector<TargetCandidate>& all, const TargetContext& x) {
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i + 1;
    while (end < all.size() && end - i < kLongestList && all[end].quantity.tie == Tie::plain &&
           all[end - 1].core.end < all[end].core.begin &&
           (is_list_gap(x, all[end - 1].core.end, all[end].core.begin) ||
            is_shared_out(x, all[i], all[end - 1], all[end]))) {
      ++end;
    }
    if (end - i > 1) join_list(all, i, end);
    i = end;
  }
}

/// Where the number starts: with the match, unless the rule takes words before it along (控制在3级以内).
std::size_t number_of(const rules::RuleMatch& match) {
  const auto number = match.range_of("number");
  return number ? number->begin : match.range.begin;
}

/// A measure word that only begins another word is none: 6部门. So is a Latin unit that goes on.
bool is_broken_unit(const TargetCandidate& c, const TargetContext& x) {
  const std::string& unit = c.quantity.unit;
  const std::size_t end = c.match.range.end;
  if (unit.empty() || c.quantity.bound_after || end < unit.size() || !x.slice(0, end).ends_with(unit)) return false;
  const char last = unit.back();
  const char next = end < x.text.size() ? x.text[end] : ' ';
  const auto is_letter = [](char ch) { return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z'); };
  if (is_letter(last)) return is_letter(next);
  const auto word = x.words.only_of_itself.prefix(x.slice(end - unit.size(), x.where.end));
  return word.word.size() > unit.size();
}

/// 由62%, 从上年的30%: where the words start that make it a value which a change may start from; else the end.
std::size_t find_from(const TargetCandidate& c, const TargetContext& x) {
  constexpr int kLongestWay = 10;  // characters of 由2020年底的
  const std::size_t limit = x.where.begin;
  std::size_t at = c.core.begin;
  while (at > limit && x.text[at - 1] == ' ') --at;
  const bool attribute = x.words.particle.suffix(x.slice(limit, at)).value == "attribute";
  for (int steps = 0; steps < (attribute ? kLongestWay : 1) && at > limit; ++steps) {
    const auto word = x.words.particle.suffix(x.slice(limit, at));
    if (word.value == "from") return at - word.word.size();
    at = text::previous(x.text, at);
  }
  return c.core.end;
}

/// Puts the bounds before and behind the number together with it.
void bind(TargetCandidate& c, const TargetContext& x) {
  Quantity& q = c.quantity;
  q.tie = c.lead.tie;
  q.direction = c.lead.direction;
  q.comparator = c.lead.comparator;
  q.bound_before = q.comparator != Comparator::eq;
  std::string_view after = c.match.get("after", x.text);
  after.remove_prefix(std::min(after.find_first_not_of(' '), after.size()));
  if (const auto hit = x.words.bound_after.find(after)) {
    const Comparator said = comparator_of(hit.value);
    q.bound_after = true;
    // 控制在5%左右 is about five, 控制在5%以上 at least five; 突破5%以上 stays more than five.
    if (!q.bound_before || (q.tie == Tie::reached && said != Comparator::le)) q.comparator = said;
  }
  if (q.max) q.comparator = Comparator::range;
  if (c.match.rule->property("form") == "doubling") q.tie = Tie::changed;  // 翻一番 has its verb in itself
}

/// Looks beyond the stretch that is read, whose last mark may have been left out.
bool ends_clause(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const std::string_view c = text.substr(at, text::char_length(static_cast<unsigned char>(text[at])));
  return std::string_view(",。;、()\n").find(c) != std::string_view::npos;
}

/// What a match says, or nothing where its number or unit turns out to be none.
std::optional<TargetCandidate> candidate_of(const rules::RuleMatch& match, std::size_t limit, const TargetContext& x) {
  if (match.rule->property("ends") == "clause" && !ends_clause(x.text, match.range.end)) return std::nullopt;
  auto quantity = read_quantity(match, x.text, x.words);
  if (!quantity) return std::nullopt;
  TargetCandidate c;
  c.match = match;
  c.quantity = std::move(*quantity);
  c.number = number_of(match);
  const bool share = c.quantity.kind == UnitKind::share || c.quantity.kind == UnitKind::points;
  c.lead = read_lead(x.text, limit, c.number, share, x.words);
  if (c.lead.tie == Tie::plain && match.range_of("after") && c.lead.begin == c.number) {  // 满意度|在|85分以上
    const auto at = x.words.particle.suffix(x.slice(limit, c.number));
    const std::size_t begin = c.number - at.word.size();
    if (at.value == "at" && x.words.rate_ending.suffix(x.slice(limit, begin))) {
      c.lead.begin = begin;
      c.lead.tie = Tie::reached;
    }
  }
  c.core = {std::min(c.lead.begin, match.range.begin), match.range.end};
  c.head = c.core.begin;
  if (is_broken_unit(c, x)) return std::nullopt;
  bind(c, x);
  c.from = find_from(c, x);
  return c;
}

}  // namespace

TargetReader::TargetReader(const rules::Pack& pack)
    : rules_(pack.family("target")), words_(std::make_shared<const TargetWords>(pack)) {}

std::vector<TargetMention> TargetReader::read(std::string_view text, text::Range where,
                                              const std::vector<TimeMention>& times,
                                              std::vector<rules::Rejection>* rejections, int year) const {
  std::vector<TargetMention> out = read_all(text, where, times, rejections, year);
  std::erase_if(out, [](const TargetMention& mention) { return !mention.refused.empty(); });
  return out;
}

std::vector<TargetMention> TargetReader::read_all(std::string_view text, text::Range where,
                                                  const std::vector<TimeMention>& times,
                                                  std::vector<rules::Rejection>* rejections, int year) const {
  TargetContext context(text, where, *words_, times, year);
  std::vector<TargetCandidate> all;
  std::size_t limit = where.begin;
  const auto take = [&](const rules::RuleMatch& match) {
    if (match.rule->property("type") == "none") {
      if (match.rule->property("role") == "date") context.dates.push_back(match.range);
      if (match.rule->property("role") == "baseline") note_baseline(match, context);
      if (rejections != nullptr) rejections->push_back({match.rule, match.range, "trap", {}});
    } else if (auto candidate = candidate_of(match, limit, context)) {
      all.push_back(std::move(*candidate));
    }
    limit = match.range.end;
  };
  rules_.scan(text, where, take, rejections);
  join_lists(all, context);

  std::size_t last_target = 0;  // end of the last one that was a target
  for (TargetCandidate& c : all) {
    const bool chained = last_target > 0 && context.sentence_begin(c.core.begin) < last_target;
    c.refused = refusal(c, context, chained);
    if (c.refused.empty())
      last_target = c.core.end;
    else if (rejections != nullptr)
      rejections->push_back({c.match.rule, c.core, c.refused, {}});
  }

  std::vector<TargetMention> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    TargetCandidate& c = all[i];
    TargetMention mention;
    mention.range = c.core;
    mention.refused = c.refused;
    if (c.refused.empty()) {
      c.indicator = find_indicator(all, i, context);
      c.indicator_text = compose_indicator(all, i, context);
      mention.range = find_quote(c, context);
      mention.indicator = c.indicator;
      mention.indicator_text = c.indicator_text;
    }
    mention.value.comparator = c.quantity.comparator;
    mention.value.value = c.quantity.value;
    mention.value.max = c.quantity.max;
    mention.value.unit = c.quantity.unit;
    mention.value.direction = c.quantity.direction;
    mention.value.rule = std::string(c.match.rule->id());
    mention.written = find_written(c, context);
    add_unit_code(context.words, mention.value);
    if (c.refused.empty()) relate(all, i, context, mention);
    out.push_back(std::move(mention));
  }
  return out;
}

}  // namespace libparse::extract
