// SPDX-License-Identifier: MIT
// Task lists as JSON, NDJSON and YAML → values → text, and two lists compared.
#include <sstream>

#include "invariants.hpp"
#include "libparse/compare.hpp"
#include "libparse/io.hpp"
#include "libparse/tree.hpp"
#include "list_invariants.hpp"
#include "target.hpp"

using namespace libparse;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using fuzz::require;
  const fuzz::Choice input(data, size, 3);
  const auto format = static_cast<Format>(input.which);
  const bool is_tree = fuzz::accepts([&] { (void)read_trees(input.rest, format, "in"); });
  std::vector<TaskList> lists;
  const bool is_list = fuzz::accepts([&] { lists = read_task_lists(input.rest, format, "in"); });
  require(is_tree || !is_list, "a task list is a document");
  for (const TaskList& list : lists) fuzz::check_round_trips(list);
  if (lists.empty()) return 0;
  const TaskList& first = lists.front();
  require(!has_changes(compare_plans(first, first)), "a list does not differ from itself");
  const auto mode = lists.size() % 2 == 0 ? ComparisonMode::version : ComparisonMode::cascade;
  const PlanDifference difference = compare_plans(first, lists.back(), mode);
  std::ostringstream out;
  write_json(difference, first, lists.back(), out);
  require(read_trees(out.str(), Format::json).size() == 1, "a difference is a JSON document");
  return 0;
}
