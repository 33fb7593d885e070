// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/task_list.hpp"
#include "rules/pack.hpp"
#include "text/work_text.hpp"

namespace libparse::extract {

struct ResponsibilityWords;

/// One unit of a clause (责任单位).
struct UnitMention {
  text::Range range;  ///< as written, without list marks and without 等/等部门
  Role role = Role::responsible;
  std::string name;     ///< elided level restored; equal to the written form where nothing was elided
  bool group = false;   ///< 各乡镇, 市有关部门
  text::Range scope;    ///< what the assignment is limited to; may be empty
  bool person = false;  ///< the slot asked for people: 责任人, 责任领导
  bool prose = false;   ///< named in the middle of a sentence (由X负责), not in a clause of its own
};

/// How a clause stands in the text.
enum class ClauseForm : std::uint8_t {
  slot,      ///< labelled: 责任单位：…, 完成时限：…; several slots that follow each other are one clause
  bracket,   ///< (A牵头，B、C配合)
  trailing,  ///< without label or bracket, behind a sentence: 县公安局、县财政局等按职责分工负责
  assignment,  ///< one of a list in prose: 供电所牵头负责电力安全，中心校牵头负责校园安全
  prose,       ///< 由X牵头 inside a sentence
};

struct Clause {
  ClauseForm form = ClauseForm::slot;
  /// Label, units, brackets and the comma or full stop right behind: what is no part of the task's body. Assignment
  /// and prose clauses stay in the body; theirs is the stretch that names the units.
  text::Range whole;
  std::vector<UnitMention> units;
  std::vector<text::Range> time_slots;  ///< contents of 完成时限 and the like inside `whole`
  text::Range qualifier;  ///< what stands before a label and limits it: 国有企业房屋 第一责任单位, 以上三项 责任单位
  std::string_view rule;  ///< id of the rule that recognised it, or the label as the lexicon has it; empty where
                          ///< nothing but units fills a bracket
};

/// A sentence that says how the lists of the document are to be read.
struct DocumentRule {
  enum class Kind : std::uint8_t {
    first_is_lead,        ///< 列第一位的为牵头单位，下同
    responsible_is_lead,  ///< 无牵头单位的，责任单位即为牵头单位
    added_units,          ///< 以下均需各市州政府负责落实，不再列出
  };
  Kind kind = Kind::first_is_lead;
  text::Range range;               ///< the whole statement, with brackets that hold nothing else
  std::vector<UnitMention> units;  ///< with added_units
};

/// What a table's column holds, by its heading.
struct ColumnLabel {
  enum class Kind : std::uint8_t { units, time, contact };
  Kind kind = Kind::units;
  Role role = Role::responsible;
  bool person = false;  ///< 责任人: people and not bodies
};

/// Reads 责任分工 out of running text. Made once per rule pack; const and thread-safe.
class ResponsibilityReader {
 public:
  explicit ResponsibilityReader(const rules::Pack& pack);

  /// Every clause inside `where` (the text of one node, which may run over several lines), in text order, no overlaps.
  ///
  /// Shape: linear in the text. Nothing outside `where` is looked at.
  [[nodiscard]] std::vector<Clause> read(std::string_view text, text::Range where) const;

  /// The units of a cell of a table, whose column says the role (区数据局(牵头)、区公安分局).
  [[nodiscard]] std::vector<UnitMention> read_cell(std::string_view text, text::Range where,
                                                   const ColumnLabel& column) const;

  /// What a column headed like this holds; nothing where the heading is no slot label.
  [[nodiscard]] std::optional<ColumnLabel> column_of(std::string_view heading) const;

  /// Every document rule inside `where`, in text order.
  [[nodiscard]] std::vector<DocumentRule> read_document_rules(std::string_view text, text::Range where) const;

 private:
  std::shared_ptr<const ResponsibilityWords> words_;
};

/// Gives the units of one clause the roles that a document rule says. Under 列第一位为牵头 the first unit of all leads
/// where it is only `responsible`; without a leading unit 责任单位即为牵头单位 makes all responsible units lead.
/// Clauses in prose and lists of assignments are left alone, and so is `added_units`: it concerns tasks, not roles.
void apply_document_rule(DocumentRule::Kind rule, Clause& clause);

}  // namespace libparse::extract
