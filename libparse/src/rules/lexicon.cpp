// SPDX-License-Identifier: MIT
#include "rules/lexicon.hpp"

#include <algorithm>
#include <numeric>

#include "text/utf8.hpp"

namespace libparse::rules {
namespace {
std::uint8_t first_byte(std::string_view s) { return static_cast<std::uint8_t>(s.front()); }
std::uint8_t last_byte(std::string_view s) { return static_cast<std::uint8_t>(s.back()); }
}  // namespace

Lexicon::Lexicon(const std::vector<std::span<const WordRecord>>& layers) {
  for (const auto& layer : layers) words_.insert(words_.end(), layer.begin(), layer.end());
  std::stable_sort(words_.begin(), words_.end(),
                   [](const WordRecord& a, const WordRecord& b) { return a.word < b.word; });
  // Of equal words the last stands: drop each that is followed by its equal.
  std::vector<WordRecord> kept;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (i + 1 == words_.size() || words_[i].word != words_[i + 1].word) kept.push_back(words_[i]);
  }
  words_ = std::move(kept);
  by_last_.resize(words_.size());
  std::iota(by_last_.begin(), by_last_.end(), 0U);
  std::stable_sort(by_last_.begin(), by_last_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::string_view x = words_[a].word, y = words_[b].word;
    return last_byte(x) != last_byte(y) ? last_byte(x) < last_byte(y) : x.size() > y.size();
  });
  for (const WordRecord& w : words_) {
    ++first_[first_byte(w.word) + 1];
    ++last_[last_byte(w.word) + 1];
  }
  std::partial_sum(std::begin(first_), std::end(first_), std::begin(first_));
  std::partial_sum(std::begin(last_), std::end(last_), std::begin(last_));
}

Lexicon::Hit Lexicon::find(std::string_view text) const noexcept {
  const auto at = std::lower_bound(words_.begin(), words_.end(), text,
                                   [](const WordRecord& w, std::string_view t) { return w.word < t; });
  return at != words_.end() && at->word == text ? Hit{at->word, at->value} : Hit{};
}

Lexicon::Hit Lexicon::prefix(std::string_view text) const noexcept {
  if (text.empty() || words_.empty()) return {};
  const std::uint32_t begin = first_[first_byte(text)], end = first_[first_byte(text) + 1];
  // Every prefix of `text` sorts at or before `text`, a longer one behind a shorter one: walk down from `text`.
  auto at = std::upper_bound(words_.begin() + begin, words_.begin() + end, text,
                             [](std::string_view t, const WordRecord& w) { return t < w.word; });
  while (at != words_.begin() + begin) {
    --at;
    if (text.starts_with(at->word)) return {at->word, at->value};
    // Words that share less than one character with `text` end the walk.
    if (at->word.substr(0, 3).compare(text.substr(0, std::min<std::size_t>(3, text.size()))) < 0) break;
  }
  return {};
}

Lexicon::Hit Lexicon::suffix(std::string_view text) const noexcept {
  if (text.empty() || words_.empty()) return {};
  for (std::uint32_t i = last_[last_byte(text)]; i < last_[last_byte(text) + 1]; ++i) {
    const WordRecord& w = words_[by_last_[i]];
    if (text.ends_with(w.word)) return {w.word, w.value};
  }
  return {};
}

Lexicon::Hit Lexicon::search(std::string_view text, std::size_t& at) const noexcept {
  for (std::size_t i = 0; i < text.size(); i = text::next(text, i)) {
    if (const Hit hit = prefix(text.substr(i))) {
      at = i;
      return hit;
    }
  }
  return {};
}

}  // namespace libparse::rules
