// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libparse/span.hpp"

namespace libparse {

enum class Severity { info, warning, error };

/// Something odd in a notice, found while reading it. Codes are listed in docs/diagnostics.md and never reused.
struct Diagnostic {
  std::string code;  ///< `family-problem`, such as `numbering-gap`
  Severity severity = Severity::warning;
  std::string message;       ///< one English sentence, quoting the text where that helps
  std::optional<Span> span;  ///< where in the document text
  std::string task;          ///< id of the task concerned, or empty
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace libparse
