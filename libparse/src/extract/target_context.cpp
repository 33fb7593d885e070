// SPDX-License-Identifier: MIT
#include "extract/target_context.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

std::size_t skip_spaces_back(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at;
}

constexpr std::size_t kLongestWay = 1200;     // bytes back to the start of a clause or a sentence
constexpr std::size_t kLongestBracket = 200;  // bytes between brackets that are stepped over

/// Chinese marks all start with the same byte, which few other characters do.
bool is_mark(std::string_view c, std::string_view marks) {
  if (c.size() == 1) return marks.find(c.front()) != std::string_view::npos;
  return c.front() == '\xE3' && marks.find(c) != std::string_view::npos;
}

/// What of a quantity's surroundings decides; gathered once.
struct Surroundings {
  std::size_t clause = 0;
  std::size_t start = 0;  ///< of the clause behind the dates that open it
  std::size_t sentence = 0;
  std::size_t before_end = 0;
  std::string_view before;  ///< clause up to the core
  std::string_view behind;  ///< from behind the core to the end of the phrase and a little on
  bool attribute = false;   ///< 的 follows
  bool direct_commit = false;
  bool commit = false;  ///< a committing verb stands in the clause before
};

Surroundings look_around(const TargetCandidate& c, const TargetContext& x) {
  Surroundings s;
  s.clause = x.clause_begin(c.head);
  s.sentence = x.sentence_begin(c.head);
  s.start = s.clause;
  for (const TimeMention& t : x.times_in({s.clause, c.head})) {
    if (skip_spaces(x.text, s.start) >= t.range.begin) s.start = std::max(s.start, t.range.end);
  }
  for (const text::Range date : x.dates_in({s.clause, c.head})) {
    if (skip_spaces(x.text, s.start) >= date.begin) s.start = std::max(s.start, date.end);
  }
  s.start = std::min(skip_spaces(x.text, s.start), c.head);
  s.before_end = std::max(s.start, skip_spaces_back(x.text, c.head));
  s.before = x.slice(s.start, s.before_end);
  const std::size_t behind = skip_spaces(x.text, c.core.end);
  s.behind = x.slice(behind, x.where.end);
  s.attribute = x.particle_at(behind) == "attribute";
  s.direct_commit = static_cast<bool>(x.words.commit.suffix(s.before));
  s.commit = s.direct_commit || x.commits.any(s.start, s.before_end);
  return s;
}

bool is_counter(UnitKind kind) { return kind == UnitKind::count || kind == UnitKind::generic; }

/// True where the comparator leaves room upwards or downwards but does not bind: 超过, 低于 describe as often as bind.
bool is_loose(const Quantity& q) {
  return q.tie != Tie::bounded || q.comparator == Comparator::gt || q.comparator == Comparator::lt;
}

/// 2起以上|火情的|村: an attribute up to the next mark, with a noun behind it.
bool has_attribute_behind(const TargetCandidate& c, const TargetContext& x) {
  const std::size_t end = x.phrase_end(c.core.end, ",。;:、!?()\n");
  for (std::size_t at = c.core.end; at < end; at = text::next(x.text, at)) {
    if (x.particle_at(at) == "attribute") return text::next(x.text, at) < end;
  }
  return false;
}

bool has_noun_near(const TargetCandidate& c, const TargetContext& x) {
  constexpr int kNear = 3;  // characters between the bound and the noun
  std::size_t at = c.core.end;
  for (int steps = 0; steps < kNear && at < x.where.end; ++steps, at = text::next(x.text, at)) {
    if (x.words.condition_noun.prefix(x.slice(at, x.where.end))) return true;
  }
  return false;
}

