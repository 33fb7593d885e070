// SPDX-License-Identifier: MIT
#include "plancheck/checker.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/input.hpp"
#include "common/messages.hpp"
#include "common/notice_input.hpp"
#include "common/task_lists.hpp"
#include "libparse/parse.hpp"
#include "plancheck/codes.hpp"
#include "plancheck/collector.hpp"
#include "plancheck/consistency.hpp"
#include "plancheck/evidence.hpp"
#include "plancheck/policy_check.hpp"

namespace plancheck {
namespace {

// `path:12:7` as a place; the path alone where the error does not say more.
Place place_of(const libparse::Error& error, const std::string& path) {
  Place place{.path = path};
  const std::string& where = error.where();
  if (!where.starts_with(path + ':')) return place;
  const char* end = where.data() + where.size();
  const auto line = std::from_chars(where.data() + path.size() + 1, end, place.line);
  if (line.ec == std::errc{} && line.ptr != end) std::from_chars(line.ptr + 1, end, place.column);
  return place;
}

bool needs_source(std::string_view code) { return code.starts_with("check-source-") || code == "check-quote"; }

std::vector<CheckInfo> checks_of(const Options& options, const Policy* policy) {
  std::vector<CheckInfo> checks;
  for (const Code& code : kCodes) {
    if (needs_source(code.id) && options.sources.empty()) continue;
    if (code.id.starts_with("policy-") && policy == nullptr) continue;
    checks.push_back({std::string(code.id), code.severity, std::string(code.summary)});
  }
  if (policy == nullptr) return checks;
  for (const PolicyRule& rule : policy->rules) {
    checks.push_back({rule.code(), rule.severity,
                      rule.message.empty() ? "Rule " + rule.id + " of the policy is broken" : rule.message});
  }
  return checks;
}

void add_diagnostics(Collector& collector) {
  const libparse::TaskList& list = collector.list();
  std::unordered_map<std::string_view, const libparse::Task*> tasks;
  for (const libparse::Task& task : list.tasks) tasks.emplace(task.id, &task);
  for (std::size_t i = 0; i < list.diagnostics.size(); ++i) {
    const libparse::Diagnostic& diagnostic = list.diagnostics[i];
    const auto task = tasks.find(diagnostic.task);
    collector.add(diagnostic.code, diagnostic.severity, Pointer() / "diagnostics" / i, diagnostic.message,
                  task == tasks.end() ? nullptr : task->second);
  }
}

}  // namespace

Checker::Checker(const Options& options, const Policy* policy, std::istream& in, std::ostream& err)
    : options_(options), policy_(policy), in_(in), err_(err), schema_(kTaskListSchemaText) {
  report_.checks = checks_of(options, policy);
}

void Checker::check_input(const std::string& input) {
  const std::string shown = tools::shown_name(input);
  try {
    check_bytes(tools::read_input(input, in_), shown);
  } catch (const libparse::Error& error) {
    add_failure("check-unreadable", error, shown);
  }
}

void Checker::check_bytes(std::string_view bytes, const std::string& shown) {
  std::vector<libparse::Node> trees;
  try {
    trees = libparse::read_trees(bytes, tools::find_list_format(bytes), shown);
  } catch (const libparse::Error& error) {
    add_failure("check-syntax", error, shown);
    return;
  }
  if (trees.empty()) throw libparse::Error(libparse::ErrorCode::format, "holds no task list", shown);

  const LineIndex lines(bytes);
  for (std::size_t i = 0; i < trees.size(); ++i) {
    const std::size_t first = report_.findings.size();
    report_.lists.push_back({shown, trees.size() == 1 ? 0 : i + 1});
    check_tree(trees[i], bytes, shown);
    place_findings(first, lines, shown);
  }
}

void Checker::check_tree(const libparse::Node& tree, std::string_view bytes, const std::string& shown) {
  const std::vector<Violation> violations = schema_.find_violations(tree);
  for (const Violation& violation : violations) {
    const Code& code = *find_code(violation.is_version ? "check-schema-version" : "check-schema");
    Finding finding{.code = std::string(code.id), .severity = code.severity, .message = violation.message};
    finding.pointer = violation.pointer;
    finding.at = violation.at;
    finding.list = lists() - 1;
    report_.findings.push_back(std::move(finding));
  }
  try {
    check_list(tree, libparse::to_task_list(tree, bytes, shown), violations);
  } catch (const libparse::Error& error) {
    // What the schema refuses is told; it may let pass numbers that no task list can hold.
    if (!violations.empty()) return;
    Finding finding{.code = "check-schema", .severity = Severity::error, .message = error.what()};
    finding.place = place_of(error, shown);
    finding.list = lists() - 1;
    report_.findings.push_back(std::move(finding));
  }
}

void Checker::check_list(const libparse::Node& tree, const libparse::TaskList& list,
                         const std::vector<Violation>& refused) {
  std::unordered_set<std::size_t> refused_at;
  for (const Violation& violation : refused) refused_at.insert(violation.at);

  report_.lists.back().was_read = true;
  Findings found;
  const CheckedList checked{tree, list, lists() - 1};
  Collector collector(checked, found);
  check_consistency(collector);
  check_source(collector, checked.number);
  if (policy_ != nullptr) check_policy(collector, *policy_);
  if (options_.diagnostics) add_diagnostics(collector);
  for (Finding& finding : found) {
    if (!refused_at.contains(finding.at)) report_.findings.push_back(std::move(finding));
  }
}

void Checker::check_source(Collector& collector, std::size_t number) {
  if (number >= options_.sources.size()) return;  // the caller tells of lists without notice
  const std::string& source = options_.sources[number];
  try {
    libparse::ParseOptions how{.path = source, .input = options_.notice.read};
    // The spans hold for the text in the encoding that the list names.
    const libparse::SourceInfo& told = collector.list().document.source;
    if (how.input.encoding.empty() && told.media_type.starts_with("text/")) how.input.encoding = told.encoding;
    check_evidence(collector, libparse::parse_notice(tools::read_notice(source, in_, options_.notice), how));
  } catch (const libparse::Error& error) {
    tools::print_error(error, tools::shown_name(source), err_);
    has_failed_ = true;
    collector.add("check-source-unreadable", Pointer() / "document" / "source",
                  tools::shown_name(source) + ": " + error.what());
  }
}

void Checker::add_failure(const std::string& code, const libparse::Error& error, const std::string& shown) {
  tools::print_error(error, shown, err_);
  has_failed_ = true;
  report_.lists.push_back({shown, 0});
  Finding finding{.code = code, .severity = Severity::error, .message = error.what()};
  finding.place = place_of(error, shown);
  finding.list = lists() - 1;
  report_.findings.push_back(std::move(finding));
}

void Checker::place_findings(std::size_t first, const LineIndex& lines, const std::string& shown) {
  const auto begin = report_.findings.begin() + static_cast<std::ptrdiff_t>(first);
  for (auto finding = begin; finding != report_.findings.end(); ++finding) {
    if (!finding->place.path.empty()) continue;
    const auto [line, column] = lines.find(finding->at);
    finding->place = {shown, line, column};
  }
  std::stable_sort(begin, report_.findings.end(), [](const Finding& a, const Finding& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
}

Report Checker::finish(const std::string& today) {
  if (policy_ != nullptr) apply_waivers(report_.findings, *policy_, today);
  // Codes of the notices' own diagnostics are known only now.
  std::set<std::string> known;
  for (const CheckInfo& check : report_.checks) known.insert(check.code);
  for (const Finding& finding : report_.findings) {
    if (!known.insert(finding.code).second) continue;
    report_.checks.push_back({finding.code, finding.severity, "A diagnostic about the notice that the list holds"});
  }
  return std::move(report_);
}

}  // namespace plancheck
