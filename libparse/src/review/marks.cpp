// SPDX-License-Identifier: MIT
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "review/notice.hpp"
#include "text/utf8.hpp"

namespace libparse::review {
namespace {

using text::Range;

constexpr std::size_t kNear = 12;     // paragraphs within which a bracket may close that holds several
constexpr std::size_t kNested = 8;    // open marks among which the partner of a closing one is looked for
constexpr std::size_t kWaiting = 32;  // open marks of earlier paragraphs, the same

/// The mark that `c` opens (its own number) or closes (negative); 0 for all other characters.
constexpr int pair_of(char32_t c) {
  switch (c) {
    case U'(':
      return 1;
    case U')':
      return -1;
    case U'《':
      return 2;
    case U'》':
      return -2;
    case U'〔':
      return 3;
    case U'〕':
      return -3;
    case U'【':
      return 4;
    case U'】':
      return -4;
    case U'“':
      return 5;
    case U'”':
      return -5;
    default:
      return 0;
  }
}

/// Marks of which one alone ends a part of a sentence.
constexpr bool is_stop(char32_t c) { return c == U',' || c == U'、' || c == U';' || c == U':' || c == U'。'; }

struct Mark {
  int pair = 0;
  Range range;
  std::size_t paragraph = 0;
};

class Pairing {
 public:
  explicit Pairing(Notice& notice) : notice_(notice), text_(notice.view.text()) {
    for (const outline::Node& node : notice.view.outline.nodes) {
      if (!node.label.empty()) label_ends_.insert(node.label.end);
    }
  }

  void read(std::size_t paragraph, Range range) {
    while (!waiting_.empty() && waiting_.front().paragraph + kNear < paragraph) {
      odd_.push_back(waiting_.front());
      waiting_.erase(waiting_.begin());
    }
    open_.clear();
    first_ = range.begin;
    for (std::size_t at = range.begin; at < range.end; at = text::next(text_, at)) {
      const auto lead = static_cast<unsigned char>(text_[at]);
      if (lead >= 0xE4 || lead == ' ' || (lead >= '0' && lead <= '9')) continue;  // most are Chinese characters
      const char32_t c = text::char_at(text_, at);
      if (is_stop(c)) read_stop(at, range);
      const int pair = pair_of(c);
      if (pair == 0 || is_of_year(at, pair, range)) continue;
      const Mark mark{pair, {at, text::next(text_, at)}, paragraph};
      if (pair > 0) {
        open_.push_back(mark);
      } else {
        close(mark);
      }
    }
    waiting_.insert(waiting_.end(), open_.begin(), open_.end());
    if (waiting_.size() <= kWaiting) return;
    const auto kept = waiting_.end() - static_cast<std::ptrdiff_t>(kWaiting);
    odd_.insert(odd_.end(), waiting_.begin(), kept);
    waiting_.erase(waiting_.begin(), kept);
  }

  /// What found no partner, one mark for each paragraph: the others follow from it.
  void report() {
    odd_.insert(odd_.end(), waiting_.begin(), waiting_.end());
    std::unordered_set<std::size_t> told;
    for (const Mark& mark : odd_) {
      if (!told.insert(mark.paragraph).second) continue;
      notice_.report(kUnbalancedMark, mark.range,
                     (mark.pair > 0 ? "not closed: " : "not opened: ") + notice_.quoted(surroundings(mark)));
    }
  }

 private:
  /// 〔2020〕: a slip in these is told as a malformed number.
  bool is_of_year(std::size_t at, int pair, Range paragraph) const {
    const auto is_digit = [&](std::size_t i) { return text_[i] >= '0' && text_[i] <= '9'; };
    std::size_t behind = text::next(text_, at), before = at;
    while (behind < paragraph.end && text_[behind] == ' ') ++behind;
    while (before > paragraph.begin && text_[before - 1] == ' ') --before;
    if (pair == pair_of(U'〔')) return behind < paragraph.end && is_digit(behind);
    return pair == pair_of(U'〕') && before > paragraph.begin && is_digit(before - 1);
  }

  /// 、、 or ，。: stops in a row, between which words may be missing. 。。 is a way to write ……, and ： stands behind
  /// other marks in times and ratios.
  void read_stop(std::size_t at, Range paragraph) {
    const std::size_t before = text::previous(text_, at);
    if (at == paragraph.begin || before < doubled_end_) return;
    const char32_t first = text::char_at(text_, before), second = text::char_at(text_, at);
    if (!is_stop(first) || second == U':' || (first == U'。' && second == U'。')) return;
    const Range both{before, text::next(text_, at)};
    doubled_end_ = both.end;
    notice_.report(kDoubledMark, both, "marks in a row: " + notice_.quoted(both) + "; words may be missing");
  }

  void close(const Mark& mark) {
    for (std::size_t i = open_.size(); i-- > 0 && i + kNested >= open_.size();) {
      if (open_[i].pair != -mark.pair) continue;
      odd_.insert(odd_.end(), open_.begin() + static_cast<std::ptrdiff_t>(i) + 1, open_.end());
      open_.resize(i);
      return;
    }
    if (mark.pair == -1 && is_enumerator(mark.range.begin)) return;
    for (std::size_t i = waiting_.size(); i-- > 0;) {
      if (waiting_[i].pair != -mark.pair) continue;
      waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    odd_.push_back(mark);
  }

  /// 1) or 一): a bracket that closes a number has no partner.
  bool is_enumerator(std::size_t bracket) const {
    if (label_ends_.contains(bracket + 1)) return true;
    std::size_t at = bracket, characters = 0;
    while (at > first_ && characters < 3) {
      const std::size_t before = text::previous(text_, at);
      const char32_t c = text::char_at(text_, before);
      const bool part = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                        notice_.words.cn_numeral.contains(text_.substr(before, at - before));
      if (!part) break;
      at = before, ++characters;
    }
    if (characters == 0) return false;
    if (at == first_) return true;
    const char32_t before = text::char_at(text_, text::previous(text_, at));
    return !text::is_han(before);
  }

  /// The mark with a few characters on its open side.
  Range surroundings(const Mark& mark) const {
    const Range paragraph = notice_.view.layout.paragraphs[mark.paragraph];
    Range around = mark.range;
    for (int n = 0; n < 10 && around.begin > paragraph.begin && mark.pair < 0; ++n)
      around.begin = text::previous(text_, around.begin);
    for (int n = 0; n < 10 && around.end < paragraph.end && mark.pair > 0; ++n)
      around.end = text::next(text_, around.end);
    return around;
  }

  Notice& notice_;
  std::string_view text_;
  std::unordered_set<std::size_t> label_ends_;
  std::size_t first_ = 0;        ///< start of the paragraph
  std::size_t doubled_end_ = 0;  ///< end of the last marks in a row
  std::vector<Mark> open_;       ///< of this paragraph
  std::vector<Mark> waiting_;    ///< of the last paragraphs
  std::vector<Mark> odd_;
};

}  // namespace

void review_marks(Notice& notice) {
  Pairing pairing(notice);
  const auto& paragraphs = notice.view.layout.paragraphs;
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    if (notice.is_text(p)) pairing.read(p, paragraphs[p]);
  }
  pairing.report();
}

}  // namespace libparse::review
