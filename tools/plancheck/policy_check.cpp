// SPDX-License-Identifier: MIT
#include "plancheck/policy_check.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "plancheck/codes.hpp"
#include "plancheck/quoted.hpp"

namespace plancheck {
namespace {

using libparse::Responsibility;
using libparse::Task;
using libparse::TaskList;
using libparse::Time;

template <typename T>
bool is_among(const std::vector<T>& all, const T& one) {
  return all.empty() || std::find(all.begin(), all.end(), one) != all.end();
}

bool holds_one(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// The list of a task that a counting rule counts.
std::string_view counted_list(PolicyCheck check) {
  return check == PolicyCheck::units ? "responsibilities" : libparse::name_of(check);
}

class RuleCheck {
 public:
  RuleCheck(Collector& collector, const PolicyRule& rule)
      : collector_(collector), list_(collector.list()), rule_(rule) {}

  void run() {
    if (rule_.check == PolicyCheck::dates && !find_period()) return;
    std::size_t in_list = 0;
    for (std::size_t i = 0; i < list_.tasks.size(); ++i) {
      const Task& task = list_.tasks[i];
      if (is_meant(task)) in_list += check_task(task, Pointer() / "tasks" / i);
    }
    const bool counts =
        rule_.check == PolicyCheck::units || rule_.check == PolicyCheck::times || rule_.check == PolicyCheck::targets;
    if (counts && rule_.per == CountedIn::list) check_count(in_list, Pointer() / "tasks", "the list", nullptr);
  }

 private:
  [[nodiscard]] bool is_meant(const Task& task) const {
    if (!is_among(rule_.kinds, task.kind)) return false;
    return rule_.sections.empty() ||
           std::any_of(rule_.sections.begin(), rule_.sections.end(),
                       [&](const std::string& section) { return is_in_section(task.section, section); });
  }

  // What the task adds to a count over the list.
  std::size_t check_task(const Task& task, const Pointer& here) {
    switch (rule_.check) {
      case PolicyCheck::units:
      case PolicyCheck::times:
      case PolicyCheck::targets:
        return check_counted(task, here);
      case PolicyCheck::dates:
        check_dates(task, here);
        break;
      case PolicyCheck::names:
        check_names(task, here);
        break;
      case PolicyCheck::length:
        check_length(task, here);
        break;
    }
    return 0;
  }

  std::size_t check_counted(const Task& task, const Pointer& here) {
    std::size_t count = task.targets.size();
    if (rule_.check == PolicyCheck::units) {
      count =
          static_cast<std::size_t>(std::count_if(task.responsibilities.begin(), task.responsibilities.end(),
                                                 [&](const auto& unit) { return is_among(rule_.roles, unit.role); }));
    } else if (rule_.check == PolicyCheck::times) {
      count = static_cast<std::size_t>(std::count_if(
          task.times.begin(), task.times.end(), [&](const Time& time) { return is_among(rule_.types, time.type); }));
    }
    if (rule_.per == CountedIn::task) check_count(count, here / counted_list(rule_.check), "the task", &task);
    return count;
  }

  void check_count(std::size_t count, const Pointer& here, const std::string& what, const Task* task) {
    if (rule_.min <= count && count <= rule_.max) return;
    const std::string asked = rule_.min == rule_.max ? "exactly " + std::to_string(rule_.min)
                              : count < rule_.min    ? "at least " + std::to_string(rule_.min)
                                                     : "at most " + std::to_string(rule_.max);
    add(here, what + " has " + std::to_string(count) + ' ' + counted_words() + ", not " + asked, task);
  }

  // `units (lead)`, `times (ongoing, external)`
  [[nodiscard]] std::string counted_words() const {
    std::string words;
    const auto append = [&](std::string_view word) { words += (words.empty() ? "" : ", ") + std::string(word); };
    for (const libparse::Role role : rule_.roles) append(libparse::name_of(role));
    for (const libparse::TimeType type : rule_.types) append(libparse::name_of(type));
    const std::string name(libparse::name_of(rule_.check));
    return words.empty() ? name : name + " (" + words + ')';
  }

  // The days that dates must lie between; empty where the rule and the plan leave an end open.
  bool find_period() {
    from_ = rule_.from;
    to_ = rule_.to;
    if (const auto& period = list_.document.period) {
      if (from_.empty()) from_ = period->start;
      if (to_.empty()) to_ = period->end;
    }
    if (!from_.empty() || !to_.empty()) return true;
    collector_.add(rule_.code(), libparse::Severity::info, Pointer() / "document",
                   "the plan states no period, so its dates are not held against one");
    return false;
  }

  void check_dates(const Task& task, const Pointer& here) {
    for (std::size_t n = 0; n < task.times.size(); ++n) {
      const Time& time = task.times[n];
      if (!is_among(rule_.types, time.type)) continue;
      check_day(time.start, time, here / "times" / n / "start", task);
      check_day(time.end, time, here / "times" / n / "end", task);
    }
  }

  void check_day(const std::string& day, const Time& time, const Pointer& here, const Task& task) {
    if (day.empty() || ((from_.empty() || from_ <= day) && (to_.empty() || day <= to_))) return;
    add(here,
        day + " (" + quoted(time.text) + ") lies outside " + (from_.empty() ? "…" : from_) + " to " +
            (to_.empty() ? "…" : to_),
        &task);
  }

  void check_names(const Task& task, const Pointer& here) {
    for (std::size_t n = 0; n < task.responsibilities.size(); ++n) {
      const Responsibility& unit = task.responsibilities[n];
      if (!is_among(rule_.roles, unit.role)) continue;
      const Pointer name = here / "responsibilities" / n / "name";
      const auto is_allowed = [&](const std::string& form) {
        return !form.empty() && std::find(rule_.allow.begin(), rule_.allow.end(), form) != rule_.allow.end();
      };
      if (!rule_.allow.empty() && !is_allowed(unit.organization) && !is_allowed(unit.name) &&
          !is_allowed(unit.canonical)) {
        add(name, quoted(unit.name) + " is none of the units allowed", &task);
      }
      if (holds_one(unit.name, rule_.forbid)) add(name, quoted(unit.name) + " holds a forbidden word", &task);
      if (!rule_.require.empty() && !holds_one(unit.name, rule_.require)) {
        add(name, quoted(unit.name) + " holds none of the required words", &task);
      }
    }
  }

  void check_length(const Task& task, const Pointer& here) {
    const std::string field(libparse::name_of(rule_.field));
    const std::size_t length = count_characters(rule_.field == TextField::text ? task.text : task.title);
    if (rule_.min <= length && length <= rule_.max) return;
    const std::string asked =
        length < rule_.min ? "at least " + std::to_string(rule_.min) : "at most " + std::to_string(rule_.max);
    add(here / field, "`" + field + "` has " + std::to_string(length) + " characters, not " + asked, &task);
  }

  void add(const Pointer& here, std::string message, const Task* task) {
    if (!rule_.message.empty()) message = rule_.message + " (" + message + ')';
    collector_.add(rule_.code(), rule_.severity, here, std::move(message), task);
  }

  Collector& collector_;
  const TaskList& list_;
  const PolicyRule& rule_;
  std::string from_;
  std::string to_;
};

bool covers(const Waiver& waiver, const Finding& finding) {
  if (finding.code != waiver.rule || finding.task.empty()) return false;
  if (!waiver.task.empty()) return finding.task == waiver.task;
  if (!waiver.fingerprint.empty()) return finding.fingerprint == waiver.fingerprint;
  return is_in_section(finding.section, waiver.section);
}

void add_waiver_finding(Findings& findings, const Waiver& waiver, const Code& code, std::string message) {
  Finding finding{.code = std::string(code.id), .severity = code.severity, .message = std::move(message)};
  finding.place = waiver.place;
  finding.list = Finding::kNoList;
  findings.push_back(std::move(finding));
}

}  // namespace

void check_policy(Collector& collector, const Policy& policy) {
  for (const PolicyRule& rule : policy.rules) RuleCheck(collector, rule).run();
}

void apply_waivers(Findings& findings, const Policy& policy, const std::string& today) {
  const std::size_t checked = findings.size();
  for (const Waiver& waiver : policy.waivers) {
    if (waiver.expires < today) {
      add_waiver_finding(
          findings, waiver, *find_code("policy-waiver-expired"),
          "the waiver of " + quoted(waiver.rule) + " ran out on " + waiver.expires + ": " + waiver.reason);
      continue;
    }
    bool is_used = false;
    for (std::size_t i = 0; i < checked; ++i) {
      if (!covers(waiver, findings[i])) continue;
      is_used = true;
      if (findings[i].waived.empty()) findings[i].waived = waiver.reason;
    }
    if (!is_used) {
      add_waiver_finding(findings, waiver, *find_code("policy-waiver-unused"),
                         "the waiver of " + quoted(waiver.rule) + " covers nothing: " + waiver.reason);
    }
  }
}

}  // namespace plancheck
