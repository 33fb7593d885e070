// SPDX-License-Identifier: MIT
#include "plancheck/collector.hpp"

#include <utility>

#include "plancheck/codes.hpp"

namespace plancheck {

void Collector::add(std::string_view code, const Pointer& where, std::string message, const libparse::Task* task) {
  add(std::string(code), find_code(code)->severity, where, std::move(message), task);
}

void Collector::add(std::string code, libparse::Severity severity, const Pointer& where, std::string message,
                    const libparse::Task* task) {
  Finding finding{.code = std::move(code), .severity = severity, .message = std::move(message)};
  finding.pointer = where.text();
  finding.at = find_value(checked_.tree, where.text()).at;
  finding.list = checked_.number;
  if (task != nullptr) {
    finding.task = task->id;
    finding.fingerprint = task->fingerprint;
    finding.section = task->section;
  }
  findings_.push_back(std::move(finding));
}

}  // namespace plancheck
