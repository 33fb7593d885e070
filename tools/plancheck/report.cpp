// SPDX-License-Identifier: MIT
#include "plancheck/report.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

#include "common/display_text.hpp"
#include "libparse/names.hpp"

namespace plancheck {
namespace {

bool was_told(const std::string& code) {
  return code == "check-unreadable" || code == "check-syntax" || code == "check-source-unreadable";
}

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions: in a message, `%` and line ends are
// escaped, in a property the marks that part properties too.
std::string escaped(std::string_view text, bool is_property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (c == ':' && is_property) {
      out += "%3A";
    } else if (c == ',' && is_property) {
      out += "%2C";
    } else if (static_cast<unsigned char>(c) < 0x20U) {
      out += "\uFFFD";  // a quote must not drive the terminal that shows the log
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view github_command(libparse::Severity severity) {
  return severity == libparse::Severity::info ? "notice" : libparse::name_of(severity);
}

}  // namespace

Counts count_findings(const Findings& findings) {
  Counts counts;
  for (const Finding& finding : findings) {
    if (!finding.waived.empty()) {
      ++counts.waived;
    } else if (finding.severity == libparse::Severity::error) {
      ++counts.errors;
    } else if (finding.severity == libparse::Severity::warning) {
      ++counts.warnings;
    } else {
      ++counts.infos;
    }
  }
  return counts;
}

bool is_failure(const Finding& finding, FailOn fail_on) {
  if (!finding.waived.empty()) return false;
  switch (fail_on) {
    case FailOn::info:
      return true;
    case FailOn::warning:
      return finding.severity != libparse::Severity::info;
    case FailOn::error:
      return finding.severity == libparse::Severity::error;
    case FailOn::never:
      return false;
  }
  return true;
}

bool has_failure(const Findings& findings, FailOn fail_on) {
  return std::any_of(findings.begin(), findings.end(),
                     [fail_on](const Finding& finding) { return is_failure(finding, fail_on); });
}

void write_text(const Report& report, std::ostream& out) {
  for (const Finding& finding : report.findings) {
    if (!finding.waived.empty() || was_told(finding.code)) continue;
    out << tools::printable(finding.place.path);
    if (finding.place.line > 0) out << ':' << finding.place.line << ':' << finding.place.column;
    out << ": " << libparse::name_of(finding.severity) << ": " << tools::printable(finding.message) << " ["
        << finding.code << "]\n";
  }
}

void write_github(const Report& report, std::ostream& out) {
  for (const Finding& finding : report.findings) {
    if (!finding.waived.empty()) continue;
    out << "::" << github_command(finding.severity) << " file=" << escaped(finding.place.path, true);
    if (finding.place.line > 0) out << ",line=" << finding.place.line << ",col=" << finding.place.column;
    out << ",title=" << escaped(finding.code, true) << "::" << escaped(finding.message, false) << '\n';
  }
}

void write_report(const Report& report, ReportFormat format, FailOn fail_on, std::ostream& out) {
  switch (format) {
    case ReportFormat::text:
      return write_text(report, out);
    case ReportFormat::json:
      return write_json(report, out);
    case ReportFormat::sarif:
      return write_sarif(report, out);
    case ReportFormat::junit:
      return write_junit(report, fail_on, out);
    case ReportFormat::github:
      return write_github(report, out);
  }
}

}  // namespace plancheck
