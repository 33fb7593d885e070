// SPDX-License-Identifier: MIT
#include "extract/target_relations.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "libparse/names.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

using text::Range;

int to_int(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The year that `text` starts with, 0 where it starts with none.
int leading_year(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits == 4 ? to_int(text.substr(0, digits)) : 0;
}

/// Start of the sentence, across ；: a deadline at its start holds for all its parts.
std::size_t whole_sentence_begin(std::size_t at, const TargetContext& x) {
  std::size_t begin = x.sentence_begin(at);
  for (int parts = 0; parts < 12 && begin > x.where.begin && x.text[begin - 1] == ';'; ++parts) {
    begin = x.sentence_begin(begin - 1);
  }
  return begin;
}

bool can_govern(const TimeMention& time) { return extract::can_govern(time.value); }

bool is_joined(const TargetContext& x, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const auto particle = x.words.particle.prefix(x.slice(begin, end));
    const bool space = x.text[begin] == ' ' || x.text[begin] == ',';
    if (!space && particle.value != "and") return false;
    begin += space ? 1 : particle.word.size();
  }
  return true;
}

/// Finds the time that governs a target.
class Governor {
 public:
  Governor(std::span<const TargetCandidate> all, std::size_t at, const TargetContext& context)
      : all_(all), at_(at), c_(all[at]), x_(context), sentence_(whole_sentence_begin(c_.head, x_)) {}

  [[nodiscard]] const TimeMention* find() const {
    if (const TimeMention* own = of_list()) return own;
    const std::size_t clause = x_.clause_begin(c_.head);
    const auto before = x_.times_in({sentence_, c_.head});
    for (std::size_t i = before.size(); i-- > 0;) {
      const TimeType type = before[i].value.type;
      const bool near = type == TimeType::recurrence || type == TimeType::relative;  // 2个工作日内办结，…
      if (near ? before[i].range.begin >= clause : can_govern(before[i]) && before[i].range.begin >= sentence_) {
        return &before[i];
      }
    }
    return behind();
  }

 private:
  /// 2023年、2024年、2025年分别达到85%、90%、95%: one time for each of the list.
  [[nodiscard]] const TimeMention* of_list() const {
    if (c_.list_size < 2) return nullptr;
    const auto times = x_.times_in({sentence_, c_.head});
    std::size_t count = 0;  // of times in a row, the last ones
    for (std::size_t i = times.size(); i-- > 0; ++count) {
      if (!can_govern(times[i]) || times[i].range.begin < sentence_) break;
      if (count > 0 && !is_joined(x_, times[i].range.end, times[i + 1].range.begin)) break;
    }
    return count == c_.list_size ? &times[times.size() - count + c_.list_index] : nullptr;
  }

  /// 改造管网30公里，10月底前完成: the only time of the sentence stands behind, and carries no target of its own.
  [[nodiscard]] const TimeMention* behind() const {
    const std::size_t end = x_.phrase_end(c_.core.end, "。!?\n");
    const auto times = x_.times_in({c_.core.end, end});
    if (times.size() != 1 || !can_govern(times.front())) return nullptr;
    const std::size_t clause_end = x_.phrase_end(times.front().range.end, ",。;!?\n");
    for (std::size_t i = at_ + 1; i < all_.size() && all_[i].core.begin < clause_end; ++i) {
      if (all_[i].core.begin >= times.front().range.end) return nullptr;
    }
    return &times.front();
  }

  std::span<const TargetCandidate> all_;
  std::size_t at_;
  const TargetCandidate& c_;
  const TargetContext& x_;
  std::size_t sentence_;
};

bool is_change(const TargetCandidate& c) {
  return c.quantity.direction != Direction::none ||
         (c.quantity.kind == UnitKind::points && c.quantity.tie == Tie::changed);
}

/// The words that a change is measured against: in its own clause, or opening its sentence (与2020年相比，…).
const BaselineMention* find_base(const TargetCandidate& c, const TargetContext& x) {
  const std::size_t clause = x.clause_begin(c.head), sentence = x.sentence_begin(c.head);
  auto after =
      std::ranges::partition_point(x.baselines, [&](const BaselineMention& b) { return b.range.end <= c.head; });
  if (after == x.baselines.begin()) return nullptr;
  const BaselineMention& nearest = *std::prev(after);
  if (nearest.range.begin >= clause) return &nearest;
  const bool opens =
      nearest.range.begin == sentence && nearest.range.end < x.text.size() && x.text[nearest.range.end] == ',';
  return opens ? &nearest : nullptr;
}

/// The year before that of the target: of the time that governs it, else, for 去年, of the document.
int year_before(const BaselineMention& base, const TimeMention* governor, const TargetContext& x) {
  const bool dated = governor != nullptr && governor->value.type != TimeType::relative;
  const int year =
      dated ? leading_year(governor->value.end.substr(0, std::min<std::size_t>(4, governor->value.end.size())))
      : base.relative == "ago" ? x.year
                               : 0;
  return year > 0 ? year - 1 : 0;
}