/// Conditions: 库容10万立方米以上的水库, 5000万元以上项目, 超过30天的，….
bool is_condition(const TargetCandidate& c, const TargetContext& x, const Surroundings& s) {
  const Quantity& q = c.quantity;
  if (const auto tail = x.words.condition_tail.prefix(s.behind); tail && tail.value.empty()) return true;
  if (x.words.condition_lead.suffix(s.before)) return true;
  // 对价格不超过30万元的车辆: which ones, not how much is aimed at.
  if (s.attribute && x.words.particle.prefix(s.before).value == "object" && !x.parameters.any(s.start, s.before_end) &&
      !s.commit) {
    return true;
  }
  if (!is_loose(q)) {  // 注册资本不低于500万元的企业
    const std::string_view noun =
        s.behind.substr(std::min(s.behind.size(), x.words.particle.prefix(s.behind).word.size()));
    return s.attribute && !s.commit && q.kind == UnitKind::money && x.words.condition_noun.prefix(noun);
  }
  if (q.kind == UnitKind::score && q.comparator == Comparator::lt) return true;  // 低于70分: nobody aims at that
  // 2起以上火情的村: what has them, and nothing that is to be made.
  if (q.tie == Tie::plain && q.bound_after && q.kind == UnitKind::count && !s.commit && has_attribute_behind(c, x) &&
      !x.words.parameter.any_in(s.before) && s.before.empty()) {
    return true;
  }
  // 实施5000万元以上技改项目: the noun may have a word before it.
  if (q.tie == Tie::plain && q.bound_after && q.kind == UnitKind::money && has_noun_near(c, x)) return true;
  const bool measure = q.kind == UnitKind::size || q.kind == UnitKind::money || q.kind == UnitKind::person;
  const auto noun = x.words.condition_noun.prefix(s.behind);
  if (noun.value == "seats" && q.bound_after) return true;
  // 退出9万吨/年及以下煤矿: which ones, whatever is done to them.
  if (noun && measure && q.tie == Tie::plain && x.particle_in(c.match.get("after", x.text)) == "and") return true;
  // 容量30万千瓦及以下, 高度100米及以上: 及 makes it a class of things, not a level to reach.
  const std::string_view after = c.match.get("after", x.text);
  if ((measure || q.kind == UnitKind::count) && q.tie == Tie::plain && x.particle_in(after) == "and" && !s.commit)
    return true;
  if (q.tie == Tie::plain && q.bound_after && (q.kind == UnitKind::occasion || q.kind == UnitKind::score) &&
      !x.slice(c.core.end, x.phrase_end(c.core.end, ",。;:!?\n")).empty()) {
    return !s.direct_commit || q.han;
  }
  if (!s.attribute && !noun) return false;
  if (is_share(q.kind)) {
    if (!s.attribute) return false;
    if (q.tie != Tie::plain) return q.tie != Tie::changed || q.bound_after;
    // 50%以上的职工 shares out the whole; 持股50%以上的企业 says which are meant.
    const auto rest = x.words.lead.prefix(s.before);
    return !s.before.empty() && !s.direct_commit && rest.word.size() != s.before.size() &&
           x.words.rate_ending.suffix(s.before);
  }
  const bool bound = q.bound_after || q.tie != Tie::plain;
  if (!bound) return false;
  if (is_counter(q.kind)) return s.attribute && !s.direct_commit;
  if (q.kind == UnitKind::size) return !s.direct_commit;
  return true;
}

/// The count of a recurrence, which belongs to the times: 每月不少于2次.
bool is_recurrence(const TargetCandidate& c, const TargetContext& x, const Surroundings& s) {
  if (c.quantity.kind != UnitKind::occasion) return false;
  if (x.recurrences.any(s.clause, c.number)) return true;
  return std::ranges::any_of(x.times_in({s.clause, c.number}), [&](const TimeMention& t) {
    return t.value.type == TimeType::recurrence && t.range.end <= c.number && t.range.begin >= s.clause;
  });
}

