// SPDX-License-Identifier: MIT
#pragma once

#include "extract/responsibility.hpp"
#include "extract/target.hpp"
#include "extract/time.hpp"
#include "rules/pack.hpp"
#include "task/grid_table.hpp"
#include "task/kind.hpp"
#include "task/pieces.hpp"
#include "task/table.hpp"

namespace libparse::task {

/// Everything that reads mentions, made once per rule pack.
struct Readers {
  extract::ResponsibilityReader responsibilities;
  extract::TimeReader times;
  extract::TargetReader targets;
  PieceCutter pieces;
  KindReader kinds;
  TableReader tables;
  GridTableReader grid_tables;
  const rules::Lexicon& closing_start;
  const rules::Lexicon& record_labels;
  const rules::Lexicon& fact_labels;
  const rules::Lexicon& natures;
  explicit Readers(const rules::Pack& pack)
      : responsibilities(pack),
        times(pack),
        targets(pack),
        pieces(pack),
        kinds(pack),
        tables(pack, responsibilities),
        grid_tables(pack, responsibilities),
        closing_start(pack.lexicon("closing-start")),
        record_labels(pack.lexicon("record-label")),
        fact_labels(pack.lexicon("fact-label")),
        natures(pack.lexicon("target-nature")) {}
};

}  // namespace libparse::task
