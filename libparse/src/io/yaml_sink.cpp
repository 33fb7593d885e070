// SPDX-License-Identifier: MIT
#include "io/yaml_sink.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "io/json_sink.hpp"

namespace libparse::io {
namespace {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What YAML 1.1 or 1.2 readers turn into a truth value or nothing, in lower case.
constexpr std::array<std::string_view, 9> kReserved = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"};

bool is_reserved(std::string_view text) {
  return std::any_of(kReserved.begin(), kReserved.end(), [&](std::string_view word) {
    return std::equal(word.begin(), word.end(), text.begin(), text.end(),
                      [](char w, char t) { return w == (t >= 'A' && t <= 'Z' ? t - 'A' + 'a' : t); });
  });
}

}  // namespace

bool is_plain_yaml(std::string_view text) {
  if (text.empty()) return false;
  const auto lead = static_cast<std::uint8_t>(text.front());
  const bool starts_with_ideograph = lead >= 0xE3 && lead <= 0xE9;  // U+3000 and up to the end of the main block
  if (!is_ascii_letter(text.front()) && !starts_with_ideograph) return false;
  if (text.starts_with("\xE3\x80\x80") || text.ends_with(' ') || is_reserved(text)) return false;
  if (text.find_first_of(":#,[]{}&*!|>'\"%@`\\?") != std::string_view::npos) return false;
  // Nothing that needs an escape: then quoting changes no more than the two quotes around it.
  std::string quoted;
  append_quoted(quoted, text);
  return quoted.size() == text.size() + 2;
}

void YamlSink::begin_object(Layout layout) { open(layout == Layout::inlined ? Kind::inlined_object : Kind::object); }

void YamlSink::end_object() {
  const Open closed = open_.back();
  open_.pop_back();
  if (closed.kind == Kind::inlined_object) {
    out_ += "}\n";
  } else if (closed.empty) {
    out_ += " {}\n";
  }
}

void YamlSink::begin_array() {
  open(!open_.empty() && open_.back().kind == Kind::inlined_object ? Kind::inlined_array : Kind::array);
}

void YamlSink::end_array() {
  const Open closed = open_.back();
  open_.pop_back();
  if (closed.kind == Kind::inlined_array) {
    out_ += ']';
  } else if (closed.empty) {
    out_ += " []\n";
  }
}

void YamlSink::key(std::string_view name) {
  begin_element();
  out_ += name;
  out_ += ':';
}

void YamlSink::string(std::string_view text) {
  if (is_plain_yaml(text)) {
    number(text);
  } else {
    std::string quoted;
    append_quoted(quoted, text);
    number(quoted);
  }
}

void YamlSink::number(std::string_view digits) {
  const Kind kind = open_.back().kind;
  if (kind == Kind::array || kind == Kind::inlined_array) begin_element();
  if (kind != Kind::inlined_array) out_ += ' ';
  out_ += digits;
  if (kind != Kind::inlined_object && kind != Kind::inlined_array) out_ += '\n';
}

void YamlSink::begin_element() {
  Open& parent = open_.back();
  if (parent.kind == Kind::inlined_object || parent.kind == Kind::inlined_array) {
    if (!parent.empty) out_ += ", ";
  } else if (parent.on_line && parent.empty) {
    out_ += ' ';
  } else {
    if (parent.empty && !out_.empty() && out_.back() != '\n') out_ += '\n';
    out_.append(parent.indent, ' ');
  }
  if (parent.kind == Kind::array) out_ += '-';
  parent.empty = false;
}

void YamlSink::open(Kind kind) {
  if (open_.empty()) {
    open_.push_back({kind, 0, true, false});
    return;
  }
  const bool in_array = open_.back().kind == Kind::array;
  if (in_array) begin_element();
  const std::size_t indent = open_.back().indent + 2;
  if (kind == Kind::inlined_object) out_ += " {";
  if (kind == Kind::inlined_array) out_ += " [";
  open_.push_back({kind, indent, true, in_array && kind == Kind::object});
}

}  // namespace libparse::io
