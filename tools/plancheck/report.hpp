// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "plancheck/finding.hpp"
#include "plancheck/options.hpp"

namespace plancheck {

/// A check that was made, whether it found something or not.
struct CheckInfo {
  std::string code;
  libparse::Severity severity = libparse::Severity::error;
  std::string summary;  ///< one English sentence without full stop
};

/// A task list that was checked, or an input that holds none that could be read.
struct ListInfo {
  std::string path;        ///< as messages show it
  std::size_t number = 0;  ///< in its input, from 1; 0: the input holds no other
  bool was_read = false;   ///< it could be read as a task list, so that checks beyond its form were made
};

struct Report {
  std::vector<ListInfo> lists;
  std::vector<CheckInfo> checks;
  Findings findings;  ///< in the order of the lists, then of their places
};

/// How many findings there are of each severity, the waived ones apart.
struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;
  std::size_t waived = 0;
};
[[nodiscard]] Counts count_findings(const Findings& findings);

/// True where a finding makes the status 1.
[[nodiscard]] bool is_failure(const Finding& finding, FailOn fail_on);
[[nodiscard]] bool has_failure(const Findings& findings, FailOn fail_on);

/// `path:line:column: severity: message [code]`, one line each. What could not be read at all is not repeated here: it
/// was told on standard error. Waived findings are left out.
void write_text(const Report& report, std::ostream& out);

/// One JSON document with a summary and all findings; docs/checks.md describes it.
void write_json(const Report& report, std::ostream& out);

/// SARIF 2.1.0 (OASIS Standard, 2020). Columns count code points; waived findings are suppressed results.
void write_sarif(const Report& report, std::ostream& out);

/// JUnit XML as CI systems read it: a test suite for each list, a test case for each check. A check with findings that
/// `fail_on` asks for has failed; others are told in its output; one with waived findings only is skipped.
void write_junit(const Report& report, FailOn fail_on, std::ostream& out);

/// Workflow commands of GitHub Actions: `::error file=…,line=…,col=…,title=…::message`.
void write_github(const Report& report, std::ostream& out);

void write_report(const Report& report, ReportFormat format, FailOn fail_on, std::ostream& out);

}  // namespace plancheck
