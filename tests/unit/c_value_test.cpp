// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "io/full_list.hpp"
#include "libparse.h"
#include "libparse/decimal.hpp"
#include "libparse/io.hpp"

using nlohmann::ordered_json;

namespace {

/// A list with every field, written and then read by libparse.h.
class FullList {
 public:
  FullList() {
    std::ostringstream out;
    libparse::write_json(tests::make_full_list(), out, {.explain = true});
    json = out.str();
    REQUIRE(libparse_lists_read(json.data(), json.size(), LIBPARSE_JSON, nullptr, &lists_, nullptr) == LIBPARSE_OK);
  }
  ~FullList() { libparse_lists_free(lists_); }
  FullList(const FullList&) = delete;
  FullList& operator=(const FullList&) = delete;
  [[nodiscard]] libparse_value value() const { return libparse_notice_as_value(libparse_lists_notice(lists_, 0)); }

  std::string json;

 private:
  libparse_lists* lists_ = nullptr;
};

/// The JSON of a value, by the functions of libparse.h alone.
ordered_json walk(libparse_value value) {
  switch (libparse_value_kind(value)) {
    case LIBPARSE_TEXT:
      return libparse_value_text(value);
    case LIBPARSE_BOOLEAN:
      return libparse_value_number(value) != 0;
    case LIBPARSE_NUMBER: {
      libparse::Decimal number;
      CHECK(libparse_value_decimal(value, &number.digits, &number.scale) == 1);
      return ordered_json::parse(number.to_string());
    }
    case LIBPARSE_ARRAY: {
      ordered_json made = ordered_json::array();
      for (std::size_t i = 0; i < libparse_value_count(value); ++i) made.push_back(walk(libparse_value_item(value, i)));
      return made;
    }
    case LIBPARSE_OBJECT: {
      ordered_json made = ordered_json::object();
      for (std::size_t i = 0; i < libparse_value_count(value); ++i)
        made[libparse_value_name(value, i)] = walk(libparse_value_item(value, i));
      return made;
    }
    case LIBPARSE_NOTHING:
      break;
  }
  FAIL("a field that is counted has nothing to say");
  return nullptr;
}

/// Asks for every property that the schema allows at `value`, by its name, and for those inside.
class SchemaWalk {
 public:
  explicit SchemaWalk(const ordered_json& schema) : schema_(schema) {}

  void check(const ordered_json& found, libparse_value value, const std::string& at) {
    const ordered_json& type = resolve(found);
    CAPTURE(at);
    ++visited;
    if (type.contains("properties")) {
      CHECK(libparse_value_kind(value) == LIBPARSE_OBJECT);
      for (const auto& [name, property] : type.at("properties").items())
        check(property, libparse_value_get(value, ("/" + name).c_str()), at + '/' + name);
    } else if (type.contains("items")) {
      CHECK(libparse_value_kind(value) == LIBPARSE_ARRAY);
      check(type.at("items"), libparse_value_get(value, "/0"), at + "/0");
    } else if (type.contains("enum") || type.value("type", "") == "string") {
      CHECK(libparse_value_kind(value) == LIBPARSE_TEXT);
    } else if (type.contains("const")) {
      CHECK(libparse_value_kind(value) == (type.at("const").is_boolean() ? LIBPARSE_BOOLEAN : LIBPARSE_TEXT));
    } else {
      CHECK(libparse_value_kind(value) == LIBPARSE_NUMBER);
    }
  }

  int visited = 0;

 private:
  [[nodiscard]] const ordered_json& resolve(const ordered_json& found) const {
    if (found.contains("allOf")) return resolve(found.at("allOf").at(0));
    if (!found.contains("$ref")) return found;
    return schema_.at(ordered_json::json_pointer(found.at("$ref").get<std::string>().substr(1)));
  }

  const ordered_json& schema_;
};

}  // namespace

TEST_CASE("libparse.h gives every field that the schema has, by its name") {
  const auto schema = ordered_json::parse(std::ifstream(LIBPARSE_SOURCE_DIR "/schemas/task-list.schema.json"));
  const FullList list;
  SchemaWalk walk(schema);
  walk.check(schema, list.value(), "");
  CHECK(walk.visited > 150);
}

TEST_CASE("a walk through the values of libparse.h gives the JSON of the list") {
  const FullList list;
  CHECK(walk(list.value()).dump() == ordered_json::parse(list.json).dump());
}
