// SPDX-License-Identifier: MIT
#include "extract/target_indicator.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

constexpr std::string_view kMarks = ",。;:!?\n";
constexpr std::string_view kListMarks = ",。;:、!?\n";

/// `text` without its first `skip` characters.
std::string_view tail_of(std::string_view text, std::size_t skip) {
  std::size_t at = 0;
  for (; skip > 0 && at < text.size(); --skip) at = text::next(text, at);
  return text.substr(at);
}

/// `said` with the word that `own` stands beside replaced by it: 丘陵区 in 通达度平原区, 市级 in 省级事项网办率, 初中
/// in 小学校际差异系数. Empty where neither fits.
std::string put_into(std::string_view said, std::string_view own, const TargetWords& words) {
  const std::size_t length = text::count(own), whole = text::count(said);
  const std::string_view last = own.substr(text::previous(own, own.size()));
  if (whole < length + 2 || said.find(own) != std::string_view::npos) return {};
  if (said.ends_with(last)) {
    const std::string_view tail = tail_of(said, whole - length);
    return std::string(said.substr(0, said.size() - tail.size())).append(own);
  }
  if (!words.rate_ending.suffix(said)) return {};
  const std::size_t same = said.find(last);
  const bool near = same != std::string_view::npos && text::count(said.substr(0, same)) <= length;
  if (near) return std::string(own).append(said.substr(same + last.size()));
  if (!words.parallel.contains(own)) return {};
  const auto stands = words.parallel.prefix(said);
  return std::string(own).append(stands ? said.substr(stands.word.size()) : said);
}

