// SPDX-License-Identifier: MIT
#pragma once

#include "rules/pack.hpp"

namespace libparse::extract {

/// The word lists that the target reader works with. References into the pack: they live as long as it does.
struct TargetWords {
  explicit TargetWords(const rules::Pack& pack)
      : numeral(pack.lexicon("cn-numeral")),
        scale(pack.lexicon("number-scale")),
        measure(pack.lexicon("measure-word")),
        bound_before(pack.lexicon("comparator-before")),
        bound_after(pack.lexicon("comparator-after")),
        reach(pack.lexicon("reach-verb")),
        change(pack.lexicon("change-verb")),
        commit(pack.lexicon("commit-verb")),
        history(pack.lexicon("history-word")),
        parameter(pack.lexicon("parameter-word")),
        not_committing(pack.lexicon("not-committing-before")),
        condition_noun(pack.lexicon("condition-noun")),
        condition_tail(pack.lexicon("condition-tail")),
        condition_lead(pack.lexicon("condition-lead")),
        recurrence(pack.lexicon("recurrence-word")),
        lead(pack.lexicon("indicator-lead")),
        tail(pack.lexicon("indicator-tail")),
        compare(pack.lexicon("compare-lead")),
        rate_ending(pack.lexicon("rate-ending")),
        only_of_itself(pack.lexicon("only-of-itself")),
        fault(pack.lexicon("fault-word")),
        parallel(pack.lexicon("parallel-word")),
        particle(pack.lexicon("target-particle")),
        standard(pack.lexicon("standard-noun")),
        unit_code(pack.lexicon("unit-code")),
        nature(pack.lexicon("target-nature")),
        change_base(pack.lexicon("change-base")),
        plans(pack.lexicon("five-year-plan")) {}

  const rules::Lexicon& numeral;         ///< 三 → 3
  const rules::Lexicon& scale;           ///< 万 → 4, a power of ten
  const rules::Lexicon& measure;         ///< 公里 → size
  const rules::Lexicon& bound_before;    ///< 不低于 → ge
  const rules::Lexicon& bound_after;     ///< 以上 → ge
  const rules::Lexicon& reach;           ///< 达到 → eq, 控制在 → le
  const rules::Lexicon& change;          ///< 提高 → up
  const rules::Lexicon& commit;          ///< 新建
  const rules::Lexicon& history;         ///< 已建成
  const rules::Lexicon& parameter;       ///< 补贴
  const rules::Lexicon& not_committing;  ///< 等, 的
  const rules::Lexicon& condition_noun;  ///< 企业
  const rules::Lexicon& condition_tail;  ///< 的，
  const rules::Lexicon& condition_lead;  ///< 未
  const rules::Lexicon& recurrence;      ///< 每月
  const rules::Lexicon& lead;            ///< 力争
  const rules::Lexicon& tail;            ///< 分别
  const rules::Lexicon& compare;         ///< 比上年
  const rules::Lexicon& rate_ending;     ///< 率
  const rules::Lexicon& only_of_itself;  ///< 部门
  const rules::Lexicon& fault;           ///< 尚未
  const rules::Lexicon& parallel;        ///< 城市, 农村
  const rules::Lexicon& particle;     ///< 的 → attribute, 和 → and, 分别 → each, 对 → object, 按 → by
  const rules::Lexicon& standard;     ///< 比例, what 按…的 goes by
  const rules::Lexicon& unit_code;    ///< 公里 → length km
  const rules::Lexicon& nature;       ///< 约束性 → binding
  const rules::Lexicon& change_base;  ///< 同比
  const rules::Lexicon& plans;        ///< 十三五 → 2016
};

}  // namespace libparse::extract
