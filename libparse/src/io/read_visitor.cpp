// SPDX-License-Identifier: MIT
#include "io/read_visitor.hpp"

#include <charconv>

namespace libparse::io {
namespace {

// Reads a JSON number; Decimal alone knows no exponents, and takes marks and signs that JSON does not have.
bool parse_json_number(std::string_view text, Decimal& out) {
  constexpr int kLargestPower = 400;  // beyond what a double can hold
  if (text.empty() || text.front() == '+' || text.find(',') != std::string_view::npos) return false;
  int power = 0;
  const std::size_t e = text.find_first_of("eE");
  if (e != std::string_view::npos) {
    std::string_view exponent = text.substr(e + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    const auto [end, error] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
    if (error != std::errc{} || end != exponent.data() + exponent.size()) return false;
    if (power > kLargestPower || power < -kLargestPower) return false;
  }
  if (!Decimal::parse(std::string(text.substr(0, e)), out)) return false;
  out = out.shifted(power);
  return true;
}

bool is_yaml_null(const Node& node) {
  return node.kind == NodeKind::plain && (node.text.empty() || node.text == "~" || node.text == "null");
}

}  // namespace

void ReadVisitor::read_string(const Node& node, std::string& value, std::string_view name) const {
  const bool is_text = node.kind == NodeKind::string || (node.kind == NodeKind::plain && !is_yaml_null(node));
  if (!is_text) file_.fail(node.at, named(name) + " must be a string");
  value = node.text;
}

Decimal ReadVisitor::decimal(const Node& node, std::string_view name) const {
  Decimal number;
  const bool is_number = node.kind == NodeKind::number || node.kind == NodeKind::plain;
  if (!is_number || !parse_json_number(node.text, number)) file_.fail(node.at, named(name) + " must be a number");
  return number;
}

}  // namespace libparse::io
