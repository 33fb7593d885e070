// SPDX-License-Identifier: MIT
#include "plancheck/scalar.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace plancheck {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::size_t count_digits(std::string_view text) { return std::min(text.find_first_not_of("0123456789"), text.size()); }

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t whole = count_digits(text);
  text.remove_prefix(whole);
  std::size_t fraction = 0;
  if (text.starts_with('.')) {
    fraction = count_digits(text.substr(1));
    text.remove_prefix(1 + fraction);
  }
  if (whole + fraction == 0) return false;
  if (text.empty()) return true;
  if (text[0] != 'e' && text[0] != 'E') return false;
  text.remove_prefix(1);
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && count_digits(text) == text.size();
}

ValueType number_type(const libparse::Node& node) {
  std::int64_t ignored = 0;
  return integer_of(node, ignored) ? ValueType::integer : ValueType::number;
}

ValueType plain_type(const libparse::Node& node) {
  const std::string& text = node.text;
  if (is_one_of(text, {"", "~", "null", "Null", "NULL"})) return ValueType::null;
  if (is_one_of(text, {"true", "True", "TRUE", "false", "False", "FALSE"})) return ValueType::boolean;
  return is_number(text) ? number_type(node) : ValueType::string;
}

}  // namespace

ValueType scalar_type(const libparse::Node& node) {
  switch (node.kind) {
    case libparse::NodeKind::null:
      return ValueType::null;
    case libparse::NodeKind::boolean:
      return ValueType::boolean;
    case libparse::NodeKind::number:
      return number_type(node);
    case libparse::NodeKind::string:
      return ValueType::string;
    case libparse::NodeKind::plain:
      return plain_type(node);
    case libparse::NodeKind::array:
      return ValueType::array;
    case libparse::NodeKind::object:
      return ValueType::object;
  }
  return ValueType::null;
}

bool boolean_of(const libparse::Node& node) { return is_one_of(node.text, {"true", "True", "TRUE"}); }

bool integer_of(const libparse::Node& node, std::int64_t& value) {
  std::string_view text = node.text;
  if (text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos) {
    if (text.substr(point + 1).find_first_not_of('0') != std::string_view::npos) return false;
    text = text.substr(0, point);
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

std::string_view name_of(ValueType type) {
  switch (type) {
    case ValueType::null:
      return "null";
    case ValueType::boolean:
      return "true or false";
    case ValueType::integer:
      return "a whole number";
    case ValueType::number:
      return "a number";
    case ValueType::string:
      return "a string";
    case ValueType::array:
      return "an array";
    case ValueType::object:
      return "an object";
  }
  return "";
}

}  // namespace plancheck
