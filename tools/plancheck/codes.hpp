// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "libparse/diagnostic.hpp"

namespace plancheck {

/// What a finding's code stands for. docs/checks.md says more; codes are never used again for something else.
struct Code {
  std::string_view id;
  libparse::Severity severity;
  std::string_view summary;  ///< one English sentence without full stop: what is wrong
};

using libparse::Severity;

inline constexpr std::array kCodes = std::to_array<Code>({
    {"check-unreadable", Severity::error, "The input cannot be read or holds no task list"},
    {"check-syntax", Severity::error, "The input is neither JSON nor YAML"},
    {"check-schema-version", Severity::error, "The input names another schema than the one it is checked against"},
    {"check-schema", Severity::error, "A value does not fit the schema of task lists"},
    {"check-id-repeated", Severity::error, "Two sections or two tasks have the same id"},
    {"check-link", Severity::error, "An id is named that no section or task has"},
    {"check-depth", Severity::error, "The depth of a section does not follow from its parent"},
    {"check-path", Severity::warning, "The path of a task does not lead through its section"},
    {"check-order", Severity::error, "Tasks, sections or their parts do not stand in text order"},
    {"check-by-hand", Severity::info, "A value was written by hand and stands nowhere in the notice"},
    {"check-span", Severity::error, "A span is empty, turned round or reaches behind the end of the document"},
    {"check-span-outside", Severity::error, "A part of a task stands outside its body"},
    {"check-span-overlap", Severity::warning, "Two tasks claim the same characters"},
    {"check-date", Severity::error, "A date does not exist"},
    {"check-date-order", Severity::error, "A period ends before it starts"},
    {"check-time-fields", Severity::error, "A time lacks what its type needs, or has what its type cannot have"},
    {"check-range", Severity::error, "A range ends below its start"},
    {"check-by-index", Severity::error, "A target is due at a time that the task does not have"},
    {"check-fingerprint", Severity::warning, "The fingerprint of a task is not that of its text"},
    {"check-size", Severity::error, "A plain text has more characters than bytes"},
    {"check-source-hash", Severity::error, "The notice is not the one that the list was read from"},
    {"check-source-size", Severity::error, "The notice has another size than the list says"},
    {"check-source-unreadable", Severity::error, "The notice cannot be read"},
    {"check-quote", Severity::error, "The notice does not have the quoted words at their span"},
    {"policy-waiver-expired", Severity::warning, "A waiver has run out"},
    {"policy-waiver-unused", Severity::info, "A waiver covers nothing"},
});

/// nullptr for codes that are no built-in ones: those of a policy's rules and of diagnostics.
[[nodiscard]] constexpr const Code* find_code(std::string_view id) noexcept {
  for (const Code& code : kCodes) {
    if (code.id == id) return &code;
  }
  return nullptr;
}

}  // namespace plancheck
