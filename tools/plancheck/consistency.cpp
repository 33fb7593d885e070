// SPDX-License-Identifier: MIT
#include "plancheck/consistency.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "common/dates.hpp"
#include "libparse/fingerprint.hpp"
#include "plancheck/quote.hpp"
#include "plancheck/quoted.hpp"
#include "plancheck/time_fields.hpp"

namespace plancheck {
namespace {

using libparse::Section;
using libparse::Span;
using libparse::Target;
using libparse::Task;
using libparse::TaskList;
using libparse::Time;

/// What an analyst wrote in a table of tasks stands nowhere in the notice (docs/output.md).
bool is_by_hand(const Span& span) { return span.begin == 0 && span.end == 0; }

std::string shown(const Span& span) { return std::to_string(span.begin) + "–" + std::to_string(span.end); }

class ConsistencyCheck {
 public:
  explicit ConsistencyCheck(Collector& collector) : collector_(collector), list_(collector.list()) {}

  void run() {
    check_document();
    for (std::size_t i = 0; i < list_.sections.size(); ++i) check_section(i);
    for (std::size_t i = 0; i < list_.tasks.size(); ++i) check_task(i);
    check_links();
  }

 private:
  void check_document() {
    const Pointer document = Pointer() / "document";
    const libparse::Document& head = list_.document;
    check_date(head.issued_on, document / "issued_on");
    check_date(head.published_on, document / "published_on");
    check_date(head.printed_on, document / "printed_on");
    if (head.period) check_dates(head.period->start, head.period->end, document / "period");
    // Containers are compressed, and other encodings need at least one byte for a character too.
    if (head.source.media_type == "text/plain" && head.source.characters > head.source.bytes) {
      collector_.add("check-size", document / "source" / "characters",
                     std::to_string(head.source.characters) + " characters do not fit into " +
                         std::to_string(head.source.bytes) + " bytes");
    }
    for (std::size_t i = 0; i < head.references.size(); ++i) {
      if (head.references[i].span) check_span(*head.references[i].span, document / "references" / i / "span");
    }
  }

  void check_section(std::size_t i) {
    const Section& section = list_.sections[i];
    const Pointer here = Pointer() / "sections" / i;
    if (!sections_.emplace(section.id, &section).second) {
      collector_.add("check-id-repeated", here / "id", "section " + quoted(section.id) + " is there twice");
    }
    check_span(section.span, here / "span");
    check_order(i > 0 ? &list_.sections[i - 1].span : nullptr, section.span, here / "span", "section " + section.id);
    int depth = 1;
    if (!section.parent.empty()) {
      // A parent stands before what it holds, so it is known by now or nowhere.
      const auto parent = sections_.find(section.parent);
      if (parent == sections_.end() || parent->second == &section) {
        collector_.add("check-link", here / "parent", "no section before has the id " + quoted(section.parent));
        return;
      }
      depth = parent->second->depth + 1;
    }
    if (section.depth != depth) {
      collector_.add(
          "check-depth", here / "depth",
          "depth is " + std::to_string(section.depth) + ", but the parent asks for " + std::to_string(depth));
    }
  }

  void check_task(std::size_t i) {
    const Task& task = list_.tasks[i];
    const Pointer here = Pointer() / "tasks" / i;
    if (!tasks_.insert(task.id).second) {
      collector_.add("check-id-repeated", here / "id", "task " + quoted(task.id) + " is there twice", &task);
    }
    check_span(task.span, here / "span", &task);
    check_place_in_order(i, here);
    check_section_of(task, here);
    if (!task.fingerprint.empty() && task.fingerprint != libparse::fingerprint(task)) {
      collector_.add("check-fingerprint", here / "fingerprint",
                     "the text has the fingerprint " + quoted(libparse::fingerprint(task)), &task);
    }
    for (std::size_t n = 0; n < task.responsibilities.size(); ++n) {
      check_span(task.responsibilities[n].span, here / "responsibilities" / n / "span", &task);
    }
    for (std::size_t n = 0; n < task.times.size(); ++n) check_time(task, n, here / "times" / n);
    for (std::size_t n = 0; n < task.targets.size(); ++n) check_target(task, n, here / "targets" / n);
    for (std::size_t n = 0; n < task.references.size(); ++n) {
      if (task.references[n].span) check_span(*task.references[n].span, here / "references" / n / "span", &task);
    }
  }

  void check_place_in_order(std::size_t i, const Pointer& here) {
    if (i == 0) return;
    const Task& task = list_.tasks[i];
    const Task& before = list_.tasks[i - 1];
    if (is_by_hand(before.span) || is_by_hand(task.span)) return;
    check_order(&before.span, task.span, here / "span", "task " + task.id, &task);
    if (before.span.begin <= task.span.begin && task.span.begin < before.span.end) {
      collector_.add("check-span-overlap", here / "span",
                     "span " + shown(task.span) + " begins inside task " + quoted(before.id), &task);
    }
  }

  void check_section_of(const Task& task, const Pointer& here) {
    if (task.section.empty()) return;
    const auto found = sections_.find(task.section);
    if (found == sections_.end()) {
      collector_.add("check-link", here / "section", "no section has the id " + quoted(task.section), &task);
      return;
    }
    const Section& section = *found->second;
    if (!is_by_hand(task.span) && task.span.begin < section.span.begin) {
      collector_.add("check-order", here / "span", "the task stands before its section " + quoted(section.id), &task);
    }
    check_path(task, section, here / "path");
  }

