// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <ostream>
#include <string_view>
#include <vector>

#include "common/markup.hpp"
#include "libparse/names.hpp"
#include "plancheck/report.hpp"

namespace plancheck {
namespace {

std::string line_of(const Finding& finding) {
  std::string line = finding.place.path;
  if (finding.place.line > 0) {
    line += ':' + std::to_string(finding.place.line) + ':' + std::to_string(finding.place.column);
  }
  return tools::escape_markup(line + ": " + std::string(libparse::name_of(finding.severity)) + ": " + finding.message);
}

// Made before the list is read.
bool is_about_form(std::string_view code) {
  return code == "check-unreadable" || code == "check-syntax" || code.starts_with("check-schema");
}

/// A check and what it found in one list.
struct TestCase {
  const CheckInfo* check = nullptr;
  std::vector<const Finding*> failed;
  std::vector<const Finding*> told;
  std::vector<const Finding*> waived;
  bool was_made = true;
  [[nodiscard]] bool is_skipped() const { return failed.empty() && told.empty() && (!waived.empty() || !was_made); }
};

struct TestSuite {
  std::string name;
  std::vector<TestCase> cases;
  [[nodiscard]] auto failures() const {
    return std::count_if(cases.begin(), cases.end(), [](const TestCase& one) { return !one.failed.empty(); });
  }
  [[nodiscard]] auto skipped() const {
    return std::count_if(cases.begin(), cases.end(), [](const TestCase& one) { return one.is_skipped(); });
  }
};

class JunitWriter {
 public:
  JunitWriter(const Report& report, FailOn fail_on, std::ostream& out)
      : report_(report), fail_on_(fail_on), out_(out) {}

  void write() {
    const std::vector<TestSuite> suites = make_suites();
    std::size_t tests = 0;
    std::ptrdiff_t failures = 0;
    std::ptrdiff_t skipped = 0;
    for (const TestSuite& suite : suites) {
      tests += suite.cases.size();
      failures += suite.failures();
      skipped += suite.skipped();
    }
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"plancheck\" tests=\"" << tests
         << "\" failures=\"" << failures << "\" errors=\"0\" skipped=\"" << skipped << "\">\n";
    for (const TestSuite& suite : suites) write_suite(suite);
    out_ << "</testsuites>\n";
  }

 private:
  [[nodiscard]] std::vector<TestSuite> make_suites() const {
    std::vector<TestSuite> suites;
    std::map<std::pair<std::size_t, std::string_view>, TestCase> found;
    bool has_own = false;  // findings about no list
    for (const Finding& finding : report_.findings) {
      has_own = has_own || finding.list == Finding::kNoList;
      TestCase& one = found[{finding.list, finding.code}];
      (!finding.waived.empty()         ? one.waived
       : is_failure(finding, fail_on_) ? one.failed
                                       : one.told)
          .push_back(&finding);
    }
    const auto add = [&](std::string name, std::size_t list, bool was_read) {
      TestSuite suite{.name = std::move(name), .cases = {}};
      for (const CheckInfo& check : report_.checks) {
        const bool is_about_policy = check.code.starts_with("policy-waiver-");
        if (is_about_policy != (list == Finding::kNoList)) continue;
        TestCase one = found[{list, check.code}];
        one.check = &check;
        one.was_made = was_read || is_about_form(check.code);
        suite.cases.push_back(std::move(one));
      }
      suites.push_back(std::move(suite));
    };
    for (std::size_t i = 0; i < report_.lists.size(); ++i) {
      const ListInfo& list = report_.lists[i];
      add(list.number == 0 ? list.path : list.path + '#' + std::to_string(list.number), i, list.was_read);
    }
    if (has_own) add("waivers", Finding::kNoList, true);
    return suites;
  }

  void write_suite(const TestSuite& suite) {
    out_ << "  <testsuite name=\"" << tools::escape_markup(suite.name) << "\" tests=\"" << suite.cases.size()
         << "\" failures=\"" << suite.failures() << "\" errors=\"0\" skipped=\"" << suite.skipped() << "\">\n";
    for (const TestCase& one : suite.cases) write_case(suite, one);
    out_ << "  </testsuite>\n";
  }

  void write_case(const TestSuite& suite, const TestCase& one) {
    out_ << "    <testcase classname=\"" << tools::escape_markup(suite.name) << "\" name=\""
         << tools::escape_markup(one.check->code) << '"';
    if (one.failed.empty() && one.told.empty() && !one.is_skipped()) {
      out_ << "/>\n";
      return;
    }
    out_ << ">\n";
    if (!one.failed.empty()) {
      const std::string more =
          one.failed.size() == 1 ? "" : " (and " + std::to_string(one.failed.size() - 1) + " more)";
      out_ << "      <failure message=\"" << tools::escape_markup(one.failed[0]->message + more) << "\" type=\""
           << libparse::name_of(one.failed[0]->severity) << "\">";
      write_lines(one.failed);
      out_ << "</failure>\n";
    } else if (one.is_skipped()) {
      const std::string why = one.waived.empty() ? "the list cannot be read" : "waived: " + one.waived[0]->waived;
      out_ << "      <skipped message=\"" << tools::escape_markup(why) << "\"/>\n";
    }
    if (!one.told.empty()) {
      out_ << "      <system-out>";
      write_lines(one.told);
      out_ << "</system-out>\n";
    }
    out_ << "    </testcase>\n";
  }

  void write_lines(const std::vector<const Finding*>& findings) {
    for (std::size_t i = 0; i < findings.size(); ++i) out_ << (i == 0 ? "" : "\n") << line_of(*findings[i]);
  }

  const Report& report_;
  FailOn fail_on_;
  std::ostream& out_;
};

}  // namespace

void write_junit(const Report& report, FailOn fail_on, std::ostream& out) { JunitWriter(report, fail_on, out).write(); }

}  // namespace plancheck
