// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "extract/responsibility.hpp"
#include "extract/responsibility_scan.hpp"

namespace libparse::extract {

/// How a list of units is to be read.
struct ListOptions {
  std::optional<Role> role =
      std::nullopt;        ///< a label says it: then any short words are units, and the list may run on into a sentence
  bool person = false;     ///< the label asks for people
  bool scopes = false;     ///< in brackets, text around a verb limits its units: 餐饮安全由市商务局牵头
  bool one_group = false;  ///< stop behind the first verb
};

/// 县X局、县Y局牵头,县Z局等部门配合 as far as it is one.
struct UnitList {
  std::vector<UnitMention> units;
  std::vector<text::Range> times;  ///< pieces that are times: 年底前完成
  std::size_t end = 0;             ///< behind the last unit, tail word or verb
  std::size_t looked_at = 0;       ///< how far reading went before it gave up
  std::size_t closed = 0;          ///< units up to here are followed by a verb
  std::size_t closed_end = 0;      ///< behind the last verb and its scope
  bool has_verb = false;
  bool ran_on = false;    ///< a sentence follows without punctuation
  std::string_view rule;  ///< of the first verb
};

/// Reads lists of units. One for each clause, because elided levels are restored from what stood before.
class ListReader {
 public:
  explicit ListReader(const Scan& scan) : scan_(scan), names_(scan.words.names), restorer_(scan.words.names) {}

  [[nodiscard]] UnitList read(text::Range where, const ListOptions& options);

 private:
  /// A stretch that is taken for a unit, and what was found behind it.
  struct Piece {
    text::Range range;
    std::size_t after = 0;  ///< where reading goes on
    bool found = false;
    bool ran_on = false;
    std::optional<Role> role = std::nullopt;  ///< (牵头) right behind the unit
    bool joined = false;                      ///< 和 or 及 stands behind it
    bool joined_first = false;                ///< 会同 stands behind it
  };
  [[nodiscard]] Piece next_unit(std::size_t from, std::size_t end, const ListOptions& options, bool strict) const;
  [[nodiscard]] std::size_t unit_end(std::size_t from, std::size_t end, const ListOptions& options, bool strict,
                                     Piece& piece) const;
  [[nodiscard]] bool closes_unit(std::string_view left, const ListOptions& options, bool strict,
                                 const Mark* mark) const;
  [[nodiscard]] std::size_t quoted_end(std::size_t at, std::size_t end, const ListOptions& options) const;
  [[nodiscard]] bool take_bracket(std::size_t from, std::size_t& at, std::size_t end, Piece& piece) const;
  [[nodiscard]] std::size_t row_end(std::size_t from, std::size_t comma, std::size_t end) const;
  [[nodiscard]] bool starts_unit(std::size_t from, std::size_t end) const;
  [[nodiscard]] std::size_t tail_end(std::size_t at, std::size_t end) const;
  [[nodiscard]] std::size_t stretch_end(std::size_t at, std::size_t end) const;
  [[nodiscard]] bool time_piece(std::size_t from, std::size_t end, const ListOptions& options,
                                text::Range& piece) const;
  [[nodiscard]] std::size_t scope_end(std::size_t from, std::size_t end) const;
  void add(UnitList& list, const Piece& piece, const ListOptions& options);

  const Scan& scan_;
  const OrganizationNames& names_;
  NameRestorer restorer_;
  std::vector<bool> fixed_;  ///< units of the list whose role stands in brackets behind them
};

}  // namespace libparse::extract
