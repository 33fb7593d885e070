// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/records.hpp"
#include "text/work_text.hpp"

namespace libparse::rules {

/// A rule of a pack, ready to be asked.
class Rule {
 public:
  explicit Rule(const RuleRecord& record) : record_(&record) {}
  [[nodiscard]] std::string_view id() const noexcept { return record_->id; }
  [[nodiscard]] std::string_view habit() const noexcept { return record_->habit; }
  /// The value of a key of `produces`; empty where the rule has none.
  [[nodiscard]] std::string_view property(std::string_view key) const noexcept;
  [[nodiscard]] const RuleRecord& record() const noexcept { return *record_; }

 private:
  const RuleRecord* record_;
};

/// One place where a rule reads something. Views and ranges refer to the scanned text.
struct RuleMatch {
  const Rule* rule = nullptr;
  text::Range range;  ///< the mention: the capture `quote` where the rule has one, else the whole match
  text::Range whole;
  std::vector<std::pair<std::string_view, text::Range>> captures;
  /// The text of a named group; empty where it took no part.
  [[nodiscard]] std::string_view get(std::string_view name, std::string_view text) const noexcept;
  [[nodiscard]] std::optional<text::Range> range_of(std::string_view name) const noexcept;
};

/// A candidate that a rule's context words void (for --explain).
struct Rejection {
  const Rule* rule = nullptr;
  text::Range range;
  std::string_view reason;  ///< `unless_before`, `unless_after`, `only_before`, `only_after`
  std::string_view word;    ///< the context word, empty for a missing one
};

/// The rules of one family. Automata that were made with the rules find the leftmost-longest places and which rules
/// match there; a rule's captures are looked for where it is chosen. Linear in the text; const and thread-safe.
///
/// Of several rules that match the same longest place the first in rank wins whose context words allow it.
/// A rule with `produces: {type: none}` is a trap: it takes its place and reads nothing (the readers drop it).
class RuleSet {
 public:
  /// Rules of the family that were compiled together; the record must outlive the set.
  struct Part {
    const FamilyRecord* family = nullptr;
    std::vector<std::uint32_t> ranks;  ///< of each rule: its place in the order of asking, or kReplaced
  };
  static constexpr std::uint32_t kReplaced = 0xFFFFFFFF;  ///< another part's rule stands in for it
  explicit RuleSet(const std::vector<Part>& parts);
  ~RuleSet();
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;

  /// Calls `take` for each place inside `where`, in order. Scanning goes on behind the mention.
  /// Context words are looked for in the whole of `text`, so that they may stand outside `where`.
  void scan(std::string_view text, text::Range where, const std::function<void(const RuleMatch&)>& take,
            std::vector<Rejection>* rejections = nullptr) const;
  [[nodiscard]] std::vector<RuleMatch> find_all(std::string_view text, text::Range where,
                                                std::vector<Rejection>* rejections = nullptr) const;
  /// The rule with the longest match that starts at `where.begin`, or nothing.
  [[nodiscard]] std::optional<RuleMatch> match_prefix(std::string_view text, text::Range where) const;
  /// The rule that matches exactly `where` as a whole, or nothing.
  [[nodiscard]] std::optional<RuleMatch> match_whole(std::string_view text, text::Range where) const;
  [[nodiscard]] bool empty() const noexcept;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace libparse::rules
