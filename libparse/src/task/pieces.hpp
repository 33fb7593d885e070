// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "extract/responsibility.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::task {

/// One assignment: a stretch of body and the clauses that close (or open) it.
struct Piece {
  text::Range body;
  text::Range heading;  ///< a run-in heading before a clause that opens the piece; part of the body
  std::vector<const extract::Clause*> clauses;  ///< of form slot, bracket or trailing; may be none
};

/// Cuts a stretch of text at its clauses: each piece with a clause of its own is one assignment, and so is what
/// stands behind the last clause if it is substantive. Where the stretch starts with a clause, clauses open pieces.
class PieceCutter {
 public:
  explicit PieceCutter(const rules::Pack& pack)
      : markers_(pack.family("piece")), contact_labels_(pack.lexicon("contact-label")) {}

  /// `clauses` are those inside `stretch`, in order. `heading` is the run-in heading at the start of the stretch (may
  /// be empty): it belongs to the first piece's body unless a mark such as 一是 opens that piece.
  [[nodiscard]] std::vector<Piece> cut(std::string_view text, text::Range stretch, text::Range heading,
                                       const std::vector<extract::Clause>& clauses) const;

  /// The range without surrounding spaces, line breaks and leading 。；，.
  [[nodiscard]] static text::Range trim(std::string_view text, text::Range r);
  /// `trim` and without a leading 一是, ①, ——.
  [[nodiscard]] text::Range without_marker(std::string_view text, text::Range r) const;
  /// True where the range says something: at least four characters that are no marks.
  [[nodiscard]] static bool is_substantive(std::string_view text, text::Range r);

 private:
  /// The range without a last sentence or line that only says whom to ask (联系人：……，电话：……).
  [[nodiscard]] text::Range without_contacts(std::string_view text, text::Range r) const;

  const rules::RuleSet& markers_;
  const rules::Lexicon& contact_labels_;
};

}  // namespace libparse::task
