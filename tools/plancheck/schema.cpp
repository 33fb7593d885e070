// SPDX-License-Identifier: MIT
#include "plancheck/schema.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "plancheck/pointer.hpp"
#include "plancheck/quoted.hpp"
#include "plancheck/tree_adapter.hpp"

namespace plancheck {

struct Schema::State {
  libparse::Node tree;
  valijson::Schema schema;
};

namespace {

using libparse::Member;
using libparse::Node;
using Context = std::vector<std::string>;

constexpr std::string_view kDefinitions = "#";

// `[tasks]` and `[0]` are how valijson writes the steps from `<root>` to a value.
std::string step_of(const std::string& part) { return part.substr(1, part.size() - 2); }

Pointer pointer_of(const Context& context) {
  Pointer pointer;
  for (std::size_t i = 1; i < context.size(); ++i) pointer = pointer / std::string_view(step_of(context[i]));
  return pointer;
}

const Node* member_value(const Node* object, std::string_view key) {
  const Member* member = object == nullptr ? nullptr : find_member(*object, key);
  return member == nullptr ? nullptr : &member->value;
}

// The subschema behind `$ref` and a lone `allOf`: what says something about the value itself.
const Node* resolved(const Node& root, const Node* schema) {
  for (int hops = 0; schema != nullptr && hops < 8; ++hops) {
    if (const Node* reference = member_value(schema, "$ref")) {
      schema = &find_value(root, std::string_view(reference->text).substr(kDefinitions.size()));
    } else if (const Node* all = member_value(schema, "allOf"); all != nullptr && all->items.size() == 1) {
      schema = all->items.data();
    } else {
      return schema;
    }
  }
  return schema;
}

// What the schema says about the value at `context`; nullptr where no branch of it names the value.
const Node* find_subschema(const Node& root, const Context& context) {
  const Node* schema = resolved(root, &root);
  for (std::size_t i = 1; i < context.size(); ++i) {
    const Node* items = member_value(schema, "items");
    const Node* properties = member_value(schema, "properties");
    schema = properties != nullptr ? member_value(properties, step_of(context[i])) : items;
    schema = resolved(root, schema);
    if (schema == nullptr) return nullptr;
  }
  return schema;
}

std::string words_of(const Node* list) {
  std::string words;
  if (list == nullptr) return words;
  for (const Node& item : list->items) words += (words.empty() ? "" : ", ") + item.text;
  return words;
}

std::string type_words(const Node* subschema) {
  const Node* type = member_value(subschema, "type");
  const std::string name = type == nullptr ? "" : type->text;
  for (const auto& [word, said] : {std::pair("object", ValueType::object),
                                   {"array", ValueType::array},
                                   {"string", ValueType::string},
                                   {"integer", ValueType::integer},
                                   {"number", ValueType::number},
                                   {"boolean", ValueType::boolean}}) {
    if (name == word) return std::string(name_of(said));
  }
  return "of another type";
}

// Turns what valijson says into sentences that name the value, and drops what only repeats that a part failed.
class ViolationReader {
 public:
  ViolationReader(const Node& schema, const Node& document) : schema_(schema), document_(document) {}

  void read(const valijson::ValidationResults::Error& error) {
    if (!is_echo(error)) add(error);
    last_ = error.context;
  }

  [[nodiscard]] std::vector<Violation> take() && {
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return std::move(found_);
  }

 private:
  // After each failure of a part, valijson tells of the failure of what holds it. One that follows no failure inside it
  // is told: a property where the schema allows none (`"max": false`), a value that fits two schemas of `oneOf`.
  [[nodiscard]] bool is_echo(const valijson::ValidationResults::Error& error) const {
    if (!error.description.starts_with("Failed to validate")) return false;
    Context part = error.context;
    if (error.description.find("associated with property name") != std::string::npos) {
      part.push_back('[' + between_quotes(error.description) + ']');
    }
    return last_.size() >= part.size() && std::equal(part.begin(), part.end(), last_.begin());
  }

