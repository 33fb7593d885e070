// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/names.hpp"
#include "libparse/task_list.hpp"
#include "plancheck/finding.hpp"

/// What a team asks of its task lists: schemas/policy.schema.json says what a file may hold, docs/checks.md what it
/// means.
namespace plancheck {

enum class PolicyCheck : std::uint8_t { units, times, targets, dates, names, length };
enum class CountedIn : std::uint8_t { task, list };
enum class TextField : std::uint8_t { text, title };

struct PolicyRule {
  static constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

  std::string id;
  PolicyCheck check = PolicyCheck::units;
  libparse::Severity severity = libparse::Severity::error;
  std::string message;                    ///< in place of the built-in sentence; may be empty
  std::vector<libparse::TaskKind> kinds;  ///< empty: all
  std::vector<std::string> sections;      ///< with all below them; empty: all
  std::vector<libparse::Role> roles;      ///< empty: all
  std::vector<libparse::TimeType> types;  ///< empty: all
  CountedIn per = CountedIn::task;
  std::size_t min = 0;
  std::size_t max = kNoLimit;
  std::string from;  ///< ISO 8601 date; empty: the start of the plan's period
  std::string to;
  std::vector<std::string> allow;
  std::vector<std::string> forbid;
  std::vector<std::string> require;
  TextField field = TextField::text;

  [[nodiscard]] std::string code() const { return "policy-" + id; }
};

struct Waiver {
  std::string rule;  ///< id of a rule of the policy, or a code
  std::string task;  ///< exactly one of task, fingerprint and section is set
  std::string fingerprint;
  std::string section;
  std::string reason;
  std::string expires;  ///< last day on which it holds
  Place place;          ///< in the policy file
};

struct Policy {
  std::string name;
  std::vector<PolicyRule> rules;
  std::vector<Waiver> waivers;
};

/// Reads a policy from the bytes of a YAML or JSON file.
///
/// Errors: tells each thing wrong as `path:line:column: error: text` on `err` and returns nothing; throws
///         libparse::Error{format} for a syntax error.
std::optional<Policy> parse_policy(std::string_view bytes, const std::string& path, std::ostream& err);

/// True where `id` is `section` or stands below it: 2.1.3 is in 2.1.
[[nodiscard]] bool is_in_section(std::string_view id, std::string_view section);

}  // namespace plancheck

namespace libparse {

template <>
inline constexpr std::array kNames<plancheck::PolicyCheck> =
    std::to_array<std::string_view>({"units", "times", "targets", "dates", "names", "length"});
template <>
inline constexpr std::array kNames<plancheck::CountedIn> = std::to_array<std::string_view>({"task", "list"});
template <>
inline constexpr std::array kNames<plancheck::TextField> = std::to_array<std::string_view>({"text", "title"});

}  // namespace libparse