bool is_in_brackets(std::string_view s, std::size_t at) {
  const std::size_t open = s.rfind('(', at), close = s.rfind(')', at);
  return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

class Finder {
 public:
  explicit Finder(const TargetContext& context) : x_(context), w_(context.words) {}

  [[nodiscard]] text::Range trim(text::Range r) const;
  [[nodiscard]] text::Range subject(std::span<const TargetCandidate> all, std::size_t at) const;
  [[nodiscard]] text::Range behind(std::span<const TargetCandidate> all, std::size_t at) const;
  [[nodiscard]] text::Range element(text::Range list, const TargetCandidate& c) const;
  [[nodiscard]] std::vector<text::Range> parts_of(text::Range list, const TargetCandidate& c) const;
  [[nodiscard]] text::Range clause_before(const TargetCandidate& c) const;
  [[nodiscard]] text::Range topic(const TargetCandidate& c) const;
  [[nodiscard]] text::Range by_standard(const TargetCandidate& c) const;
  [[nodiscard]] text::Range before_time(const TargetCandidate& c) const;
  [[nodiscard]] bool is_verb_only(text::Range r) const;
  [[nodiscard]] std::size_t earlier(std::span<const TargetCandidate> all, std::size_t at) const;
  [[nodiscard]] std::string_view view(text::Range r) const { return x_.slice(r.begin, r.end); }

 private:
  [[nodiscard]] text::Range after_summary(text::Range r) const;
  [[nodiscard]] text::Range without_times(text::Range r) const;
  bool trim_front(text::Range& r) const;
  bool trim_back(text::Range& r) const;

  const TargetContext& x_;
  const TargetWords& w_;
};

bool Finder::trim_front(text::Range& r) const {
  const std::string_view s = view(r);
  if (s.empty()) return false;
  if (s.front() == ' ' || s.front() == ',' || s.front() == '*' || s.front() == ')') {
    ++r.begin;
    return true;
  }
  if (const auto mark = w_.particle.prefix(s);
      mark && mark.word == s.substr(0, 3) && mark.value == "and" && s.size() > 3 && w_.lead.prefix(s).value != "keep") {
    r.begin += mark.word.size();
    return true;
  }
  const auto word = w_.lead.prefix(s);
  if (!word || word.value == "keep") return false;
  r.begin += word.word.size();
  return true;
}

bool Finder::trim_back(text::Range& r) const {
  const std::string_view s = view(r);
  if (s.empty()) return false;
  if (s.back() == ' ' || s.back() == ',' || s.back() == '*' || s.back() == ':') {
    --r.end;
    return true;
  }
  const auto word = w_.tail.suffix(s);
  if (word && word.value == "keep") return false;
  const auto mark = w_.particle.suffix(s);
  const std::size_t length =
      std::max(word.word.size(), mark.value == "and" || mark.value == "each" ? mark.word.size() : 0);
  r.end -= length;
  return length > 0;
}

/// Cuts times off both ends: what stands between a time and the verb or mark next to it goes with it when it is filler.
text::Range Finder::without_times(text::Range r) const {
  const auto cut = [&](text::Range time, bool always) {
    if (!time.overlaps(r)) return;
    text::Range left{r.begin, std::min(time.begin, r.end)}, right{std::min(time.end, r.end), r.end};
    while (trim_front(left)) {
    }
    while (trim_back(right)) {
    }
    while (trim_front(right)) {
    }
    if (right.empty())
      r.end = std::max(left.begin, left.end);
    else if (always || left.empty())
      r.begin = time.end;
  };
  for (const TimeMention& t : x_.times_in(r)) cut(t.range, true);
  for (const text::Range date : x_.dates_in(r)) cut(date, false);
  return r;
}

text::Range Finder::trim(text::Range r) const {
  r = without_times(r);
  std::size_t at = 0;
  if (const auto hit = w_.compare.search(view(r), at); hit && at > 0) r.end = r.begin + at;
  for (bool more = true; more && !r.empty();) {
    more = false;
    while (trim_back(r)) more = true;
    while (trim_front(r)) more = true;
  }
  return r.empty() ? text::Range{} : r;
}

bool Finder::is_verb_only(text::Range r) const {
  std::string_view s = view(r);
  while (!s.empty()) {
    const auto verb = w_.commit.prefix(s);
    const auto lead = w_.lead.prefix(s);
    const std::size_t length = std::max(verb.word.size(), lead.value == "keep" ? 0 : lead.word.size());
    if (length == 0) return false;
    s.remove_prefix(length);
  }
  return true;
}

/// The target before `at` in the same sentence; `at` itself where there is none.
std::size_t Finder::earlier(std::span<const TargetCandidate> all, std::size_t at) const {
  const std::size_t sentence = x_.sentence_begin(all[at].head);
  for (std::size_t i = at; i-- > 0 && all[i].core.begin >= sentence;) {
    if (all[i].refused.empty() && !all[i].indicator.empty()) return i;
  }
  return at;
}

/// The clause before the verb, from behind the target before it.
text::Range Finder::subject(std::span<const TargetCandidate> all, std::size_t at) const {
  const TargetCandidate& c = all[at];
  text::Range r{x_.clause_begin(c.head), c.head};
  for (std::size_t i = at; i-- > 0;) {
    if (all[i].head == c.head) continue;  // of the same list
    if (all[i].core.end <= r.begin) break;
    if (all[i].refused.empty()) {
      r.begin = all[i].core.end;
      break;
    }
  }
  for (std::size_t i = at; i-- > 0 && all[i].core.end > r.begin;) {  // 由62%|提高到85%
    if (all[i].refused == "start" && r.contains(all[i].core)) r.end = all[i].from;
    const bool led = all[i].refused == "rate" && all[i].quantity.tie == Tie::reached;  // 提高到每百平方公里|2.1处
    if (led && r.contains(all[i].core)) r.end = all[i].core.begin;
  }
  r = trim(after_summary(r));
  for (std::size_t i = r.begin; i < r.end; i = text::next(x_.text, i)) {  // 2023年、2024年分别|培育
    if (x_.particle_at(i) == "each") r = trim({text::next(x_.text, text::next(x_.text, i)), r.end});
  }
  return r;
}

/// A、B、C“三类人员”培训率: the name in quotes sums the list up.
text::Range Finder::after_summary(text::Range r) const {
  const std::string_view s = view(r);
  const std::size_t quote = s.rfind("“");
  std::size_t mark = s.rfind("、");
  while (mark != std::string_view::npos && is_in_brackets(s, mark)) {  // (改、扩)建 is no list
    mark = mark == 0 ? std::string_view::npos : s.rfind("、", mark - 1);
  }
  if (mark == std::string_view::npos || quote == std::string_view::npos || quote < mark) return r;
  const std::string_view name = s.substr(quote + std::string_view("“").size());
  if (s.find("、") != mark || w_.numeral.prefix(name)) r.begin += quote;  // three things, or “三类人员”
  return r;
}

/// The thing behind the measure word, up to the next mark or the next quantity.
text::Range Finder::behind(std::span<const TargetCandidate> all, std::size_t at) const {
  const TargetCandidate& c = all[at];
  const bool share = c.quantity.kind == UnitKind::share;
  text::Range r{c.core.end, x_.phrase_end(c.core.end, share ? kMarks : kListMarks)};
  while (r.begin < r.end && x_.text[r.begin] == ' ') ++r.begin;
  if (!r.empty() && x_.text[r.begin] == '(') return {};
  const auto particle = w_.particle.prefix(view(r));
  if (particle.value == "attribute")
    r.begin += particle.word.size();
  else if (particle.value == "and")
    return {};
  if (at + 1 < all.size() && all[at + 1].core.begin < r.end) r.end = all[at + 1].core.begin;
  int steps = 0;
  for (std::size_t i = r.begin; !share && i < r.end; i = text::next(x_.text, i)) {
    if (++steps <= 2) continue;
    const auto verb = w_.particle.prefix(x_.slice(i, r.end));
    const bool named = x_.slice(i + verb.word.size(), r.end).starts_with("“");
    // 6所以上卫生院 | 达到…, 100个事项 | 实现“一次办”; but 3个以上固定岗位实现无人值守 as a whole.
    if (verb.value == "achieve" || (verb.value == "realize" && named)) r.end = i;
  }
  while (!r.empty() && (x_.text[r.end - 1] == ' ' || w_.particle.suffix(view(r)).value == "and")) {
    r.end = text::previous(x_.text, r.end);
  }
  return r.empty() ? text::Range{} : r;
}

/// The one of a list of subjects that the one of a list of numbers goes with: A、B和C分别达到90%、80%和60%.
text::Range Finder::element(text::Range list, const TargetCandidate& c) const {
  const std::vector<text::Range> parts = parts_of(list, c);
  return parts.empty() ? list : parts[c.list_index];
}

/// The subjects that go with the numbers of the list of `c`, one each; empty where it has no such list.
std::vector<text::Range> Finder::parts_of(text::Range list, const TargetCandidate& c) const {
  bool each = false;
  for (std::size_t i = list.end; i < c.number && !each; i = text::next(x_.text, i)) each = x_.particle_at(i) == "each";
  if (!each) return {};
  const std::size_t pause_at = view(list).rfind("、");
  const std::size_t last_pause = pause_at == std::string_view::npos ? list.begin : list.begin + pause_at;
  std::vector<text::Range> parts(1, text::Range{list.begin, list.begin});
  for (std::size_t at = list.begin; at < list.end;) {
    const auto particle = w_.particle.prefix(x_.slice(at, list.end));
    const bool pause = x_.text.substr(at, 3) == "、";
    const std::string_view led = x_.slice(list.begin, at + particle.word.size());
    const bool mark = particle.value == "and" && at > list.begin && (pause || at >= last_pause) &&
                      w_.tail.suffix(led).value != "keep";  // 普及率 is no pair
    if (mark) {
      at += particle.word.size();
      parts.push_back({at, at});
    } else {
      at = text::next(x_.text, at);
      parts.back().end = at;
    }
  }
  // Where the list is longer, its first parts lead up to the first that counts: 人口、法人数据完整率、准确率.
  if (parts.size() < c.list_size) return {};
  parts.erase(parts.begin(), parts.end() - static_cast<std::ptrdiff_t>(c.list_size));
  return parts;
}

/// The clause before that of `c`, in the same sentence.
text::Range Finder::clause_before(const TargetCandidate& c) const {
  const std::size_t clause = x_.clause_begin(c.head);
  if (clause <= x_.where.begin || x_.text[clause - 1] != ',') return {};
  return trim({x_.clause_begin(clause - 1), clause - 1});
}

/// 对X, 确保100%…: the clause before says what it is about.
text::Range Finder::topic(const TargetCandidate& c) const {
  const std::size_t clause = x_.clause_begin(c.head);
  if (clause <= x_.where.begin || x_.text[clause - 1] != ',') return {};
  const text::Range before{x_.clause_begin(clause - 1), clause - 1};
  const auto particle = w_.particle.prefix(view(before));
  if (particle.value != "object") return {};
  return trim({before.begin + particle.word.size(), before.end});
}

/// 按不低于10%的比例|随机抽取文化站: what is done by the standard.
text::Range Finder::by_standard(const TargetCandidate& c) const {
  std::size_t begin = c.core.end;
  if (x_.particle_at(begin) != "attribute") return {};
  begin = text::next(x_.text, begin);
  const auto standard = w_.standard.prefix(x_.slice(begin, x_.where.end));
  if (!standard) return {};
  bool by = false;
  for (std::size_t i = x_.clause_begin(c.head); i < c.head && !by; i = text::next(x_.text, i))
    by = x_.particle_at(i) == "by";
  begin += standard.word.size();
  return by ? trim({begin, x_.phrase_end(begin, kMarks)}) : text::Range{};
}

/// 签约项目|一年内|开工率: the part of a share's name before the time inside it.
text::Range Finder::before_time(const TargetCandidate& c) const {
  constexpr std::size_t kLongest = 60;  // bytes
  if (c.quantity.kind != UnitKind::share || c.list_size > 1 || c.indicator.end > c.core.begin) return {};
  const std::size_t clause = x_.clause_begin(c.head);
  for (const TimeMention& t : x_.times_in({clause, c.indicator.begin})) {
    if (t.range.begin <= clause || trim({t.range.end, c.indicator.begin}) != text::Range{}) continue;
    const text::Range part = trim({clause, t.range.begin});
    const bool adjoins = part.end == t.range.begin && part.size() >= 6 && part.size() <= kLongest;
    return adjoins && !is_verb_only(part) ? part : text::Range{};
  }
  return {};
}

}  // namespace

