// SPDX-License-Identifier: MIT
#include "list_invariants.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "invariants.hpp"
#include "libparse/io.hpp"
#include "libparse/parse.hpp"
#include "libparse/tree.hpp"
#include "plancheck/collector.hpp"
#include "plancheck/consistency.hpp"
#include "plancheck/evidence.hpp"
#include "plancheck/schema.hpp"

namespace fuzz {
namespace {

using libparse::TaskList;

std::string write(const TaskList& list, libparse::Format format) {
  std::ostringstream out;
  libparse::write_task_list(list, format, out);
  return std::move(out).str();
}

/// What a notice may bring about by what it says, such as a period that ends before it starts.
bool is_content(std::string_view code) {
  constexpr std::string_view kContent[] = {"check-date-order", "check-range", "check-date"};
  return std::find(std::begin(kContent), std::end(kContent), code) != std::end(kContent);
}

}  // namespace

void check_round_trips(const TaskList& list) {
  using libparse::Format;
  const std::string json = write(list, Format::json);
  require(is_utf8(json), "JSON is UTF-8");
  const std::vector<TaskList> read = libparse::read_json(json);
  require(read.size() == 1, "what is written is one list");
  const std::string yaml = write(read[0], Format::yaml);
  require(yaml == write(list, Format::yaml), "a list that was read again writes the same YAML");
  require(write(libparse::read_yaml(yaml).at(0), Format::json) == json, "JSON to YAML to JSON is the identity");
  const std::string line = write(list, Format::ndjson);
  require(std::count(line.begin(), line.end(), '\n') == 1, "NDJSON is one line");
  require(write(libparse::read_ndjson(line).at(0), Format::json) == json, "JSON to NDJSON to JSON is the identity");
}

void check_list(const TaskList& list, std::string_view text) {
  check_round_trips(list);
  static const plancheck::Schema schema(plancheck::kTaskListSchemaText);
  const std::string json = to_json(list, true);
  const libparse::Node tree = libparse::read_trees(json, libparse::Format::json).at(0);
  for (const plancheck::Violation& violation : schema.find_violations(tree)) {
    require(false, "a list fits its schema", violation.pointer + ": " + violation.message);
  }
  plancheck::Findings findings;
  const plancheck::CheckedList checked{tree, list, 0};
  plancheck::Collector collector(checked, findings);
  plancheck::check_consistency(collector);
  libparse::ParseResult notice{list, std::string(text)};
  plancheck::check_evidence(collector, notice);
  for (const plancheck::Finding& finding : findings) {
    if (finding.severity != libparse::Severity::error || is_content(finding.code)) continue;
    require(false, "a list is proved by its notice", finding.code + " " + finding.pointer + ": " + finding.message);
  }
  const std::size_t characters = list.document.source.characters;
  std::set<std::string> tasks;
  for (const libparse::Task& task : list.tasks) tasks.insert(task.id);
  for (const libparse::Diagnostic& diagnostic : list.diagnostics) {
    require(!diagnostic.span || (diagnostic.span->begin <= diagnostic.span->end && diagnostic.span->end <= characters),
            "the span of a diagnostic lies in the text", diagnostic.code);
    require(diagnostic.task.empty() || tasks.contains(diagnostic.task), "a diagnostic names a task that there is");
  }
}

std::string to_json(const TaskList& list, bool explain) {
  std::ostringstream out;
  libparse::write_json(list, out, {.explain = explain});
  return std::move(out).str();
}

}  // namespace fuzz
