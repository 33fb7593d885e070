// SPDX-License-Identifier: MIT
#include "extract/target_lead.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace libparse::extract {
namespace {

enum class LeadWord : std::uint8_t { none, bound, reach, change };

/// Walks backwards from the number, word by word.
class LeadReader {
 public:
  LeadReader(std::string_view text, std::size_t limit, std::size_t number, const TargetWords& words)
      : text_(text), limit_(limit), at_(number), w_(words) {
    lead_.begin = number;
    lead_.gap = {number, number};
  }

  TargetLead read(bool share) {
    const std::size_t number = at_;
    if (take_words()) {
      if (lead_.tie != Tie::changed || share) return lead_;
      const TargetLead near = std::exchange(lead_, TargetLead{number, {number, number}});
      return step_over_verb(number, share) ? lead_ : near;  // 至少改造提升2所
    }
    const bool found = (share && step_over_whole(number)) || step_over_measure(number) || step_over_verb(number, share);
    if (!found) lead_.gap = {number, number};
    return lead_;
  }

 private:
  [[nodiscard]] std::string_view before() const { return text_.substr(limit_, at_ - limit_); }
  void skip_spaces() {
    while (at_ > limit_ && text_[at_ - 1] == ' ') --at_;
  }

  /// Up to three of the words, the one next to the number first. False where there is none.
  bool take_words() {
    bool any = false;
    for (int i = 0; i < 3; ++i) {
      const std::size_t start = at_;
      skip_spaces();
      const auto [kind, hit] = word_before();
      if (kind == LeadWord::none) {
        at_ = start;
        break;
      }
      note(kind, hit);
      at_ -= hit.word.size();
      lead_.begin = at_;
      any = true;
    }
    return any;
  }

  /// The longest of the words that end here. One that only looks like it (附近 for 近) counts as none.
  [[nodiscard]] std::pair<LeadWord, rules::Lexicon::Hit> word_before() const {
    const auto bound = w_.bound_before.suffix(before());
    const auto reach = w_.reach.suffix(before());
    const auto change = w_.change.suffix(before());
    std::pair<LeadWord, rules::Lexicon::Hit> best{LeadWord::none, {}};
    if (bound) best = {LeadWord::bound, bound};
    if (reach.word.size() > best.second.word.size()) best = {LeadWord::reach, reach};
    if (change.word.size() > best.second.word.size()) best = {LeadWord::change, change};
    if (best.second.value == "no") best.first = LeadWord::none;
    return best;
  }

  /// Words further from the number yield to nearer ones: 提高到不低于 is a bound, 控制在…不超过 too.
  void note(LeadWord kind, const rules::Lexicon::Hit& hit) {
    if (kind == LeadWord::bound) {
      const Comparator said = comparator_of(hit.value);
      if (lead_.comparator == Comparator::eq) lead_.comparator = said;
      if (said != Comparator::eq) lead_.tie = Tie::bounded;
    } else if (kind == LeadWord::reach || hit.value == "new") {
      level_ = true;
      lead_.whole = lead_.whole || hit.value == "whole";
      if (lead_.comparator == Comparator::eq) lead_.comparator = comparator_of(hit.value);
      if (lead_.tie == Tie::plain) lead_.tie = Tie::reached;
    } else if (!level_) {
      lead_.direction = hit.value == "up" ? Direction::up : Direction::down;
      if (lead_.tie == Tie::plain) lead_.tie = Tie::changed;
    }
  }

  static bool is_mark(std::string_view c) {
    return std::string_view(",。;:、!?()“”%\n0123456789").find(c) != std::string_view::npos;
  }

  /// One character further back; false at a mark or the limit.
  bool step_back() {
    if (at_ <= limit_) return false;
    const std::size_t previous = text::previous(text_, at_);
    if (is_mark(text_.substr(previous, at_ - previous))) return false;
    at_ = previous;
    return true;
  }

  /// 不低于|在职人员的|75%, and with a bound also 不超过|总投资|30%
  bool step_over_whole(std::size_t number) {
    at_ = number;
    skip_spaces();
    const bool attribute = w_.particle.suffix(before()).value == "attribute";
    for (int steps = 1; steps <= (attribute ? 16 : 8) && step_back(); ++steps) {
      if (steps < 3) continue;
      lead_.gap = {at_, number};
      const auto [kind, hit] = word_before();
      const bool binds = kind == LeadWord::bound && comparator_of(hit.value) != Comparator::eq;
      if ((attribute || (binds && hit.word.size() > 6)) && take_words()) return true;
    }
    return false;
  }

  /// 达到|人均|50平方米, 不少于|每村|2处
  bool step_over_measure(std::size_t number) {
    at_ = number;
    skip_spaces();
    const auto per = w_.particle.suffix(before());
    if (per.value == "per") {
      at_ -= per.word.size();
      lead_.gap = {at_, number};
      return take_words();
    }
    for (int steps = 0; steps < 6 && step_back(); ++steps) {
      if (w_.particle.prefix(text_.substr(at_, number - at_)).value != "every") continue;
      lead_.gap = {at_, number};
      const std::size_t every = at_;
      if (take_words()) return true;  // 不低于|每人每月|600元
      at_ = every;
    }
    return false;
  }

  /// 至少|组织|2次
  bool step_over_verb(std::size_t number, bool share) {
    at_ = number;
    skip_spaces();
    const std::size_t end = at_;
    for (int steps = 0; !share && steps < 10 && step_back(); ++steps) {
      if (w_.particle.suffix(before()).value != "least") continue;
      lead_.gap = {at_, end};
      lead_.gap_is_verb = true;
      return take_words();
    }
    return false;
  }

  std::string_view text_;
  std::size_t limit_;
  std::size_t at_;
  const TargetWords& w_;
  TargetLead lead_;
  bool level_ = false;
};

}  // namespace

TargetLead read_lead(std::string_view text, std::size_t limit, std::size_t number, bool share,
                     const TargetWords& words) {
  return LeadReader(text, std::min(limit, number), number, words).read(share);
}

}  // namespace libparse::extract
