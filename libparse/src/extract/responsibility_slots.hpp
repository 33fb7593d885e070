// SPDX-License-Identifier: MIT
#pragma once

#include "extract/responsibility_list.hpp"

namespace libparse::extract {

/// Reads labelled slots: units, times, telephone numbers behind 责任单位：, 完成时限：, 联系电话：.
class SlotReader {
 public:
  explicit SlotReader(const Scan& scan) : scan_(scan) {}

  /// Slots that follow each other from the label at `at` on, into `clause`; their end, or 0 where there is none.
  /// The clause's qualifier limits the units of the first slot only.
  std::size_t read_row(std::size_t at, std::size_t limit, ListReader& reader, Clause& clause) const;

  /// What limits a label on its left (国有企业房屋 第一责任单位), not before `limit`. Empty where the words before the
  /// label are a sentence.
  [[nodiscard]] text::Range qualifier(std::size_t label, std::size_t limit) const;

 private:
  bool read_slot(const SlotLabel& label, std::size_t limit, ListReader& reader, Clause& clause, std::size_t& behind,
                 bool& ran_on) const;
  void limit_to_qualifier(Clause& clause) const;
  [[nodiscard]] bool stands_without_colon(const SlotLabel& label, const UnitList& list, std::size_t limit) const;
  [[nodiscard]] std::size_t time_end(std::size_t from, std::size_t limit) const;
  [[nodiscard]] std::size_t phone_end(std::size_t from, std::size_t limit) const;
  [[nodiscard]] std::size_t contact_end(std::size_t from, std::size_t limit) const;
  [[nodiscard]] std::size_t skip_lines(std::size_t at, std::size_t limit) const;
  [[nodiscard]] bool ends_in_comma(std::size_t from, std::size_t to) const;

  const Scan& scan_;
};

}  // namespace libparse::extract