  void add(const valijson::ValidationResults::Error& error) {
    const Pointer pointer = pointer_of(error.context);
    const Node& value = find_value(document_, pointer.text());
    const Node* subschema = find_subschema(schema_, error.context);
    const std::string& said = error.description;
    if (said.starts_with("Object contains a property")) return add_unknown_keys(pointer, value, subschema);
    if (said.starts_with("Failed to validate against schema associated with property name")) {
      return add_misplaced_key(pointer, value, between_quotes(said));
    }
    const bool is_version = pointer.text() == "/schema" && said.find("'const'") != std::string::npos;
    found_.push_back({pointer.text(), value.at, message_of(said, value, subschema), is_version});
  }

  void add_unknown_keys(const Pointer& pointer, const Node& object, const Node* subschema) {
    const Node* properties = member_value(subschema, "properties");
    for (const Member& member : object.members) {
      if (properties != nullptr && find_member(*properties, member.key) != nullptr) continue;
      found_.push_back({(pointer / std::string_view(member.key)).text(), member.at,
                        "key " + quoted(member.key) + " is unknown here", false});
    }
  }

  void add_misplaced_key(const Pointer& pointer, const Node& object, const std::string& key) {
    const Member* member = find_member(object, key);
    found_.push_back({(pointer / std::string_view(key)).text(), member == nullptr ? object.at : member->at,
                      "key " + quoted(key) + " has no place here", false});
  }

  static std::string between_quotes(const std::string& said) {
    const std::size_t begin = said.find('\'') + 1;
    return said.substr(begin, said.rfind('\'') - begin);
  }

  static std::string message_of(const std::string& said, const Node& value, const Node* subschema) {
    const auto limit = [&](std::string_view key) {
      const Node* number = member_value(subschema, key);
      return number == nullptr ? std::string("?") : number->text;
    };
    if (said.starts_with("Missing required property")) return "key " + quoted(between_quotes(said)) + " is missing";
    if (said.starts_with("Value type not permitted")) {
      return "must be " + type_words(subschema) + ", not " + std::string(name_of(scalar_type(value)));
    }
    if (said.find("enum") != std::string::npos) {
      return quoted(value.text) + " is none of " + words_of(member_value(subschema, "enum"));
    }
    if (said.find("'const'") != std::string::npos)
      return "must be " + quoted(limit("const")) + ", not " + quoted(value.text);
    if (said.find("'pattern'") != std::string::npos) {
      return quoted(value.text) + " does not have the form " + limit("pattern");
    }
    if (said.starts_with("Expected number greater")) return "must be at least " + limit("minimum");
    if (said.starts_with("Expected number less")) return "must be at most " + limit("maximum");
    if (said.starts_with("String should be no fewer")) return "must not be empty";
    if (said.starts_with("Array should contain no fewer")) return "must not be empty; leave it out";
    std::string other = said.substr(0, said.find_last_not_of('.') + 1);
    if (!other.empty() && other[0] >= 'A' && other[0] <= 'Z') other[0] = static_cast<char>(other[0] - 'A' + 'a');
    return other;
  }

  const Node& schema_;
  const Node& document_;
  Context last_;
  std::vector<Violation> found_;
};

}  // namespace

Schema::Schema(std::string_view text) : state_(std::make_unique<State>()) {
  state_->tree = libparse::read_trees(text, libparse::Format::json).at(0);
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(TreeAdapter(state_->tree), state_->schema);
}

Schema::Schema(Schema&&) noexcept = default;
Schema::~Schema() = default;

std::vector<Violation> Schema::find_violations(const Node& document) const {
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(state_->schema, TreeAdapter(document), &results)) return {};
  ViolationReader reader(state_->tree, document);
  for (const valijson::ValidationResults::Error& error : results) reader.read(error);
  std::vector<Violation> found = std::move(reader).take();
  if (found.empty()) found.push_back({"", document.at, "the schema allows no such value", false});
  return found;
}

}  // namespace plancheck
