// SPDX-License-Identifier: MIT
// Clauses that stand apart from the sentences: labelled slots, brackets, and lists with a verb behind a full stop.
#include "extract/responsibility_clauses.hpp"

#include <algorithm>

#include "extract/responsibility_slots.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

constexpr std::size_t kLongestTrailing = 3000;   // bytes of a clause without label or bracket
constexpr std::size_t kLongestBracket = 9000;    // bytes of a bracket that is read as a clause
constexpr std::size_t kLongestTimeBracket = 60;  // bytes of a bracket that holds only a time
constexpr std::size_t kNear = 60;                // bytes: as far as the name goes that a bracket may belong to
constexpr int kDeepestBracket = 2;               // brackets further inside others are no clauses

class ClauseReader {
 public:
  explicit ClauseReader(const Scan& scan) : scan_(scan), slots_(scan) {}

  std::vector<Clause> read() {
    done_ = scan_.where.begin;
    std::size_t label = 0, bracket = 0;
    bool starts_sentence = true;
    for (std::size_t at = scan_.where.begin; at < scan_.where.end;) {
      const char32_t c = scan_.at(at);
      while (label < scan_.labels.size() && scan_.labels[label].whole.begin < at) ++label;
      while (bracket < scan_.brackets.size() && scan_.brackets[bracket].open < at) ++bracket;
      const bool here = label < scan_.labels.size() && scan_.labels[label].whole.begin == at;
      const bool opens = bracket < scan_.brackets.size() && scan_.brackets[bracket].open == at;
      if ((here && read_slots(at)) || (opens && read_bracket(scan_.brackets[bracket])) ||
          (starts_sentence && !is_blank(c) && c != '\n' && at >= trailing_failed_ && read_trailing(at))) {
        at = done_;
        starts_sentence = true;
        continue;
      }
      if (!is_blank(c)) starts_sentence = is_sentence_end(c) || (starts_sentence && is_closing_bracket(c));
      at = text::next(scan_.text, at);
    }
    return std::move(clauses_);
  }

 private:
  std::size_t end() const { return scan_.where.end; }

  /// Behind the full stop or comma that closes a clause.
  std::size_t with_stop(std::size_t at) const {
    const std::size_t next = scan_.skip_spaces(at, end());
    const char32_t c = next < end() ? scan_.at(next) : U'\n';
    return c == kFullStop || is_list_comma(c) ? text::next(scan_.text, next) : at;
  }

  /// Takes the clause, or adds it to the one it follows without text between.
  void keep(Clause clause) {
    const bool follows = !clauses_.empty() && clause.qualifier.empty() &&
                         scan_.skip_gap(clauses_.back().whole.end, clause.whole.begin) == clause.whole.begin;
    clause.whole.end = with_stop(clause.whole.end);
    done_ = clause.whole.end;
    if (!follows) {
      clauses_.push_back(std::move(clause));
      return;
    }
    Clause& last = clauses_.back();
    last.whole.end = clause.whole.end;
    std::move(clause.units.begin(), clause.units.end(), std::back_inserter(last.units));
    last.time_slots.insert(last.time_slots.end(), clause.time_slots.begin(), clause.time_slots.end());
  }

  // ---- slots ----

  /// Words before a label belong to it where they fill all between it and a line's start or the last slot.
  text::Range line_qualifier(std::size_t label) const {
    if (scan_.label_at(label)->setting != LabelSetting::colon) return {};
    const std::size_t from = clauses_.empty() ? scan_.where.begin : clauses_.back().whole.end;
    const text::Range words = slots_.qualifier(label, from);
    if (words.empty() || words.begin == scan_.where.begin) return {};
    return scan_.skip_spaces(from, words.begin) == words.begin || starts_line(words.begin) ? words : text::Range{};
  }

  bool starts_line(std::size_t at) const {
    while (at > scan_.where.begin && is_blank(scan_.at(text::previous(scan_.text, at))))
      at = text::previous(scan_.text, at);
    return at > scan_.where.begin && scan_.at(text::previous(scan_.text, at)) == '\n';
  }