text::Range find_indicator(std::span<const TargetCandidate> all, std::size_t at, const TargetContext& x) {
  const Finder find(x);
  const TargetCandidate& c = all[at];
  const UnitKind kind = c.quantity.kind;
  if (const text::Range work = find.by_standard(c); work.size() >= 6) return work;
  text::Range subject = find.subject(all, at);
  if (c.list_size > 1 && !subject.empty()) subject = find.element(subject, c);
  if (c.lead.whole && !subject.empty()) subject = find.trim({subject.begin, c.number});
  const bool verb_only = find.is_verb_only(subject);
  const text::Range behind = find.behind(all, at);
  if (c.lead.gap_is_verb && behind.size() < 6) {
    const text::Range gap = find.trim(c.lead.gap);
    if (!find.is_verb_only(gap)) return gap;
  }
  const bool counts = kind == UnitKind::count || kind == UnitKind::generic || kind == UnitKind::person ||
                      kind == UnitKind::occasion || kind == UnitKind::kind;
  const bool named = !x.words.rate_ending.suffix(find.view(subject)).word.empty();
  // 队员不少于30名的|突击队: the bound says how many 队员 there are to be.
  const bool holds = c.quantity.tie == Tie::bounded && !verb_only && subject.end == c.head &&
                     x.particle_at(c.core.end) == "attribute" && !x.words.commit.suffix(find.view(subject));
  if (counts && behind.size() >= 6 && !holds) return behind;
  if (!verb_only) {
    const bool predicate = kind == UnitKind::share && c.quantity.tie == Tie::plain && !named;
    return predicate && behind.size() > subject.size() ? behind : subject;
  }
  if (kind == UnitKind::share) {
    if (const text::Range topic = find.topic(c); !topic.empty()) return topic;
  }
  if (behind.size() >= 6) return behind;
  if (!subject.empty()) return subject;
  const std::size_t sentence = x.sentence_begin(c.head);
  text::Range elided;  // that of the target before, of one in the same unit if there is one
  for (std::size_t i = at; i-- > 0 && all[i].core.begin >= sentence;) {
    if (!all[i].refused.empty()) continue;
    const bool shares = is_share(kind) && is_share(all[i].quantity.kind);
    if (shares || all[i].quantity.unit == c.quantity.unit) return all[i].indicator;
    if (elided.empty()) elided = all[i].indicator;
  }
  return elided;
}

