// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "extract/target_hits.hpp"
#include "extract/target_lead.hpp"
#include "extract/time.hpp"
#include "text/work_text.hpp"

namespace libparse::extract {

/// A quantity where it stands. Ranges are bytes of the work text.
struct TargetCandidate {
  rules::RuleMatch match;
  Quantity quantity;
  text::Range core;        ///< from the verb or bound before the number to the bound behind it
  std::size_t number = 0;  ///< where the number starts
  TargetLead lead;
  std::size_t head = 0;        ///< start of the core of the list it belongs to; core.begin where it stands alone
  std::size_t list_index = 0;  ///< place in that list
  std::size_t list_size = 1;
  std::string_view refused;  ///< why it is no target; empty where it is one
  text::Range indicator;
  std::string indicator_text;  ///< where the text says it in parts: 初中|校际差异系数
  std::size_t from = 0;        ///< start of 由 or 从 before it; core.end where there is none
};

/// Words that say what a change is measured against: 比|2020年|, 与2020年相比, 较上年.
struct BaselineMention {
  text::Range range;
  int year = 0;               ///< as written; 0 where none is
  std::string_view relative;  ///< `last`: 上年, the year before that of the target; `ago`: 去年, that before this
};

/// What the readers of one stretch of text share.
struct TargetContext {
  TargetContext(std::string_view of, text::Range part, const TargetWords& lists, const std::vector<TimeMention>& said,
                int document_year)
      : text(of), where(part), words(lists), times(said), year(document_year) {}

  std::string_view text;
  text::Range where;
  const TargetWords& words;
  const std::vector<TimeMention>& times;   ///< in text order, without overlaps
  std::vector<text::Range> dates;          ///< dates, whether or not they are times of the task
  std::vector<BaselineMention> baselines;  ///< in text order
  int year = 0;                            ///< of the document; 0: unknown
  WordHits commits{words.commit, text, where};
  WordHits history{words.history, text, where};
  WordHits parameters{words.parameter, text, where};
  WordHits recurrences{words.recurrence, text, where};
  WordHits faults{words.fault, text, where};

  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return begin < end ? text.substr(begin, end - begin) : std::string_view{};
  }
  /// The times that touch `r`.
  [[nodiscard]] std::span<const TimeMention> times_in(text::Range r) const {
    const auto first =
        std::ranges::partition_point(times, [&](const TimeMention& t) { return t.range.end <= r.begin; });
    const auto last = std::ranges::partition_point(times, [&](const TimeMention& t) { return t.range.begin < r.end; });
    return first < last ? std::span(first, last) : std::span<const TimeMention>{};
  }
  [[nodiscard]] std::span<const text::Range> dates_in(text::Range r) const {
    const auto first = std::ranges::partition_point(dates, [&](text::Range d) { return d.end <= r.begin; });
    const auto last = std::ranges::partition_point(dates, [&](text::Range d) { return d.begin < r.end; });
    return first < last ? std::span(first, last) : std::span<const text::Range>{};
  }
  /// Start of the clause (or of the sentence) that holds `at`: right behind the last mark before it. Brackets that
  /// close before `at` are stepped over, an open one starts a clause. Looks back at most 1200 bytes.
  [[nodiscard]] std::size_t clause_begin(std::size_t at) const { return begin_of(at, ",。;:!?\n", last_clause_); }
  [[nodiscard]] std::size_t sentence_begin(std::size_t at) const { return begin_of(at, "。;!?\n", last_sentence_); }
  /// End of the phrase that starts at `at`: before the next of `marks`, at most 60 characters on. Brackets are stepped
  /// over unless they are marks.
  [[nodiscard]] std::size_t phrase_end(std::size_t at, std::string_view marks) const;
  /// Part of the particle that stands at `at`, right before it, or at the start of a word: 的 → attribute.
  [[nodiscard]] std::string_view particle_at(std::size_t at) const;
  [[nodiscard]] std::string_view particle_before(std::size_t at) const;
  [[nodiscard]] std::string_view particle_in(std::string_view word) const;

 private:
  /// What was asked last: where the next question passes by it, the rest of the way is known.
  struct Asked {
    std::size_t at = 0;
    std::size_t begin = 0;
    bool plain = false;  ///< nothing was stepped over, so all between `begin` and `at` starts there too
  };
  [[nodiscard]] std::size_t begin_of(std::size_t at, std::string_view marks, Asked& last) const;
  [[nodiscard]] bool is_stop(std::size_t dot) const;  ///< a full stop between Chinese characters

  mutable Asked last_clause_;
  mutable Asked last_sentence_;
};

/// Why `candidate` is no target, or nothing. `chained`: a quantity before it in the same sentence is a target.
std::string_view refusal(const TargetCandidate& candidate, const TargetContext& context, bool chained);

}  // namespace libparse::extract