  bool read_slots(std::size_t at) {
    if (at < contacts_end_) return false;
    Clause clause;
    clause.form = ClauseForm::slot;
    clause.qualifier = line_qualifier(at);
    ListReader reader(scan_);
    const std::size_t behind = slots_.read_row(at, scan_.rule_or_end({at, end()}), reader, clause);
    if (clause.units.empty() && clause.time_slots.empty()) {
      contacts_end_ = behind;
      return false;
    }
    std::size_t begin = clause.qualifier.empty() ? at : clause.qualifier.begin;
    while (begin > done_ && scan_.text[begin - 1] == '*') --begin;
    clause.whole = {begin, behind};
    keep(std::move(clause));
    return true;
  }

  // ---- brackets ----

  /// True where the bracket closes a piece of text: a sentence ends before it or it ends one.
  bool closes_piece(const Bracket& bracket, bool& behind_sentence) const {
    std::size_t before = bracket.open;
    while (before > scan_.where.begin && is_blank(scan_.at(text::previous(scan_.text, before)))) {
      before = text::previous(scan_.text, before);
    }
    const char32_t last = before > scan_.where.begin ? scan_.at(text::previous(scan_.text, before)) : U'\n';
    behind_sentence = is_sentence_end(last) || is_closing_bracket(last);
    const std::size_t next = scan_.skip_spaces(bracket.end, end());
    const char32_t c = next < end() ? scan_.at(next) : U'\n';
    return behind_sentence || is_sentence_end(c) || (scan_.mark_at(next) != nullptr && !scan_.mark_at(next)->verb);
  }

  bool read_bracket(const Bracket& bracket) {
    if (bracket.depth > kDeepestBracket || bracket.content.size() > kLongestBracket || bracket.content.empty() ||
        bracket.open < bracket_failed_) {
      return false;
    }
    const std::size_t limit = scan_.rule_or_end(bracket.content);
    Clause clause;
    clause.form = ClauseForm::bracket;
    ListReader reader(scan_);
    std::size_t at = scan_.skip_spaces(bracket.content.begin, limit), behind = at;
    bool labelled = false, verb = false, open_units = false, own_words = false;
    if (scan_.label_at(at) == nullptr) {  // (以上三项责任单位:…)
      const auto label = std::lower_bound(scan_.labels.begin(), scan_.labels.end(), at,
                                          [](const SlotLabel& l, std::size_t place) { return l.whole.begin < place; });
      if (label != scan_.labels.end() && label->whole.end < limit && label->setting == LabelSetting::colon) {
        clause.qualifier = slots_.qualifier(label->whole.begin, bracket.content.begin);
        if (!clause.qualifier.empty() && scan_.words.names.kind(scan_.view(clause.qualifier)) == OrgKind::none) {
          at = label->whole.begin;
        } else {
          clause.qualifier = {};
        }
      }
    }
    while (at < limit) {
      if (scan_.label_at(at) != nullptr) {
        const std::size_t units = clause.units.size(), times = clause.time_slots.size();
        const std::size_t row = slots_.read_row(at, limit, reader, clause);
        if (row == 0) break;
        labelled = labelled || clause.units.size() > units || clause.time_slots.size() > times;
        behind = row;
      } else {
        UnitList list = reader.read({at, limit}, {.scopes = true});
        if (list.units.empty()) break;
        own_words =
            own_words || scan_.words.lead_in.prefix(scan_.view({at, limit})) || !list.units.front().scope.empty();
        open_units = open_units || list.closed < list.units.size();
        verb = verb || list.has_verb;
        if (clause.rule.empty()) clause.rule = list.rule;
        std::move(list.units.begin(), list.units.end(), std::back_inserter(clause.units));
        clause.time_slots.insert(clause.time_slots.end(), list.times.begin(), list.times.end());
        behind = list.end;
      }
      at = scan_.skip_gap(behind, limit);
    }
    bool behind_sentence = false;
    const bool closes = closes_piece(bracket, behind_sentence);
    const bool whole = scan_.skip_gap(behind, limit) >= limit;
    bool good = labelled && (whole || !clause.units.empty());
    if (!labelled && verb) {
      // What follows the last verb may be more than a list: (A、B分别负责;C保障经费)
      good = (whole || (!open_units && behind > bracket.content.begin)) && (closes || !own_words);
    } else if (!labelled) {
      good =
          whole && closes && plain_units(clause) && bracket.closed && (behind_sentence || clause.units.size() > 1) &&
          (behind_sentence || !scan_.words.names.ends_like_body(scan_.view({line_start(bracket.open), bracket.open})));
    }
    if (!good) good = time_only(bracket, clause);
    if (!good) {
      bracket_failed_ = std::max(bracket_failed_, std::min(behind, bracket.content.end));
      return false;
    }
    clause.whole = {bracket.open,
                    bracket.closed ? bracket.end : std::max(behind, limit < bracket.end ? bracket.end : behind)};
    if (!bracket.closed && scan_.skip_gap(behind, bracket.end) >= bracket.end) clause.whole.end = bracket.end;
    keep(std::move(clause));
    return true;
  }

