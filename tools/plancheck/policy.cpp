// SPDX-License-Identifier: MIT
#include "plancheck/policy.hpp"

#include <ostream>
#include <set>
#include <utility>

#include "common/dates.hpp"
#include "common/display_text.hpp"
#include "common/task_lists.hpp"
#include "libparse/tree.hpp"
#include "plancheck/codes.hpp"
#include "plancheck/line_index.hpp"
#include "plancheck/pointer.hpp"
#include "plancheck/quoted.hpp"
#include "plancheck/scalar.hpp"
#include "plancheck/schema.hpp"

namespace plancheck {
namespace {

using libparse::Node;

// Reads the fields of one object that fits the schema. What is not there keeps its value.
class Fields {
 public:
  explicit Fields(const Node& object) : object_(object) {}

  void read(std::string_view key, std::string& value) const {
    if (const Node* node = find(key)) value = node->text;
  }
  void read(std::string_view key, std::size_t& value) const {
    std::int64_t number = 0;
    const Node* node = find(key);
    if (node != nullptr && integer_of(*node, number)) value = static_cast<std::size_t>(number);
  }
  void read(std::string_view key, std::vector<std::string>& values) const {
    for (const Node& item : items(key)) values.push_back(item.text);
  }
  template <typename Enum>
  void read(std::string_view key, Enum& value) const {
    if (const Node* node = find(key)) value = libparse::find_named<Enum>(node->text).value_or(value);
  }
  template <typename Enum>
  void read(std::string_view key, std::vector<Enum>& values) const {
    for (const Node& item : items(key)) values.push_back(libparse::find_named<Enum>(item.text).value_or(Enum{}));
  }

 private:
  [[nodiscard]] const Node* find(std::string_view key) const {
    const libparse::Member* member = find_member(object_, key);
    return member == nullptr ? nullptr : &member->value;
  }
  [[nodiscard]] const std::vector<Node>& items(std::string_view key) const {
    static const std::vector<Node> none;
    const Node* node = find(key);
    return node == nullptr ? none : node->items;
  }

  const Node& object_;
};

PolicyRule rule_of(const Node& node) {
  PolicyRule rule;
  const Fields fields(node);
  fields.read("id", rule.id);
  fields.read("check", rule.check);
  fields.read("severity", rule.severity);
  fields.read("message", rule.message);
  fields.read("kinds", rule.kinds);
  fields.read("sections", rule.sections);
  fields.read("roles", rule.roles);
  fields.read("types", rule.types);
  fields.read("per", rule.per);
  fields.read("min", rule.min);
  fields.read("max", rule.max);
  fields.read("from", rule.from);
  fields.read("to", rule.to);
  fields.read("allow", rule.allow);
  fields.read("forbid", rule.forbid);
  fields.read("require", rule.require);
  fields.read("field", rule.field);
  return rule;
}

Waiver waiver_of(const Node& node) {
  Waiver waiver;
  const Fields fields(node);
  fields.read("rule", waiver.rule);
  fields.read("task", waiver.task);
  fields.read("fingerprint", waiver.fingerprint);
  fields.read("section", waiver.section);
  fields.read("reason", waiver.reason);
  fields.read("expires", waiver.expires);
  return waiver;
}

class PolicyReader {
 public:
  PolicyReader(std::string_view bytes, const std::string& path, std::ostream& err)
      : lines_(bytes), path_(path), err_(err) {}

  std::optional<Policy> read(const Node& document) {
    for (const Violation& violation : Schema(kPolicySchemaText).find_violations(document)) {
      tell(violation.at, violation.message);
    }
    if (has_failed_) return std::nullopt;

    Policy policy;
    Fields(document).read("name", policy.name);
    for (const Node& node : items(document, "rules")) policy.rules.push_back(checked_rule(node));
    for (const Node& node : items(document, "waivers")) policy.waivers.push_back(checked_waiver(node));
    return has_failed_ ? std::nullopt : std::optional(std::move(policy));
  }

  void tell(std::size_t at, const std::string& message) {
    const auto [line, column] = lines_.find(at);
    err_ << tools::printable(path_) << ':' << line << ':' << column << ": error: " << message << '\n';
    has_failed_ = true;
  }

 private:
  static const std::vector<Node>& items(const Node& document, std::string_view key) {
    static const std::vector<Node> none;
    const libparse::Member* member = find_member(document, key);
    return member == nullptr ? none : member->value.items;
  }

  PolicyRule checked_rule(const Node& node) {
    PolicyRule rule = rule_of(node);
    if (!ids_.insert(rule.id).second) tell(node.at, "rule " + quoted(rule.id) + " is there twice");
    if (find_code(rule.code()) != nullptr) tell(node.at, "the id " + quoted(rule.id) + " is taken");
    if (rule.min > rule.max) tell(node.at, "`min` is more than `max`");
    check_date(node.at, rule.from);
    check_date(node.at, rule.to);
    const bool counts = rule.check != PolicyCheck::dates && rule.check != PolicyCheck::names;
    if (counts && rule.min == 0 && rule.max == PolicyRule::kNoLimit) tell(node.at, "the rule needs `min` or `max`");
    if (rule.check == PolicyCheck::names && rule.allow.empty() && rule.forbid.empty() && rule.require.empty()) {
      tell(node.at, "the rule needs `allow`, `forbid` or `require`");
    }
    return rule;
  }

  Waiver checked_waiver(const Node& node) {
    Waiver waiver = waiver_of(node);
    const auto [line, column] = lines_.find(node.at);
    waiver.place = {path_, line, column};
    const int named = !waiver.task.empty() + !waiver.fingerprint.empty() + !waiver.section.empty();
    if (named != 1) tell(node.at, "a waiver needs one of `task`, `fingerprint` and `section`");
    if (ids_.contains(waiver.rule)) {
      waiver.rule.insert(0, "policy-");
    } else if (find_code(waiver.rule) == nullptr) {
      tell(node.at, "there is no rule " + quoted(waiver.rule));
    }
    check_date(node.at, waiver.expires);
    return waiver;
  }

  void check_date(std::size_t at, const std::string& date) {
    if (!date.empty() && !tools::is_date(date)) tell(at, "there is no day " + quoted(date));
  }

  LineIndex lines_;
  std::string path_;
  std::ostream& err_;
  std::set<std::string> ids_;
  bool has_failed_ = false;
};

}  // namespace

bool is_in_section(std::string_view id, std::string_view section) {
  return id == section || (id.starts_with(section) && id[section.size()] == '.');
}

std::optional<Policy> parse_policy(std::string_view bytes, const std::string& path, std::ostream& err) {
  const std::vector<Node> documents = libparse::read_trees(bytes, tools::find_list_format(bytes), path);
  PolicyReader reader(bytes, path, err);
  if (documents.size() != 1) {
    reader.tell(0, documents.empty() ? "holds no policy" : "holds more than one document");
    return std::nullopt;
  }
  return reader.read(documents[0]);
}

}  // namespace plancheck
