// SPDX-License-Identifier: MIT
#include <dtl/dtl.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/compare.hpp"

namespace libparse {
namespace {

// Steps of the comparison at most, as the product of the lengths of the differing middles.
constexpr std::size_t kMostSteps = 1'000'000;

bool is_word(unsigned char c) { return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'); }

// A word or number of ASCII letters and digits (3.5 is one), or one character. Bytes that are no UTF-8 stay together
// with the character before them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (is_word(byte(at))) {
      const auto goes_on = [&](std::size_t i) {
        if (is_word(byte(i))) return true;
        return byte(i) == '.' && i + 1 < text.size() && is_word(byte(i + 1)) && byte(i - 1) <= '9';
      };
      while (end < text.size() && goes_on(end)) ++end;
    } else {
      while (end < text.size() && (byte(end) & 0xC0U) == 0x80U) ++end;
    }
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

class Changes {
 public:
  void add(TextOperation operation, const std::string& word) {
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
  const std::vector<std::string> a = words_of(before), b = words_of(after);
  std::size_t start = 0;
  while (start < a.size() && start < b.size() && a[start] == b[start]) ++start;
  std::size_t end = 0;
  while (end < a.size() - start && end < b.size() - start && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;

  Changes changes;
  for (std::size_t i = 0; i < start; ++i) changes.add(TextOperation::equal, a[i]);
  const auto cut = [&](const std::vector<std::string>& words) {
    return std::vector<std::string>(words.begin() + static_cast<std::ptrdiff_t>(start),
                                    words.end() - static_cast<std::ptrdiff_t>(end));
  };
  const std::vector<std::string> middle_a = cut(a), middle_b = cut(b);
  if (middle_a.empty() || middle_b.empty() || middle_a.size() > kMostSteps / middle_b.size()) {
    for (const std::string& word : middle_a) changes.add(TextOperation::removed, word);
    for (const std::string& word : middle_b) changes.add(TextOperation::inserted, word);
  } else {
    dtl::Diff<std::string> diff(middle_a, middle_b);
    diff.compose();
    const dtl::Ses<std::string> script = diff.getSes();
    for (const auto& [word, info] : script.getSequence()) {
      changes.add(info.type == dtl::SES_COMMON   ? TextOperation::equal
                  : info.type == dtl::SES_DELETE ? TextOperation::removed
                                                 : TextOperation::inserted,
                  word);
    }
  }
  for (std::size_t i = a.size() - end; i < a.size(); ++i) changes.add(TextOperation::equal, a[i]);
  return std::move(changes).take();
}

}  // namespace libparse