bool is_parameter(const TargetCandidate& c, const TargetContext& x, const Surroundings& s) {
  const Quantity& q = c.quantity;
  if (q.kind != UnitKind::money && q.kind != UnitKind::share && q.kind != UnitKind::time) return false;
  if (!is_loose(q)) return false;
  // 工资保证金覆盖率100%: the rate is what is aimed at, unless it is one of interest or tax.
  if (q.kind == UnitKind::share && x.words.rate_ending.suffix(s.before).value == "rate" &&
      !x.words.parameter.suffix(s.before)) {
    return false;
  }
  if (x.particle_before(skip_spaces_back(x.text, c.head)) == "by") return true;
  const std::string_view ahead = x.slice(c.core.end, x.phrase_end(c.core.end, ",。;:、!?()\n"));
  return x.parameters.any(s.start, s.before_end) ||
         x.words.parameter.any_in(ahead.substr(0, std::min<std::size_t>(ahead.size(), 30)));
}

bool overlaps_time(const TargetCandidate& c, const TargetContext& x) {
  return std::ranges::any_of(x.times_in({c.number, c.core.end}), [&](const TimeMention& t) {
    // 控制在2小时以内 is a level even where 2小时以内 alone could be read as a time.
    const bool level = c.quantity.tie != Tie::plain && c.head < t.range.begin;
    return !(level && t.value.type == TimeType::relative);
  });
}

/// 每千名老年人拥有…45张以上: each of them is to have so many.
bool is_each(const TargetContext& x, std::string_view before) {
  return x.words.particle.prefix(before).value == "every";
}

bool has_deadline_before(const TargetContext& x, const Surroundings& s, std::size_t at) {
  return std::ranges::any_of(x.times_in({s.sentence, at}), [&](const TimeMention& t) {
    return t.range.begin >= s.sentence && t.range.end <= at && t.value.type != TimeType::recurrence;
  });
}

/// 100个事项实现…, 6所卫生院达到…: what is counted has to reach something.
bool achieves(const TargetCandidate& c, const TargetContext& x) {
  const std::size_t end = x.phrase_end(c.core.end, ",。;:、!?()\n");
  for (std::size_t at = c.core.end; at < end; at = text::next(x.text, at)) {
    if (const auto part = x.particle_at(at); part == "achieve" || part == "realize") return true;
  }
  return false;
}

/// 已|关闭|113家.
bool is_done_already(const TargetContext& x, const Surroundings& s) {
  const auto verb = x.words.commit.suffix(s.before);
  return verb && x.words.condition_lead.suffix(s.before.substr(0, s.before.size() - verb.word.size())).value == "done";
}

/// The value that a change starts from: 由62%提高到, 由上年的30%以上阶段性提高至.
bool is_start(const TargetCandidate& c, const TargetContext& x) {
  if (c.from >= c.core.end) return false;
  std::size_t at = c.core.end;
  bool changes = false;
  for (int steps = 0; steps < 7 && at < x.where.end && !changes; ++steps, at = text::next(x.text, at)) {
    const std::string_view ahead = x.slice(at, x.where.end);
    changes = x.words.reach.prefix(ahead) || x.words.change.prefix(ahead);
  }
  return changes;
}

/// 完成|剩余|37座, 完成|续建的|12万亩: what there is becomes the work by the verb before it.
bool takes_up(const TargetCandidate& c, const TargetContext& x, const Surroundings& s, rules::Lexicon::Hit denial) {
  const UnitKind kind = c.quantity.kind;
  if (c.quantity.han || (kind != UnitKind::size && kind != UnitKind::count && kind != UnitKind::generic)) return false;
  if (denial.value == "rest") {
    const std::size_t end = s.before_end - std::min(s.before_end - s.start, denial.word.size());
    return static_cast<bool>(x.words.commit.suffix(x.slice(s.start, end)));
  }
  const bool ends = c.core.end >= x.phrase_end(c.core.end, ",。;:、!?()\n");
  return denial.value == "rest-of" && ends && kind == UnitKind::size && s.commit;
}

