// SPDX-License-Identifier: MIT
#include "rules/lexicon.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::rules {
namespace {

/// The bucket of a character, empty where no word has it.
CharBucket find_bucket(std::span<const CharBucket> table, char32_t c) noexcept {
  if (table.empty()) return {};
  for (std::size_t at = bucket_of(c, table.size());; at = (at + 1) & (table.size() - 1)) {
    if (table[at].begin == table[at].end || table[at].c == c) return table[at];
  }
}

/// The bucket of the character that `text` starts with. `text` may start or end in the middle of a character: then no
/// word can stand there.
CharBucket bucket_at_start(std::span<const CharBucket> table, std::string_view text) noexcept {
  if (text.empty()) return {};
  const auto lead = static_cast<unsigned char>(text.front());
  if ((lead & 0xC0U) == 0x80U || text::char_length(lead) > text.size()) return {};
  return find_bucket(table, text::char_at(text, 0));
}

CharBucket bucket_at_end(std::span<const CharBucket> table, std::string_view text) noexcept {
  const std::size_t last = text::previous(text, text.size());
  return bucket_at_start(table, text.substr(last));
}

std::vector<WordRecord> all_of(const std::vector<std::span<const WordRecord>>& layers) {
  std::vector<WordRecord> words;
  for (const auto& layer : layers) words.insert(words.end(), layer.begin(), layer.end());
  return words;
}

}  // namespace

Lexicon::Lexicon(const std::vector<std::span<const WordRecord>>& layers)
    : own_(std::make_shared<const LexiconTables>(build_lexicon(all_of(layers)))), record_(own_->record("")) {}

Lexicon::Hit Lexicon::find(std::string_view text) const noexcept {
  const CharBucket bucket = bucket_at_start(record_.starts, text);
  const auto begin = record_.words.begin() + bucket.begin, end = record_.words.begin() + bucket.end;
  const auto at =
      std::lower_bound(begin, end, text, [](const WordRecord& w, std::string_view t) { return w.word < t; });
  return at != end && at->word == text ? Hit{at->word, at->value} : Hit{};
}

Lexicon::Hit Lexicon::find_prefix(std::string_view text) const noexcept {
  const CharBucket bucket = bucket_at_start(record_.starts, text);
  if (bucket.begin == bucket.end) return {};
  // Every prefix of `text` sorts at or before `text`, a longer one behind a shorter one: walk down from `text`.
  const auto begin = record_.words.begin() + bucket.begin;
  auto at = std::upper_bound(begin, record_.words.begin() + bucket.end, text,
                             [](std::string_view t, const WordRecord& w) { return t < w.word; });
  while (at != begin) {
    --at;
    if (text.starts_with(at->word)) return {at->word, at->value};
  }
  return {};
}

Lexicon::Hit Lexicon::suffix(std::string_view text) const noexcept {
  const CharBucket bucket = bucket_at_end(record_.ends, text);
  for (std::uint32_t i = bucket.begin; i < bucket.end; ++i) {
    const WordRecord& w = record_.words[record_.by_last[i]];
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
