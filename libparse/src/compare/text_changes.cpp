// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <dtl/dtl.hpp>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "libparse/compare.hpp"

namespace libparse {
namespace {

// Steps of the comparison at most, as the product of the lengths of the differing middles.
constexpr std::size_t kMostSteps = 1'000'000;

bool is_word(unsigned char c) { return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'); }

using Sequence = std::vector<std::uint32_t>;

// Words by number, so that comparing two of them is cheap.
class Vocabulary {
 public:
  // Cuts into words or numbers of ASCII letters and digits (3.5 is one) and single other characters. Bytes that are no
  // UTF-8 stay with the character before them.
  Sequence read(std::string_view text) {
    Sequence sequence;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto goes_on = [&](std::size_t i) {
      if (is_word(byte(i))) return true;
      return byte(i) == '.' && i + 1 < text.size() && is_word(byte(i + 1)) && byte(i - 1) <= '9';
    };
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at + 1;
      if (is_word(byte(at))) {
        while (end < text.size() && goes_on(end)) ++end;
      } else {
        while (end < text.size() && (byte(end) & 0xC0U) == 0x80U) ++end;
      }
      const std::string_view word = text.substr(at, end - at);
      const auto [entry, is_new] = numbers_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
      if (is_new) words_.push_back(word);
      sequence.push_back(entry->second);
      at = end;
    }
    return sequence;
  }
  [[nodiscard]] std::string_view word(std::uint32_t number) const { return words_[number]; }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::string_view> words_;
};

class Changes {
 public:
  void add(TextOperation operation, std::string_view word) {
    if (operation == TextOperation::equal) {
      flush();
      equal_ += word;
      ++equal_words_;
      return;
    }
    // One lone character between two changes is more legible as a part of them.
    if (equal_words_ == 1 && !made_.empty() && removed_.empty() && inserted_.empty()) {
      while (!made_.empty() && made_.back().operation != TextOperation::equal) {
        (made_.back().operation == TextOperation::removed ? removed_ : inserted_) = made_.back().text;
        made_.pop_back();
      }
      removed_ += equal_;
      inserted_ += equal_;
      equal_.clear();
      equal_words_ = 0;
    }
    flush_equal();
    (operation == TextOperation::removed ? removed_ : inserted_) += word;
  }
  std::vector<TextChange> take() && {
    flush_equal();
    flush();
    return std::move(made_);
  }

 private:
  void flush() {
    if (!removed_.empty()) made_.push_back({TextOperation::removed, std::move(removed_)});
    if (!inserted_.empty()) made_.push_back({TextOperation::inserted, std::move(inserted_)});
    removed_.clear();
    inserted_.clear();
  }
  void flush_equal() {
    if (!equal_.empty()) made_.push_back({TextOperation::equal, std::move(equal_)});
    equal_.clear();
    equal_words_ = 0;
  }

  std::vector<TextChange> made_;
  std::string equal_, removed_, inserted_;
  std::size_t equal_words_ = 0;
};

}  // namespace

std::vector<TextChange> compare_texts(std::string_view before, std::string_view after) {
  Vocabulary vocabulary;
  const Sequence a = vocabulary.read(before), b = vocabulary.read(after);
  const auto [first, start_of_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto [last, end_of_b] =
      std::mismatch(a.rbegin(), std::make_reverse_iterator(first), b.rbegin(), std::make_reverse_iterator(start_of_b));
  const Sequence middle_a(first, last.base()), middle_b(start_of_b, end_of_b.base());

  Changes changes;
  const auto add = [&](TextOperation operation, std::uint32_t word) { changes.add(operation, vocabulary.word(word)); };
  std::for_each(a.begin(), first, [&](std::uint32_t word) { add(TextOperation::equal, word); });
  if (middle_a.empty() || middle_b.empty() || middle_a.size() > kMostSteps / middle_b.size()) {
    for (const std::uint32_t word : middle_a) add(TextOperation::removed, word);
    for (const std::uint32_t word : middle_b) add(TextOperation::inserted, word);
  } else {
    dtl::Diff<std::uint32_t> diff(middle_a, middle_b);
    diff.compose();
    const dtl::Ses<std::uint32_t> script = diff.getSes();
    for (const auto& [word, info] : script.getSequence()) {
      add(info.type == dtl::SES_COMMON   ? TextOperation::equal
          : info.type == dtl::SES_DELETE ? TextOperation::removed
                                         : TextOperation::inserted,
          word);
    }
  }
  std::for_each(last.base(), a.end(), [&](std::uint32_t word) { add(TextOperation::equal, word); });
  return std::move(changes).take();
}

}  // namespace libparse