/// What was before the year of the document: 2023年，全市完成投资12亿元.
bool tells_of_past_year(const TargetCandidate& c, const TargetContext& x, const Surroundings& s) {
  if (has_deadline_before(x, s, c.core.end)) return false;
  for (const text::Range date : x.dates_in({s.sentence, c.number})) {
    if (x.words.particle.suffix(x.slice(s.sentence, date.begin)).value == "asof") return true;  // 截至2023年底
    if (x.year <= 0) return false;
    if (skip_spaces(x.text, s.sentence) < date.begin) break;
    const std::string_view said = x.slice(date.begin, date.end);
    if (said.size() < 4 || said.find_first_not_of("0123456789") != 4) return false;
    const int year = 1000 * (said[0] - '0') + 100 * (said[1] - '0') + 10 * (said[2] - '0') + (said[3] - '0');
    const std::string_view rest = x.slice(skip_spaces(x.text, date.end), x.where.end);
    return year < x.year &&
           (rest.starts_with(',') || x.words.reach.prefix(rest) || x.words.not_committing.prefix(rest).word.size() > 3);
  }
  return false;
}

/// 37座矿山尚未完成修复: what is wrong with them, not what is to be done.
bool is_fault(const TargetCandidate& c, const TargetContext& x) {
  return c.quantity.tie == Tie::plain && !is_share(c.quantity.kind) &&
         x.faults.any(c.core.end, x.phrase_end(c.core.end, ",。;:!?\n"));
}

/// Whether a bare quantity is one that the sentence commits to.
bool is_committed(const TargetCandidate& c, const TargetContext& x, const Surroundings& s, bool chained) {
  const Quantity& q = c.quantity;
  const std::size_t before = skip_spaces_back(x.text, c.head);
  const auto denial = x.words.not_committing.suffix(x.slice(s.sentence, before));
  if (denial && takes_up(c, x, s, denial)) return true;
  if (denial && (denial.value == "always" || !(q.kind == UnitKind::share && (s.commit || denial.word.size() > 3))))
    return false;
  if (q.kind == UnitKind::share && q.unit.empty() && !q.bound_after) return s.direct_commit;
  if (q.kind == UnitKind::share) {
    const bool whole = q.value == Decimal::of(100);
    const bool opens = s.before.empty() || x.words.lead.contains(s.before);
    return whole || chained || s.commit || (opens && (q.unit == "%" || q.bound_after)) ||
           x.words.rate_ending.suffix(s.before) || (q.bound_after && !s.before.empty()) ||
           has_deadline_before(x, s, c.head);
  }
  if (q.kind == UnitKind::points) return chained || s.commit;
  if (q.kind == UnitKind::none) return false;
  if (q.single_han && !q.max) return s.direct_commit && (q.kind == UnitKind::count || q.kind == UnitKind::occasion);
  if (q.kind == UnitKind::money || q.kind == UnitKind::size) return chained || s.commit;
  if (q.max) return true;  // a plan speaks in ranges, a report does not
  const bool opens = s.before.empty() || x.words.lead.contains(s.before);
  const bool counted = q.kind != UnitKind::occasion;
  return chained || s.commit || (counted && achieves(c, x)) || (opens && has_deadline_before(x, s, c.head)) ||
         (q.bound_after && (has_deadline_before(x, s, c.head) || is_each(x, s.before))) ||
         x.words.lead.suffix(s.before);
}

}  // namespace

std::size_t TargetContext::begin_of(std::size_t at, std::string_view marks, Asked& last) const {
  const std::size_t from = at;
  const std::size_t floor = std::max(where.begin, from > kLongestWay ? from - kLongestWay : 0);
  if (last.plain && at > last.begin && at <= last.at) return std::max(last.begin, floor);
  bool plain = true;
  while (at > floor) {
    if (at == last.at) {
      at = last.begin;
      plain = plain && last.plain;
      break;
    }
    const std::size_t previous = text::previous(text, at);
    const std::string_view c = text.substr(previous, at - previous);
    if (c == "(") break;
    if (c == "." && is_stop(previous)) break;
    if (c == ")") {
      const std::size_t nearest = std::max(floor, previous > kLongestBracket ? previous - kLongestBracket : 0);
      const std::size_t open = text.substr(nearest, previous - nearest).rfind('(');
      if (open == std::string_view::npos) break;
      at = nearest + open;
      plain = false;
      continue;
    }
    if (is_mark(c, marks)) {
      const bool thousands = c == "," && previous > 0 && at < text.size() && text[previous - 1] >= '0' &&
                             text[previous - 1] <= '9' && text[at] >= '0' && text[at] <= '9';
      if (!thousands) break;
    }
    at = previous;
  }
  while (at < floor) at = text::next(text, at);
  last = {from, at, plain};
  return at;
}

