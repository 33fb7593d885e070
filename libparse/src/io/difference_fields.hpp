// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/fields.hpp"
#include "libparse/compare.hpp"

/// The fields of a comparison, for the visitors of io/fields.hpp: schemas/plan-diff.schema.json.
namespace libparse::io {

inline constexpr std::string_view kPlanDiffSchema = "planparse.plan-diff/1";

/// Which list was compared.
struct PlanSummary {
  std::string path;
  std::string title;
  std::string doc_number;
  std::string issued_on;
  std::size_t tasks = 0;
};

struct ChangeCount {
  Change change = Change::added;
  std::size_t count = 0;
};

/// A task of one list with what a reader needs to find it there.
struct ComparedTask {
  std::string id;
  std::string fingerprint;
  std::vector<std::string> path;
  std::string title;
  std::string text;
  Span span;
};

struct ComparedTasks {
  std::vector<ComparedTask> before;
  std::vector<ComparedTask> after;
  std::optional<int> similarity;  ///< per cent
  std::vector<Difference> changes;
};

struct ComparedPlans {
  ComparisonMode mode = ComparisonMode::version;
  PlanSummary before;
  PlanSummary after;
  std::size_t unchanged = 0;
  std::vector<ChangeCount> counts;  ///< of changes that are there
  std::vector<Difference> head;
  std::vector<Difference> sections;
  std::vector<ComparedTasks> tasks;
};

template <typename V>
void describe(V& visit, Of<PlanSummary> auto& plan) {
  visit.optional("path", plan.path);
  visit.optional("title", plan.title);
  visit.optional("doc_number", plan.doc_number);
  visit.optional("issued_on", plan.issued_on);
  visit.required("tasks", plan.tasks);
}

template <typename V>
void describe(V& visit, Of<ChangeCount> auto& entry) {
  visit.required("change", entry.change);
  visit.required("count", entry.count);
}

template <typename V>
void describe(V& visit, Of<Difference> auto& difference) {
  visit.required("change", difference.change);
  visit.optional("subject", difference.subject);
  visit.optional("before", difference.before);
  visit.optional("after", difference.after);
  visit.optional("days", difference.days);
}

template <typename V>
void describe(V& visit, Of<ComparedTask> auto& task) {
  visit.required("id", task.id);
  visit.optional("fingerprint", task.fingerprint);
  visit.optional("path", task.path);
  visit.optional("title", task.title);
  visit.required("text", task.text);
  visit.required("span", task.span);
}

template <typename V>
void describe(V& visit, Of<ComparedTasks> auto& tasks) {
  visit.optional("before", tasks.before);
  visit.optional("after", tasks.after);
  visit.optional("similarity", tasks.similarity);
  visit.required("changes", tasks.changes);
}

template <typename V>
void describe(V& visit, Of<ComparedPlans> auto& plans) {
  Generator generator{.name = "plandiff"};
  visit.constant("schema", kPlanDiffSchema);
  visit.required("generator", generator);
  visit.required("mode", plans.mode);
  visit.required("before", plans.before);
  visit.required("after", plans.after);
  visit.required("unchanged", plans.unchanged);
  visit.optional("counts", plans.counts);
  visit.optional("head", plans.head);
  visit.optional("sections", plans.sections);
  visit.optional("tasks", plans.tasks);
}

}  // namespace libparse::io