std::string compose_indicator(std::span<const TargetCandidate> all, std::size_t at, const TargetContext& x) {
  constexpr std::size_t kLongestPart = 6;  // characters of what is put before a shared head
  const Finder find(x);
  const TargetCandidate& c = all[at];
  const std::string_view own = find.view(c.indicator);
  const std::size_t length = text::count(own);
  if (const text::Range part = own.empty() ? text::Range{} : find.before_time(c); !part.empty()) {
    return std::string(find.view(part)).append(own);
  }
  if (own.empty() || length > kLongestPart || x.words.rate_ending.suffix(own)) return {};
  if (c.list_size > 1) {  // the head stands behind the last of the list
    const text::Range list = find.subject(all, at);
    const std::vector<text::Range> parts = list.empty() ? std::vector<text::Range>{} : find.parts_of(list, c);
    if (parts.size() == c.list_size && c.list_index + 1 < c.list_size) {
      const std::string_view last = find.view(parts.back());
      const std::size_t skip = text::count(find.view(parts[parts.size() - 2]));
      if (skip > kLongestPart || text::count(last) < skip + 2) return {};
      return std::string(own).append(tail_of(last, skip));
    }
  }
  const std::size_t before = find.earlier(all, at);
  if (before == at) {  // 学生食堂达标的比例，城市不低于85%
    const text::Range topic = x.words.parallel.contains(own) ? find.clause_before(c) : text::Range{};
    return x.words.rate_ending.suffix(find.view(topic)) ? std::string(own).append(find.view(topic)) : std::string{};
  }
  const TargetCandidate& p = all[before];
  const std::string said = p.indicator_text.empty() ? std::string(find.view(p.indicator)) : p.indicator_text;
  if (said.ends_with(own)) return {};
  const bool rates = is_share(c.quantity.kind) || c.quantity.kind == UnitKind::none;
  if (rates) {
    if (!is_share(p.quantity.kind) && p.quantity.kind != UnitKind::none) return {};
    return put_into(said, own, x.words);
  }
  const bool part = x.words.lead.suffix(x.slice(x.clause_begin(c.head), c.indicator.begin)).value == "part";
  return part && x.words.parallel.contains(own) && p.quantity.unit == c.quantity.unit ? std::string(own).append(said)
                                                                                      : std::string{};
}

text::Range find_quote(const TargetCandidate& c, const TargetContext& x) {
  constexpr std::size_t kLongest = 90;
  if (c.quantity.tie != Tie::plain || c.indicator.empty() || c.list_index > 0) return c.core;
  if (c.indicator.end <= c.core.begin) {
    const text::Range whole{c.indicator.begin, c.core.end};
    return whole.size() <= kLongest && x.clause_begin(c.core.begin) <= whole.begin ? whole : c.core;
  }
  text::Range whole{c.core.begin, std::max(c.core.end, c.indicator.end)};
  if (const auto verb = x.words.commit.suffix(x.slice(x.clause_begin(c.core.begin), c.core.begin)))
    whole.begin -= verb.word.size();
  return whole.size() <= kLongest ? whole : c.core;
}

}  // namespace libparse::extract