  std::size_t line_start(std::size_t at) const {
    std::size_t start = at;
    while (start > scan_.where.begin && at - start < kNear) {
      const std::size_t before = text::previous(scan_.text, start);
      if (scan_.at(before) == '\n') break;
      start = before;
    }
    return start;
  }

  /// (各负有安全监管职责的部门): without label and verb, only names make a clause of it.
  bool plain_units(const Clause& clause) const {
    if (clause.units.empty()) return false;
    return std::all_of(clause.units.begin(), clause.units.end(), [&](const UnitMention& unit) {
      const OrgKind kind = scan_.words.names.kind(scan_.view(unit.range));
      return kind == OrgKind::body ||
             (kind == OrgKind::group && !scan_.words.names.names_no_one(scan_.view(unit.range)));
    });
  }

  /// 〔牵头：…〕〔汛期前完成〕: a bracket right behind a clause that holds only a time.
  bool time_only(const Bracket& bracket, Clause& clause) const {
    if (!bracket.closed || clauses_.empty() || bracket.content.size() > kLongestTimeBracket ||
        scan_.skip_gap(clauses_.back().whole.end, bracket.open) != bracket.open) {
      return false;
    }
    if (!scan_.words.time_word.any_in(scan_.view(bracket.content))) return false;
    clause = {};
    clause.form = ClauseForm::bracket;
    clause.time_slots.push_back(bracket.content);
    return true;
  }

  // ---- trailing clauses ----

  bool read_trailing(std::size_t at) {
    const std::size_t limit = std::min(scan_.rule_or_end({at, end()}), at + kLongestTrailing);
    ListReader reader(scan_);
    UnitList list = reader.read({at, limit}, {});
    trailing_failed_ = std::max(trailing_failed_, list.looked_at);
    if (!list.has_verb || list.closed < list.units.size() || list.ran_on) return false;
    const std::size_t next = scan_.skip_spaces(list.end, end());
    const char32_t c = next < end() ? scan_.at(next) : U'\n';
    const Mark* mark = next < end() ? scan_.mark_at(next) : nullptr;
    if (!is_sentence_end(c) && !(mark != nullptr && !mark->verb) && scan_.label_at(next) == nullptr) {
      return false;
    }
    Clause clause;
    clause.form = ClauseForm::trailing;
    clause.whole = {at, list.end};
    clause.rule = list.rule;
    clause.units = std::move(list.units);
    clause.time_slots = std::move(list.times);
    keep(std::move(clause));
    return true;
  }

  const Scan& scan_;
  SlotReader slots_;
  std::size_t done_ = 0;
  std::size_t contacts_end_ = 0;  ///< a row of contacts alone lasts to here: none of its labels opens a clause
  std::size_t trailing_failed_ = 0;
  std::size_t bracket_failed_ = 0;
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> read_clauses(const Scan& scan) { return ClauseReader(scan).read(); }

}  // namespace libparse::extract
