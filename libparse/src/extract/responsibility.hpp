// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::extract {

/// One unit of a clause (责任单位).
struct UnitMention {
  text::Range range;         ///< as written, without list marks and without 等/等部门
  Role role = Role::responsible;
  std::string name;          ///< elided level restored; equal to the written form where nothing was elided
  bool group = false;        ///< 各乡镇, 市有关部门
  text::Range scope;         ///< what the assignment is limited to; may be empty
  bool prose = false;        ///< named in the middle of a sentence (由X负责), not in a clause of its own
};

/// How a clause stands in the text.
enum class ClauseForm : std::uint8_t {
  slot,        ///< labelled: 责任单位：…, 完成时限：…; several slots that follow each other are one clause
  bracket,     ///< (A牵头，B、C配合)
  trailing,    ///< without label or bracket, behind a sentence: 县公安局、县财政局等按职责分工负责
  assignment,  ///< one of a list in prose: 供电所牵头负责电力安全，中心校牵头负责校园安全
  prose,       ///< 由X牵头 inside a sentence
};

struct Clause {
  ClauseForm form = ClauseForm::slot;
  text::Range whole;                    ///< label, units, brackets: what is no part of the task's body (assignment and prose clauses stay in the body)
  std::vector<UnitMention> units;
  std::vector<text::Range> time_slots;  ///< contents of 完成时限 and the like inside `whole`
  std::string_view rule;                ///< id or label that recognised it
};

/// A sentence that says how the lists of the document are to be read.
struct DocumentRule {
  enum class Kind : std::uint8_t {
    first_is_lead,        ///< 列第一位的为牵头单位，下同
    responsible_is_lead,  ///< 无牵头单位的，责任单位即为牵头单位
    added_units,          ///< 以下均需各市州政府负责落实，不再列出
  };
  Kind kind = Kind::first_is_lead;
  text::Range range;                ///< the whole statement
  std::vector<UnitMention> units;   ///< with added_units
};

/// Reads 责任分工 out of running text. Made once per rule pack; const and thread-safe.
class ResponsibilityReader {
 public:
  explicit ResponsibilityReader(const rules::Pack& pack);

  /// Every clause inside `where` (the text of one node, which may run over several lines), in text order, no overlaps.
  [[nodiscard]] std::vector<Clause> read(std::string_view text, text::Range where) const;

  /// Every document rule inside `where`, in text order.
  [[nodiscard]] std::vector<DocumentRule> read_document_rules(std::string_view text, text::Range where) const;

 private:
  const rules::Pack& pack_;
};

}  // namespace libparse::extract
