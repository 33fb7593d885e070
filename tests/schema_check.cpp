// SPDX-License-Identifier: MIT
#include "schema_check.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace tests {

namespace {

nlohmann::json load_schema(const std::string& name) {
  return nlohmann::json::parse(std::ifstream(std::string(LIBPARSE_SOURCE_DIR "/schemas/") + name));
}

std::string find_problems(std::string_view json_text, const nlohmann::json& schema_text) {
  valijson::Schema schema;
  const bool is_old = schema_text.value("$schema", "").find("draft-04") != std::string::npos;
  valijson::SchemaParser(is_old ? valijson::SchemaParser::kDraft4 : valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_text), schema);

  const nlohmann::json document = nlohmann::json::parse(json_text);
  valijson::Validator validator;
  valijson::ValidationResults results;
  std::string problems;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results)) return problems;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& part : error.context) problems += part;
    problems += ": " + error.description + '\n';
  }
  return problems;
}

}  // namespace

std::string find_schema_problems(std::string_view json_text) {
  static const nlohmann::json schema = load_schema("task-list.schema.json");
  return find_problems(json_text, schema);
}

std::string find_diff_schema_problems(std::string_view json_text) {
  static const nlohmann::json schema = load_schema("plan-diff.schema.json");
  return find_problems(json_text, schema);
}

std::string find_record_schema_problems(std::string_view json_text, const std::string& schema) {
  return find_problems(json_text, load_schema(schema + ".schema.json"));
}

std::string find_rule_schema_problems(std::string_view json_text, const std::string& definition) {
  nlohmann::json schema = load_schema("rules.schema.json");
  schema.erase("anyOf");
  schema["$ref"] = "#/definitions/" + definition;
  return find_problems(json_text, schema);
}

std::string find_problems_by(std::string_view json_text, std::string_view schema_text) {
  return find_problems(json_text, nlohmann::json::parse(schema_text));
}

}  // namespace tests
