// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/run_tool.hpp"
#include "libparse/compare.hpp"
#include "plandiff/options.hpp"

/// What the reports for people have in common: the words of their language and how a change is put.
namespace plandiff {

/// The words of one language, from page/words.*.txt.
class Words {
 public:
  explicit Words(Language language);
  /// The words for `key`; the key itself where there are none, so that a gap is seen.
  [[nodiscard]] std::string of(const std::string& key) const;

 private:
  std::unordered_map<std::string, std::string> words_;
};

/// One change as a line says it.
struct Line {
  libparse::Change change = libparse::Change::reworded;
  std::string label;
  std::string subject;  ///< the unit or the indicator
  std::string before;
  std::string after;
  std::string note;  ///< how many days later
};

/// What is compared, with all that a report needs.
struct Report {
  const libparse::TaskList& before;
  const libparse::TaskList& after;
  const libparse::PlanDifference& difference;
  Words words;
  Language language = Language::zh;

  [[nodiscard]] Line line_of(const libparse::Difference& change) const;
  /// `2.2`, or `2.2 → 2.3` where ids differ.
  [[nodiscard]] std::string ids_of(const libparse::TaskDifference& group) const;
  [[nodiscard]] std::string title_of(const libparse::TaskDifference& group) const;
  /// `report.<key>.<mode>` in words.
  [[nodiscard]] std::string side(const std::string& key) const;
  /// How often each change is there, in the order of the enumeration.
  [[nodiscard]] std::vector<std::pair<libparse::Change, std::size_t>> counts() const;
  [[nodiscard]] std::string label_of(libparse::Change change) const;
};

/// Stands for a title where a task has none.
[[nodiscard]] std::string title_of(const libparse::Task& task);
[[nodiscard]] bool is_one_to_one(const libparse::TaskDifference& group);

/// Whether the new plan asks for more than the old one; the other side of libparse::is_weaker.
[[nodiscard]] bool is_stronger(libparse::Change change);

struct TextStyle {
  bool color = false;
};
/// For a terminal: a block for each thing that differs, and a line with the counts. Nothing where nothing differs.
void write_text(const Report& report, std::ostream& out, const TextStyle& style);
void write_markdown(const Report& report, std::ostream& out);
/// One self-contained page: nothing is loaded from anywhere, and there is no script.
void write_html(const Report& report, std::ostream& out);

}  // namespace plandiff
