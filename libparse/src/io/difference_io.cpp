// SPDX-License-Identifier: MIT
#include <map>
#include <ostream>

#include "io/difference_fields.hpp"
#include "io/json_sink.hpp"
#include "io/write_visitor.hpp"
#include "libparse/compare.hpp"

namespace libparse {
namespace {

io::PlanSummary summary_of(const TaskList& list) {
  const Document& document = list.document;
  return {document.source.path, document.title, document.doc_number ? document.doc_number->text : std::string{},
          document.issued_on, list.tasks.size()};
}

std::vector<io::ComparedTask> compared(const std::vector<std::size_t>& members, const TaskList& list) {
  std::vector<io::ComparedTask> tasks;
  for (const std::size_t i : members) {
    const Task& task = list.tasks[i];
    tasks.push_back({task.id, task.fingerprint, task.path, task.title, task.text, task.span});
  }
  return tasks;
}

}  // namespace

void write_json(const PlanDifference& difference, const TaskList& before, const TaskList& after, std::ostream& out) {
  io::ComparedPlans plans{difference.mode,
                          summary_of(before),
                          summary_of(after),
                          difference.unchanged,
                          {},
                          difference.head,
                          difference.sections,
                          {}};
  std::map<Change, std::size_t> counts;
  const auto count = [&](const std::vector<Difference>& changes) {
    for (const Difference& d : changes) ++counts[d.change];
  };
  count(difference.head);
  count(difference.sections);
  for (const TaskDifference& group : difference.tasks) {
    count(group.changes);
    if (group.changes.empty()) continue;
    io::ComparedTasks& tasks = plans.tasks.emplace_back();
    tasks.before = compared(group.before, before);
    tasks.after = compared(group.after, after);
    if (group.before.size() == 1 && group.after.size() == 1)
      tasks.similarity = static_cast<int>(100 * group.similarity);  // 100 is for equal bodies alone
    tasks.changes = group.changes;
  }
  for (const auto& [change, number] : counts) plans.counts.push_back({change, number});
  io::JsonSink sink(out, /*pretty=*/true);
  io::WriteVisitor visitor(sink, /*explain=*/false);
  visitor.write(plans);
  sink.finish();
}

}  // namespace libparse
