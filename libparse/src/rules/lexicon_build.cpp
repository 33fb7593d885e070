// SPDX-License-Identifier: MIT
#include "rules/lexicon_build.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "text/utf8.hpp"

namespace libparse::rules {
namespace {

/// A table of at most half its places taken, a power of two long.
std::vector<CharBucket> hashed(const std::map<char32_t, CharBucket>& buckets) {
  std::size_t size = 2;
  while (size < 2 * buckets.size()) size *= 2;
  std::vector<CharBucket> out(size);
  for (const auto& [c, bucket] : buckets) {
    std::size_t at = bucket_of(c, size);
    while (out[at].begin != out[at].end) at = (at + 1) & (size - 1);
    out[at] = bucket;
  }
  return out;
}

void count(std::map<char32_t, CharBucket>& buckets, char32_t c, std::uint32_t at) {
  const auto [bucket, fresh] = buckets.emplace(c, CharBucket{c, at, at});
  bucket->second.end = at + 1;
}

}  // namespace

LexiconTables build_lexicon(std::vector<WordRecord> words) {
  LexiconTables out;
  std::stable_sort(words.begin(), words.end(),
                   [](const WordRecord& a, const WordRecord& b) { return a.word < b.word; });
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 == words.size() || words[i].word != words[i + 1].word) out.words.push_back(words[i]);
  }
  const auto first = [&](std::uint32_t i) { return text::char_at(out.words[i].word, 0); };
  const auto last = [&](std::uint32_t i) {
    const std::string_view word = out.words[i].word;
    return text::char_at(word, text::previous(word, word.size()));
  };
  out.by_last.resize(out.words.size());
  std::iota(out.by_last.begin(), out.by_last.end(), 0U);
  std::stable_sort(out.by_last.begin(), out.by_last.end(), [&](std::uint32_t a, std::uint32_t b) {
    return last(a) != last(b) ? last(a) < last(b) : out.words[a].word.size() > out.words[b].word.size();
  });
  out.firsts.resize(kFirstBits / 64);
  for (const WordRecord& w : out.words) {
    // A word of one character with two bytes stands before whatever comes: its second byte is what counts.
    const std::size_t bit = first_bit(std::string(w.word) + ' ');
    out.firsts[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  std::map<char32_t, CharBucket> starts, ends;
  for (std::uint32_t i = 0; i < out.words.size(); ++i) {
    count(starts, first(i), i);
    count(ends, last(out.by_last[i]), i);
  }
  out.starts = hashed(starts);
  out.ends = hashed(ends);
  return out;
}

}  // namespace libparse::rules
