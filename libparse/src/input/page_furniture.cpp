// SPDX-License-Identifier: MIT
#include "input/page_furniture.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>

#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr std::size_t kEdgeLines = 3;  ///< lines at each edge that may be furniture
constexpr double kSamePlace = 4;       ///< points
constexpr std::size_t kMostDigits = 6;

/// A line at the edge of a page.
struct Candidate {
  std::size_t page = 0;
  std::size_t block = 0;
  double place = 0;           ///< distance of its middle from the edge
  bool apart = false;         ///< further from the text than lines are from each other, or in smaller type
  std::vector<long> numbers;  ///< of its text, in order
};

struct Masked {
  std::string text;  ///< without spaces, each number as `#`
  std::vector<long> numbers;
  bool only_number = false;  ///< nothing but numbers, dashes and points
};

/// ASCII for full-width digits and dashes.
char32_t folded(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

bool is_dash(char32_t c) {
  return c == '-' || c == '~' || c == '_' || (c >= 0x2010 && c <= 0x2015) || c == 0x2500 || c == 0x2501 ||
         c == 0x30FC || c == 0x4E00;  // 一, which typists take for a dash
}

Masked mask(const std::string& line) {
  Masked masked;
  masked.only_number = true;
  std::string digits;
  const auto end_number = [&] {
    if (digits.empty()) return;
    masked.numbers.push_back(digits.size() > kMostDigits ? -1 : std::stol(digits));
    masked.text += '#';
    digits.clear();
  };
  for (std::size_t at = 0; at < line.size(); at = text::next(line, at)) {
    const char32_t c = folded(text::char_at(line, at));
    if (c >= '0' && c <= '9') {
      digits += static_cast<char>(c);
      continue;
    }
    end_number();
    if (c == ' ' || c == 0x3000 || c == 0xA0) continue;
    if (!is_dash(c) && c != '/' && c != '.' && c != 0xB7) masked.only_number = false;
    text::append(masked.text, is_dash(c) ? U'-' : c);
  }
  end_number();
  if (masked.numbers.empty()) masked.only_number = false;
  return masked;
}

/// The usual distance from line to line: the median over all pages.
double usual_leading(const std::vector<PageBlocks>& pages) {
  std::vector<double> distances;
  for (const PageBlocks& page : pages) {
    for (std::size_t i = 1; i < page.blocks.size(); ++i) {
      const double distance = page.blocks[i].box().center_y() - page.blocks[i - 1].box().center_y();
      if (!page.blocks[i].table && !page.blocks[i - 1].table && distance > 1) distances.push_back(distance);
    }
  }
  if (distances.empty()) return 0;
  const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
  std::nth_element(distances.begin(), middle, distances.end());
  return *middle;
}

/// The number that counts the pages, if each occurrence has one at the same place.
bool counts_pages(const std::vector<Candidate>& group, const std::vector<PageBlocks>& pages) {
  for (std::size_t n = 0; n < group.front().numbers.size(); ++n) {
    const auto offset = [&](const Candidate& c) { return c.numbers[n] - static_cast<long>(pages[c.page].number); };
    // A new part may start to count again, so neighbours are compared.
    std::size_t steps = 0;
    for (std::size_t i = 1; i < group.size(); ++i) steps += offset(group[i]) == offset(group[i - 1]);
    if (2 * steps >= group.size() - 1 && steps > 0) return true;
  }
  return false;
}

bool same_numbers(const std::vector<Candidate>& group) {
  return std::all_of(group.begin(), group.end(), [&](const Candidate& c) { return c.numbers == group[0].numbers; });
}

class Edges {
 public:
  explicit Edges(std::vector<PageBlocks>& pages) : pages_(pages), leading_(usual_leading(pages)) {}

  void remove() {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      collect(page, true);
      collect(page, false);
    }
    marked_.resize(pages_.size());
    for (auto& [key, candidates] : groups_) judge(key.second, candidates);
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      auto& blocks = pages_[page].blocks;
      std::sort(marked_[page].begin(), marked_[page].end(), std::greater<>());
      marked_[page].erase(std::unique(marked_[page].begin(), marked_[page].end()), marked_[page].end());
      for (const std::size_t block : marked_[page]) blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(block));
    }
  }

 private:
  void collect(std::size_t page, bool top) {
    const auto& blocks = pages_[page].blocks;
    for (std::size_t i = 0; i < std::min(kEdgeLines, blocks.size()); ++i) {
      const std::size_t at = top ? i : blocks.size() - 1 - i;
      if (blocks[at].table) return;  // what stands behind it is no edge
      const TextLine& line = blocks[at].line;
      Candidate candidate{.page = page, .block = at};
      candidate.place = top ? line.box.center_y() : pages_[page].height - line.box.center_y();
      if (candidate.place > 0.2 * pages_[page].height) return;
      const std::size_t neighbour = top ? at + 1 : at - 1;  // wraps around below 0
      if (neighbour >= blocks.size()) {
        candidate.apart = true;
      } else {
        const double distance = std::abs(blocks[neighbour].box().center_y() - line.box.center_y());
        const bool beside_table = blocks[neighbour].table.has_value();
        candidate.apart = beside_table || distance > 1.4 * leading_ || line.size < 0.8 * blocks[neighbour].line.size;
      }
      Masked masked = mask(line.text);
      candidate.numbers = std::move(masked.numbers);
      only_number_[masked.text] = masked.only_number;
      groups_[{top, masked.text}].push_back(std::move(candidate));
    }
  }

  /// Candidates of one text at one edge: those that stand at the same place are looked at together.
  void judge(const std::string& masked, std::vector<Candidate>& candidates) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.place < b.place; });
    for (std::size_t begin = 0; begin < candidates.size();) {
      std::size_t end = begin + 1;
      while (end < candidates.size() && candidates[end].place - candidates[begin].place < kSamePlace) ++end;
      std::vector<Candidate> group(candidates.begin() + static_cast<std::ptrdiff_t>(begin),
                                   candidates.begin() + static_cast<std::ptrdiff_t>(end));
      std::sort(group.begin(), group.end(), [](const Candidate& a, const Candidate& b) { return a.page < b.page; });
      if (is_furniture(masked, group))
        for (const Candidate& c : group) marked_[c.page].push_back(c.block);
      begin = end;
    }
  }

  [[nodiscard]] bool is_furniture(const std::string& masked, const std::vector<Candidate>& group) const {
    const bool number = only_number_.at(masked);
    const bool counting = !group.front().numbers.empty() && counts_pages(group, pages_);
    const bool apart = std::all_of(group.begin(), group.end(), [](const Candidate& c) { return c.apart; });
    if (group.size() == 1) {
      // `- 3 -` says what it is; a bare number has to be that of its page.
      if (!number || !apart || group[0].numbers.size() > 2) return false;
      return masked.front() == '-' || group[0].numbers[0] == static_cast<long>(pages_[group[0].page].number);
    }
    if (counting) return number || apart;
    return apart && (number ? masked.front() == '-' : same_numbers(group));
  }

  std::vector<PageBlocks>& pages_;
  double leading_;
  std::map<std::pair<bool, std::string>, std::vector<Candidate>> groups_;  ///< by edge and masked text
  std::map<std::string, bool> only_number_;
  std::vector<std::vector<std::size_t>> marked_;  ///< blocks to remove, by page
};

}  // namespace

void remove_furniture(std::vector<PageBlocks>& pages) {
  // Of a head of two lines, the inner one stands apart from the text, and then the outer one.
  for (int line = 0; line < 2; ++line) Edges(pages).remove();
}

}  // namespace libparse::input
