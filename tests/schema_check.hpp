// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace tests {

/// Validates a JSON document against schemas/task-list.schema.json. Empty where it is valid, else one line per finding.
std::string find_schema_problems(std::string_view json_text);

/// Validates a JSON document against schemas/plan-diff.schema.json.
std::string find_diff_schema_problems(std::string_view json_text);

/// Validates a JSON document against another of the schemas: `manifest-entry`.
std::string find_record_schema_problems(std::string_view json_text, const std::string& schema);

/// Validates a JSON document against one definition of schemas/rules.schema.json: `rules`, `cases` or `macros`.
std::string find_rule_schema_problems(std::string_view json_text, const std::string& definition);

/// Validates a JSON document against any schema (draft-04 or draft-07), given as text.
std::string find_problems_by(std::string_view json_text, std::string_view schema_text);

}  // namespace tests
