// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/fingerprint.hpp"
#include "libparse/io.hpp"
#include "libparse/parse.hpp"
#include "plancheck/checker.hpp"
#include "plancheck/run.hpp"

/// A small notice, the list that belongs to it, and ways to check changed copies of it.
namespace tests {

inline const std::string& small_notice() {
  static const std::string text =
      "一、工作任务\n"
      "（一）清理河道。2025年6月底前清理河道12公里，按《清水行动方案》\n（临河办〔2025〕3号）执行。\n"
      "牵头单位：县水利局\n"
      "（二）巡查排污口。每月巡查2次。责任单位：县生态环境局\n";
  return text;
}

/// Where `quote` stands, from the `begin`-th code point on.
inline libparse::Span span_of(std::string_view quote) {
  const auto count = [](std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  };
  const std::string_view text = small_notice();
  const std::size_t begin = count(text.substr(0, text.find(quote)));
  return {begin, begin + count(quote)};
}

/// A list without any finding, written by hand: nothing of it depends on how notices are read.
inline libparse::TaskList small_list() {
  using namespace libparse;
  TaskList list;
  list.document.source = parse_notice(small_notice(), {.path = "notice.txt"}).list.document.source;
  list.document.issued_on = "2025-02-01";
  list.document.period = Period{"2025-01-01", "2025-12-31"};
  const Reference reference{.title = "清水行动方案",
                            .doc_number = DocNumber{.text = "临河办〔2025〕3号"},
                            .span = span_of("《清水行动方案》\n（临河办〔2025〕3号）")};
  list.document.references = {reference};
  list.sections = {{"1", "", LabelForm::cn, "一、", 1, 1, "工作任务", span_of("一、工作任务")},
                   {"1.1", "1", LabelForm::cn_paren, "（一）", 1, 2, "清理河道", span_of("（一）清理河道")},
                   {"1.2", "1", LabelForm::cn_paren, "（二）", 2, 2, "巡查排污口", span_of("（二）巡查排污口")}};
  list.document.attachments = {{1, "任务清单", "1.2"}};

  Task first{.id = "1.1", .section = "1.1", .path = {"一、工作任务", "（一）清理河道"}};
  first.text = "清理河道。2025年6月底前清理河道12公里，按《清水行动方案》（临河办〔2025〕3号）执行。";
  first.span = span_of("清理河道。2025年6月底前清理河道12公里，按《清水行动方案》\n（临河办〔2025〕3号）执行。");
  first.responsibilities = {
      {.role = Role::lead, .organization = "县水利局", .name = "县水利局", .span = span_of("县水利局")}};
  first.times = {{.text = "2025年6月底前", .span = span_of("2025年6月底前"), .end = "2025-06-30"}};
  first.targets = {{.indicator = "河道",
                    .value = Decimal::of(12),
                    .unit = "公里",
                    .text = "清理河道12公里",
                    .span = span_of("清理河道12公里"),
                    .by = 0}};
  first.references = {reference};

  Task second{.id = "1.2", .section = "1.2", .path = {"一、工作任务", "（二）巡查排污口"}};
  second.text = "巡查排污口。每月巡查2次。";
  second.span = span_of("巡查排污口。每月巡查2次。");
  second.responsibilities = {{.organization = "县生态环境局", .name = "县生态环境局", .span = span_of("县生态环境局")}};
  second.times = {{.type = TimeType::recurrence, .text = "每月", .span = span_of("每月"), .every = "P1M"}};
  list.tasks = {first, second};
  for (Task& task : list.tasks) task.fingerprint = fingerprint(task);
  return list;
}

inline std::string to_json(const libparse::TaskList& list) {
  std::ostringstream out;
  libparse::write_json(list, out);
  return std::move(out).str();
}

/// The report about task lists that come from standard input.
inline plancheck::Report check(const std::string& bytes, const plancheck::Options& options = {},
                               const plancheck::Policy* policy = nullptr, const std::string& today = "2025-03-01") {
  std::istringstream in(bytes);
  std::ostringstream err;
  plancheck::Checker checker(options, policy, in, err);
  checker.check_input("-");
  return checker.finish(today);
}

inline plancheck::Report check(const libparse::TaskList& list, const plancheck::Options& options = {},
                               const plancheck::Policy* policy = nullptr, const std::string& today = "2025-03-01") {
  return check(to_json(list), options, policy, today);
}

/// Codes and pointers of the findings in their order: `check-date /document/issued_on`, one a line.
inline std::string told(const plancheck::Report& report) {
  std::string lines;
  for (const plancheck::Finding& finding : report.findings) {
    lines += (lines.empty() ? "" : "\n") + finding.code + ' ' + finding.pointer;
  }
  return lines;
}

struct Outcome {
  tools::ExitStatus status;
  std::string out;
  std::string err;
};

inline Outcome run(const plancheck::Options& options, const std::string& standard_input = {}) {
  std::istringstream in(standard_input);
  std::ostringstream out;
  std::ostringstream err;
  const tools::ExitStatus status = plancheck::run(options, in, out, err);
  return {status, out.str(), err.str()};
}

}  // namespace tests
