// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/error.hpp"
#include "libparse/tree.hpp"
#include "plancheck/collector.hpp"
#include "plancheck/line_index.hpp"
#include "plancheck/options.hpp"
#include "plancheck/policy.hpp"
#include "plancheck/report.hpp"
#include "plancheck/schema.hpp"

namespace plancheck {

/// Runs the checks that the options ask for over one input after another and gathers what they find.
class Checker {
 public:
  /// \param policy  nullptr: none
  Checker(const Options& options, const Policy* policy, std::istream& in, std::ostream& err);

  void check_input(const std::string& input);
  /// Applies the waivers and hands out the report. \param today  ISO 8601 date
  [[nodiscard]] Report finish(const std::string& today);

  /// True where an input or a notice could not be read.
  [[nodiscard]] bool has_failed() const noexcept { return has_failed_; }
  /// How many task lists (or unreadable inputs) there were: as many notices may be named.
  [[nodiscard]] std::size_t lists() const noexcept { return report_.lists.size(); }

 private:
  void check_bytes(std::string_view bytes, const std::string& shown);
  void check_tree(const libparse::Node& tree, std::string_view bytes, const std::string& shown);
  /// The findings that need the list, without those about values that the schema already refuses.
  void check_list(const libparse::Node& tree, const libparse::TaskList& list, const std::vector<Violation>& refused);
  void check_source(Collector& collector, std::size_t number);
  void add_failure(const std::string& code, const libparse::Error& error, const std::string& shown);
  void place_findings(std::size_t first, const LineIndex& lines, const std::string& shown);

  const Options& options_;
  const Policy* policy_;
  std::istream& in_;
  std::ostream& err_;
  Schema schema_;
  Report report_;
  bool has_failed_ = false;
};

}  // namespace plancheck
