// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "libparse/task_list.hpp"

/// What must hold for task lists. Apart from invariants.hpp, so that targets without lists stay small and quick.
namespace fuzz {

/// Spans in range; quotes equal the text at their spans; ids answered; the list fits the schema; JSON, YAML and NDJSON
/// give each other back byte for byte.
/// \param text  what the spans refer to
void check_list(const libparse::TaskList& list, std::string_view text);

/// JSON → list → YAML → list → JSON and the same by NDJSON give the bytes that they began with.
void check_round_trips(const libparse::TaskList& list);

[[nodiscard]] std::string to_json(const libparse::TaskList& list, bool explain = false);

}  // namespace fuzz
