// SPDX-License-Identifier: MIT
// Assignments inside sentences: 供电所牵头负责电力安全,中心校牵头负责校园安全 and 由县水务局牵头、县住建局配合.
#include <algorithm>

#include "extract/responsibility_clauses.hpp"
#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

constexpr std::size_t kLongestPiece = 300;  // bytes from the start of a piece of a sentence to its verb

bool is_piece_start(char32_t c) { return c == ',' || c == ':' || is_sentence_end(c); }

class ProseReader {
 public:
  ProseReader(const Scan& scan, const std::vector<Clause>& taken) : scan_(scan), taken_(taken) {}

  std::vector<Clause> read() {
    for (const Mark& mark : scan_.marks) {
      if (!mark.verb || mark.range.begin < done_ || is_taken(mark.range)) continue;
      const std::size_t start = piece_start(mark.range.begin);
      if (start < mark.range.begin && !read_assignment(start, mark) && !read_pair(start, mark)) read_by(start, mark);
    }
    flush();
    return std::move(clauses_);
  }

 private:
  bool is_taken(text::Range r) {
    while (next_taken_ < taken_.size() && taken_[next_taken_].whole.end <= r.begin) ++next_taken_;
    return next_taken_ < taken_.size() && taken_[next_taken_].whole.overlaps(r);
  }

  /// Where the piece of the sentence starts that holds `at`; `at` where that is too far off.
  std::size_t piece_start(std::size_t at) const {
    std::size_t start = at;
    while (start > scan_.where.begin && at - start < kLongestPiece) {
      const std::size_t before = text::previous(scan_.text, start);
      if (is_piece_start(scan_.at(before))) return scan_.skip_spaces(start, at);
      start = before;
    }
    return start == scan_.where.begin ? scan_.skip_spaces(start, at) : at;
  }

  /// X牵头负责电力安全: counts only where the next or the last piece of the sentence is one too.
  bool read_assignment(std::size_t start, const Mark& mark) {
    if (mark.role != Role::lead && mark.role != Role::responsible) return false;
    ListReader reader(scan_);
    UnitList list = reader.read({start, mark.range.end}, {.one_group = true});
    if (!list.has_verb || list.end != mark.range.end) return false;
    std::size_t end = list.end;
    while (end < scan_.where.end) {  // the object, with what it has in brackets
      const char32_t c = scan_.at(end);
      if (c == ',' || is_sentence_end(c)) break;
      const Bracket* bracket = is_opening_bracket(c) ? scan_.bracket_at(end) : nullptr;
      if (end - list.end > kLongestPiece) return false;
      end = bracket != nullptr && bracket->closed ? bracket->end : text::next(scan_.text, end);
    }
    if (end == list.end) return false;
    Clause clause;
    clause.form = ClauseForm::assignment;
    clause.whole = {start, end};
    clause.rule = mark.rule;
    for (UnitMention& unit : list.units) unit.scope = {list.end, end};
    clause.units = std::move(list.units);
    if (!run_.empty() && scan_.skip_spaces(text::next(scan_.text, run_.back().whole.end), start) != start) flush();
    run_.push_back(std::move(clause));
    done_ = end;
    return true;
  }

  /// A sentence that opens with its division of work: X牵头,Y配合,年内制定……。
  bool read_pair(std::size_t start, const Mark& mark) {
    if (mark.role != Role::lead) return false;
    if (start > scan_.where.begin) {
      const char32_t before = scan_.at(text::previous(scan_.text, start));
      if (!is_sentence_end(before)) return false;
    }
    std::size_t end = mark.range.end;
    const std::size_t limit = std::min(scan_.where.end, end + kLongestPiece);
    while (end < limit && !is_sentence_end(scan_.at(end))) end = text::next(scan_.text, end);
    ListReader reader(scan_);
    UnitList list = reader.read({start, end}, {});
    list.units.resize(list.closed);
    const auto helps = [](const UnitMention& u) { return u.role != Role::lead; };
    if (!list.has_verb || list.units.front().range.begin > mark.range.begin || list.closed_end <= mark.range.end ||
        std::none_of(list.units.begin(), list.units.end(), helps)) {
      return false;
    }
    keep_prose({start, list.closed_end}, std::move(list.units), mark);
    return true;
  }

  void keep_prose(text::Range whole, std::vector<UnitMention> units, const Mark& mark) {
    flush();
    Clause clause;
    clause.form = ClauseForm::prose;
    clause.whole = whole;
    clause.rule = mark.rule;
    clause.units = std::move(units);
    for (UnitMention& unit : clause.units) unit.prose = true;
    done_ = whole.end;
    clauses_.push_back(std::move(clause));
  }

  /// Keeps a run of two or more assignments of which one at least names a body of its own.
  void flush() {
    const bool named = std::any_of(run_.begin(), run_.end(), [](const Clause& c) {
      return std::any_of(c.units.begin(), c.units.end(), [](const UnitMention& u) { return !u.group; });
    });
    if (run_.size() >= 2 && named) std::move(run_.begin(), run_.end(), std::back_inserter(clauses_));
    run_.clear();
  }

  /// …由X牵头、Y配合…: the words behind 由 must be nothing but units up to the verb.
  void read_by(std::size_t start, const Mark& mark) {
    std::size_t by = mark.range.begin;
    rules::Lexicon::Hit hit;
    while (by > start && !hit) {
      by = text::previous(scan_.text, by);
      hit = scan_.words.lead_in.find(scan_.text.substr(by, text::next(scan_.text, by) - by));
    }
    if (!hit) return;
    std::size_t end = mark.range.end;  // the sentence, within reach
    const std::size_t limit = std::min(scan_.where.end, end + kLongestPiece);
    while (end < limit && !is_sentence_end(scan_.at(end)) && !is_closing_bracket(scan_.at(end))) {
      end = text::next(scan_.text, end);
    }
    ListReader reader(scan_);
    UnitList list = reader.read({by + hit.word.size(), end}, {});
    list.units.resize(list.closed);
    const auto vague = [&](const UnitMention& u) { return scan_.words.names.names_no_one(scan_.view(u.range)); };
    if (!list.has_verb || std::any_of(list.units.begin(), list.units.end(), vague)) return;
    if (list.units.front().range.begin > mark.range.begin || list.closed_end < mark.range.end) return;
    keep_prose({by, list.closed_end}, std::move(list.units), mark);
  }

  const Scan& scan_;
  const std::vector<Clause>& taken_;
  std::size_t next_taken_ = 0;
  std::size_t done_ = 0;
  std::vector<Clause> run_;  ///< assignments that follow each other, not yet kept
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> read_prose_clauses(const Scan& scan, const std::vector<Clause>& taken) {
  return ProseReader(scan, taken).read();
}

}  // namespace libparse::extract
