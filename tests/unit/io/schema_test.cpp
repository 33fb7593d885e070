// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "full_list.hpp"
#include "io/fields.hpp"
#include "libparse/io.hpp"
#include "libparse/names.hpp"
#include "schema_check.hpp"

using namespace libparse;
using nlohmann::ordered_json;

namespace {

ordered_json load_schema() {
  return ordered_json::parse(std::ifstream(LIBPARSE_SOURCE_DIR "/schemas/task-list.schema.json"));
}

// Compares one described object with its definition in the schema: names, order, what is required, and the words of
// enumerations; then goes on with the objects inside.
class SchemaVisitor {
 public:
  SchemaVisitor(const ordered_json& schema, const ordered_json& definition)
      : schema_(schema), definition_(definition) {}
  ~SchemaVisitor() {
    CAPTURE(definition_.dump());
    std::vector<std::string> properties;
    for (const auto& [name, value] : definition_.at("properties").items()) properties.push_back(name);
    CHECK(properties == names_);
    CHECK(definition_.at("required").get<std::set<std::string>>() == required_);
    CHECK(definition_.at("additionalProperties") == false);
  }
  SchemaVisitor(const SchemaVisitor&) = delete;
  SchemaVisitor& operator=(const SchemaVisitor&) = delete;

  void constant(std::string_view name, std::string_view word) {
    names_.emplace_back(name);
    required_.emplace(name);
    CHECK(property(name).at("const") == word);
  }
  template <typename T>
  void required(std::string_view name, T& value) {
    required_.emplace(name);
    optional(name, value);
  }
  template <typename T>
  void optional(std::string_view name, T& value) {
    names_.emplace_back(name);
    check(property(name), value);
  }
  template <typename T>
  void explained(std::string_view name, T& value) {
    optional(name, value);
  }

 private:
  const ordered_json& property(std::string_view name) const {
    INFO(name);
    REQUIRE(definition_.at("properties").contains(name));
    return definition_.at("properties").at(std::string(name));
  }

  const ordered_json& resolve(const ordered_json& found) const {
    if (found.contains("allOf")) return resolve(found.at("allOf").at(0));
    if (!found.contains("$ref")) return found;
    return schema_.at(ordered_json::json_pointer(found.at("$ref").get<std::string>().substr(1)));
  }

  template <typename T>
  void check(const ordered_json& found, T& value) const {
    const ordered_json& type = resolve(found);
    CAPTURE(type.dump());
    if constexpr (std::is_same_v<T, std::string>) {
      CHECK(type.at("type") == "string");
    } else if constexpr (std::is_same_v<T, bool>) {
      CHECK(type.at("const") == true);
    } else if constexpr (std::is_same_v<T, Decimal>) {
      CHECK(type.at("type") == "number");
    } else if constexpr (std::is_integral_v<T>) {
      CHECK(type.at("type") == "integer");
    } else if constexpr (std::is_enum_v<T>) {
      ordered_json words = ordered_json::array();
      for (const std::string_view word : kNames<T>) {
        if (!word.empty()) words.push_back(word);
      }
      CHECK(type.at("enum") == words);
    } else {
      SchemaVisitor inner(schema_, type);
      io::describe(inner, value);
    }
  }
  template <typename T>
  void check(const ordered_json& found, std::optional<T>& value) const {
    REQUIRE(value.has_value());
    check(found, *value);
  }
  template <typename T>
  void check(const ordered_json& found, std::vector<T>& values) const {
    REQUIRE_FALSE(values.empty());
    CHECK(found.at("type") == "array");
    CHECK(found.at("minItems") == 1);
    check(found.at("items"), values.front());
  }

  const ordered_json& schema_;
  const ordered_json& definition_;
  std::vector<std::string> names_;
  std::set<std::string> required_;
};

std::string to_json(const TaskList& list) {
  std::ostringstream out;
  write_json(list, out, {.explain = true});
  return out.str();
}

}  // namespace

TEST_CASE("the schema and the writers have the same fields in the same order") {
  const ordered_json schema = load_schema();
  TaskList list = tests::make_full_list();
  SchemaVisitor visitor(schema, schema);
  io::describe(visitor, list);
}

TEST_CASE("every definition and property of the schema has a description") {
  const ordered_json schema = load_schema();
  for (const auto& [bound_name, definition] : schema.at("definitions").items()) {
    const auto& name = bound_name;  // Clang 14 captures no binding
    CAPTURE(name);
    CHECK(definition.contains("description"));
    if (!definition.contains("properties")) continue;
    for (const auto& [bound_field, property] : definition.at("properties").items()) {
      const auto& field = bound_field;  // Clang 14 captures no binding
      CAPTURE(field);
      CHECK((property.contains("description") || property.contains("$ref")));
    }
  }
}

TEST_CASE("a list with every field, and one with none, satisfy the schema") {
  CHECK(tests::find_schema_problems(to_json(tests::make_full_list())) == "");
  TaskList list;
  list.document.source = tests::make_full_list().document.source;
  CHECK(tests::find_schema_problems(to_json(list)) == "");
}

TEST_CASE("lists that break a rule of the schema do not satisfy it") {
  const auto is_refused = [](auto change) {
    TaskList list = tests::make_full_list();
    change(list);
    return !tests::find_schema_problems(to_json(list)).empty();
  };
  CHECK(is_refused([](TaskList& l) { l.document.issued_on = "2020-13-01"; }));
  CHECK(is_refused([](TaskList& l) { l.document.issued_on = "2020-8-1"; }));
  CHECK(is_refused([](TaskList& l) { l.document.source.sha256 = "abc"; }));
  CHECK(is_refused([](TaskList& l) { l.tasks[0].id = ""; }));
  CHECK(is_refused([](TaskList& l) { l.tasks[0].times[0].every = "1 month"; }));
  CHECK(is_refused([](TaskList& l) { l.tasks[0].times[0].every = "P"; }));
  CHECK(is_refused([](TaskList& l) { l.tasks[0].times[0].within = "PT"; }));
  CHECK(is_refused([](TaskList& l) { l.tasks[0].times[0].by = "12-25"; }));
  CHECK(is_refused([](TaskList& l) { l.tasks[0].targets[0].max.reset(); }));
  CHECK(is_refused([](TaskList& l) { l.tasks[0].targets[0].comparator = Comparator::ge; }));
  CHECK(is_refused([](TaskList& l) { l.sections[0].depth = 0; }));
  CHECK(is_refused([](TaskList& l) { l.diagnostics[0].code = "Some Code"; }));
}
