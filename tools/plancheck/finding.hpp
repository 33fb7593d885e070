// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libparse/diagnostic.hpp"

namespace plancheck {

/// Where a finding stands. Lines and columns count from 1, columns in code points; 0: in no line (the whole file).
struct Place {
  std::string path;  ///< as messages show it: `<stdin>` for standard input
  std::size_t line = 0;
  std::size_t column = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// One thing wrong with a task list. docs/checks.md lists the codes; those of a policy are `policy-` and the rule's id.
struct Finding {
  static constexpr std::size_t kNoList = static_cast<std::size_t>(-1);

  std::string code;
  libparse::Severity severity = libparse::Severity::error;
  std::string message;   ///< one English sentence without full stop
  std::string pointer;   ///< RFC 6901, of the value in its document: `/tasks/0/times/1/end`; empty: the whole document
  std::size_t at = 0;    ///< byte offset of that value in the file
  Place place;           ///< the same for people
  std::size_t list = 0;  ///< number of the task list among all that were read, from 0; kNoList: of the policy
  std::string task;      ///< id of the task concerned, or empty
  std::string fingerprint;  ///< of that task
  std::string section;      ///< id of that task's section
  std::string waived;       ///< the reason of the waiver that covers this finding; empty: not waived
};

using Findings = std::vector<Finding>;

}  // namespace plancheck