  // The path leads through the section; the rows of a table may have groups of their own below it.
  void check_path(const Task& task, const Section& section, const Pointer& here) {
    const auto depth = static_cast<std::size_t>(std::max(section.depth, 1));
    if (task.path.empty()) return;
    if (task.path.size() < depth) {
      collector_.add("check-path", here,
                     "the path has " + std::to_string(task.path.size()) + " steps, but section " + quoted(section.id) +
                         " has depth " + std::to_string(section.depth),
                     &task);
    } else if (!is_quote(section.label + section.title, task.path[depth - 1], Gaps::layout)) {
      collector_.add("check-path", here / (depth - 1),
                     "section " + quoted(section.id) + " is called " + quoted(section.label + section.title), &task);
    }
  }

  void check_time(const Task& task, std::size_t n, const Pointer& here) {
    const Time& time = task.times[n];
    check_span(time.span, here / "span", &task);
    check_order(n > 0 ? &task.times[n - 1].span : nullptr, time.span, here / "span", "time " + quoted(time.text),
                &task);
    check_dates(time.start, time.end, here, &task);
    if (!time.by.empty() && !is_day_of_recurrence(time.by)) {
      collector_.add("check-date", here / "by", "no year has the day " + quoted(time.by), &task);
    }
    const bool may_be_undated = collector_.list().document.issued_on.empty();
    if (const std::string problem = find_field_problem(time, may_be_undated); !problem.empty()) {
      collector_.add("check-time-fields", here, problem, &task);
    }
  }

  void check_target(const Task& task, std::size_t n, const Pointer& here) {
    const Target& target = task.targets[n];
    check_span(target.span, here / "span", &task);
    check_order(n > 0 ? &task.targets[n - 1].span : nullptr, target.span, here / "span",
                "target " + quoted(target.text), &task);
    const bool has_place = !is_by_hand(target.span) && !is_by_hand(task.span);
    if (has_place && (target.span.begin < task.span.begin || target.span.end > task.span.end)) {
      collector_.add("check-span-outside", here / "span",
                     "target " + quoted(target.text) + " at " + shown(target.span) + " stands outside the body at " +
                         shown(task.span),
                     &task);
    }
    if (target.max && *target.max < target.value) {
      collector_.add("check-range", here / "max",
                     "the range goes from " + target.value.to_string() + " down to " + target.max->to_string(), &task);
    }
    if (target.by && *target.by >= task.times.size()) {
      collector_.add(
          "check-by-index", here / "by",
          "there is no time " + std::to_string(*target.by) + "; the task has " + std::to_string(task.times.size()),
          &task);
    }
  }

  void check_links() {
    const auto& attachments = list_.document.attachments;
    for (std::size_t i = 0; i < attachments.size(); ++i) {
      if (attachments[i].section.empty() || sections_.contains(attachments[i].section)) continue;
      collector_.add("check-link", Pointer() / "document" / "attachments" / i / "section",
                     "no section has the id " + quoted(attachments[i].section));
    }
    for (std::size_t i = 0; i < list_.diagnostics.size(); ++i) {
      const libparse::Diagnostic& diagnostic = list_.diagnostics[i];
      const Pointer here = Pointer() / "diagnostics" / i;
      if (!diagnostic.task.empty() && !tasks_.contains(diagnostic.task)) {
        collector_.add("check-link", here / "task", "no task has the id " + quoted(diagnostic.task));
      }
      // A diagnostic may point at a place between two characters.
      if (diagnostic.span && (diagnostic.span->begin > diagnostic.span->end || is_outside(*diagnostic.span))) {
        add_span_problem(*diagnostic.span, here / "span", nullptr);
      }
    }
  }

  [[nodiscard]] bool is_outside(const Span& span) const { return span.end > list_.document.source.characters; }

  void check_span(const Span& span, const Pointer& here, const Task* task = nullptr) {
    if (task != nullptr && is_by_hand(span)) {
      collector_.add("check-by-hand", here, "written by hand: the notice has no place for it", task);
      return;
    }
    if (span.begin >= span.end || is_outside(span)) add_span_problem(span, here, task);
  }

  void add_span_problem(const Span& span, const Pointer& here, const Task* task) {
    const std::string what = is_outside(span) ? " reaches behind the last of " +
                                                    std::to_string(list_.document.source.characters) + " characters"
                             : span.begin == span.end ? " is empty"
                                                      : " ends before it begins";
    collector_.add("check-span", here, "span " + shown(span) + what, task);
  }

  void check_order(const Span* before, const Span& span, const Pointer& here, const std::string& what,
                   const Task* task = nullptr) {
    if (before == nullptr || before->begin <= span.begin || is_by_hand(span)) return;
    collector_.add("check-order", here, what + " begins at " + std::to_string(span.begin) + ", before the one above it",
                   task);
  }

  void check_date(const std::string& date, const Pointer& here, const Task* task = nullptr) {
    if (!date.empty() && !tools::is_date(date)) {
      collector_.add("check-date", here, "there is no day " + quoted(date), task);
    }
  }

  void check_dates(const std::string& start, const std::string& end, const Pointer& here, const Task* task = nullptr) {
    check_date(start, here / "start", task);
    check_date(end, here / "end", task);
    if (!start.empty() && !end.empty() && end < start) {
      collector_.add("check-date-order", here / "end",
                     "the end " + quoted(end) + " lies before the start " + quoted(start), task);
    }
  }

  Collector& collector_;
  const TaskList& list_;
  std::unordered_map<std::string_view, const Section*> sections_;
  std::unordered_set<std::string_view> tasks_;
};

}  // namespace

void check_consistency(Collector& collector) { ConsistencyCheck(collector).run(); }

}  // namespace plancheck