bool TargetContext::is_stop(std::size_t dot) const {
  const auto is_ascii = [&](std::size_t at) { return at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; };
  return dot > 0 && !is_ascii(dot - 1) && !is_ascii(dot + 1);
}

std::size_t TargetContext::phrase_end(std::size_t at, std::string_view marks) const {
  for (std::size_t steps = 0; at < where.end && steps < 60; at = text::next(text, at), ++steps) {
    const std::string_view c = text.substr(at, text::char_length(static_cast<unsigned char>(text[at])));
    if (c == "(" && marks.find('(') == std::string_view::npos) {  // step over what stands in brackets
      const std::size_t close = slice(at, std::min(where.end, at + kLongestBracket)).find(')');
      if (close == std::string_view::npos) return at;
      at += close;
    }
    if (is_mark(c, marks) || (c == "." && is_stop(at))) return at;
  }
  return std::min(at, where.end);
}

std::string_view TargetContext::particle_in(std::string_view word) const {
  return words.particle.prefix(word.substr(std::min(word.find_first_not_of(' '), word.size()))).value;
}

std::string_view TargetContext::particle_at(std::size_t at) const {
  return at < where.end ? words.particle.prefix(slice(at, where.end)).value : std::string_view{};
}

std::string_view TargetContext::particle_before(std::size_t at) const {
  return words.particle.suffix(slice(where.begin, at)).value;
}

std::string_view refusal(const TargetCandidate& c, const TargetContext& x, bool chained) {
  const Quantity& q = c.quantity;
  if (overlaps_time(c, x)) return "time";
  if (is_start(c, x)) return "start";
  const Surroundings s = look_around(c, x);
  if (x.history.any(s.sentence, c.core.end)) return "history";
  if (tells_of_past_year(c, x, s) || is_fault(c, x) || is_done_already(x, s)) return "history";
  if (q.han && x.particle_before(c.number) == "every") return "rate";  // 每百平方公里
  if (is_condition(c, x, s)) return "condition";
  if (is_recurrence(c, x, s)) return "recurrence";
  if (is_parameter(c, x, s)) return "parameter";
  const bool firm = q.tie == Tie::bounded;
  if (!firm && c.match.rule->property("role") == "structure") return "structure";
  if (q.kind == UnitKind::kind && q.tie == Tie::plain) return "structure";
  if (q.kind == UnitKind::score && (q.tie == Tie::plain || c.lead.whole)) return "structure";
  if (q.kind == UnitKind::time) {
    if (q.tie == Tie::plain || (q.han && !firm)) return "time";
    // 保持24小时畅通: a duration that goes on into its noun tells how, not how long.
    if (!firm && !q.bound_after && c.list_index + 1 == c.list_size &&
        c.core.end < x.phrase_end(c.core.end, ",。;:、!?)\n"))
      return "time";
    if (q.value.scale == 0 && q.value.digits >= 1900) return "time";
  }
  if (c.match.range_of("half") && !firm && q.tie != Tie::changed && !q.bound_after) return "structure";
  const bool one = q.value == Decimal::of(1) && !q.max;
  if (one && !firm && !q.bound_after && (q.han || q.kind == UnitKind::occasion) && !is_share(q.kind)) return "one";
  if (q.han && !firm && q.kind == UnitKind::generic && q.single_han && q.tie == Tie::plain && !q.max) return "one";
  if (q.tie == Tie::changed && q.han && !is_share(q.kind) && q.kind != UnitKind::none) return "one";
  if (q.tie == Tie::plain && !is_committed(c, x, s, chained)) return "not committed";
  return {};
}

}  // namespace libparse::extract