/// 由2020年的80%: what the change starts from, right before it.
const TargetCandidate* find_start(std::span<const TargetCandidate> all, std::size_t at, const TargetContext& x) {
  const TargetCandidate& c = all[at];
  if (at < c.list_index + 1) return nullptr;
  const TargetCandidate& before = all[at - c.list_index - 1];
  const bool start = before.refused == "start" && before.list_size == c.list_size;
  return start && before.core.begin >= x.clause_begin(c.head) ? &all[at - c.list_size] : nullptr;
}

void set_baseline(std::span<const TargetCandidate> all, std::size_t at, const TimeMention* governor,
                  const TargetContext& x, TargetMention& mention) {
  const TargetCandidate& c = all[at];
  Baseline out;
  if (const TargetCandidate* start = find_start(all, at, x)) {
    const Range from{std::min(start->from, start->core.begin), start->core.end};
    const Quantity& q = start->quantity;
    if (q.comparator == Comparator::eq && !q.bound_after && (q.unit == c.quantity.unit || q.unit.empty()))
      out.value = q.value;
    for (const Range date : x.dates_in(from)) out.year = leading_year(x.slice(date.begin, date.end));
    mention.baseline = from;
  } else if (const BaselineMention* base = is_change(c) ? find_base(c, x) : nullptr) {
    out.year = base->relative.empty() ? base->year : year_before(*base, governor, x);
    mention.baseline = base->range;
  } else {
    const auto word = x.words.change_base.prefix(x.slice(c.core.begin, c.number));
    if (!word || !is_change(c)) return;
    mention.baseline = {c.core.begin, c.core.begin + word.word.size()};
  }
  mention.value.baseline = std::move(out);
}

/// 下降18%（约束性）: what a bracket behind the number, or before its verb, says.
Nature find_nature(const TargetCandidate& c, const TargetContext& x) {
  constexpr std::size_t kLongest = 60;  // bytes of a bracket
  std::string_view inside;
  if (x.slice(c.core.end, x.where.end).starts_with('(')) {
    const std::string_view rest = x.slice(c.core.end + 1, std::min(x.where.end, c.core.end + kLongest));
    inside = rest.substr(0, std::min(rest.find(')'), rest.size()));
  } else if (c.head > x.where.begin && x.text[c.head - 1] == ')') {
    const std::size_t from = std::max(x.where.begin, c.head > kLongest ? c.head - kLongest : 0);
    const std::string_view rest = x.slice(from, c.head - 1);
    const std::size_t open = rest.rfind('(');
    if (open != std::string_view::npos) inside = rest.substr(open + 1);
  }
  return find_named<Nature>(x.words.nature.find(inside).value).value_or(Nature::none);
}

/// `text` without spaces and thousands marks.
std::string compact(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == ' ' || c == ','; });
  return out;
}

}  // namespace

bool can_govern(const Time& time) {
  return time.type == TimeType::deadline || time.type == TimeType::period || time.type == TimeType::relative;
}

void note_baseline(const rules::RuleMatch& match, TargetContext& x) {
  BaselineMention base{match.range, to_int(match.get("year", x.text)), match.rule->property("year")};
  if (const auto plan = x.words.plans.find(match.get("plan", x.text))) base.year = to_int(plan.value) + 4;
  x.baselines.push_back(base);
  if (const auto date = match.range_of("date")) x.dates.push_back(*date);
}

Range find_written(const TargetCandidate& c, const TargetContext& x) {
  Range r{c.number, c.match.range.end};
  if (const auto after = c.match.range_of("after")) r.end = after->begin;
  while (r.end > r.begin && x.text[r.end - 1] == ' ') --r.end;
  const std::string written = compact(x.slice(r.begin, r.end));
  const std::string value = c.quantity.value.to_string();
  const std::string last = c.quantity.max ? c.quantity.max->to_string() : value;
  const bool plain = written == last || written == last + compact(c.quantity.unit);  // the unit of a list stands once
  const bool range =
      c.quantity.max && written.starts_with(value) && written.ends_with(last + c.quantity.unit) &&
      written.find_first_of("0123456789", value.size()) == written.size() - last.size() - c.quantity.unit.size();
  return plain || range ? Range{} : r;
}

void add_unit_code(const TargetWords& words, Target& target) {
  const std::string_view said = words.unit_code.find(target.unit).value;
  const std::size_t space = std::min(said.find(' '), said.size());
  if (said.substr(0, space) != "-") target.quantity_kind = said.substr(0, space);
  if (space < said.size()) target.ucum = said.substr(space + 1);
}

void relate(std::span<const TargetCandidate> all, std::size_t at, const TargetContext& x, TargetMention& mention) {
  const TimeMention* const governor = Governor(all, at, x).find();
  if (governor != nullptr) mention.value.by = static_cast<std::size_t>(governor - x.times.data());
  set_baseline(all, at, governor, x, mention);
  mention.value.nature = find_nature(all[at], x);
}

}  // namespace libparse::extract
