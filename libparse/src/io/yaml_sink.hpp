// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/write_visitor.hpp"

namespace libparse::io {

/// True where every YAML 1.1 and 1.2 reader takes the unquoted word for this very string: it starts with a letter,
/// holds no character that means something in YAML, and is none of the words for truth values and nothing.
[[nodiscard]] bool is_plain_yaml(std::string_view text);

/// Streams YAML in block style with an indent of 2; small objects and nothing else in flow style. Strings are plain
/// where that is safe, else double-quoted as in JSON.
class YamlSink {
 public:
  explicit YamlSink(std::string& out) : out_(out) {}
  YamlSink(const YamlSink&) = delete;
  YamlSink& operator=(const YamlSink&) = delete;

  void begin_object(Layout layout);
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);
  void string(std::string_view text);
  void number(std::string_view digits);
  void boolean(bool value) { number(value ? "true" : "false"); }

 private:
  enum class Kind { object, inlined_object, array, inlined_array };
  struct Open {
    Kind kind = Kind::object;
    std::size_t indent = 0;
    bool empty = true;
    bool on_line = false;  ///< its first element goes on the line that holds the dash of the parent array
  };

  void begin_element();
  void open(Kind kind);

  std::string& out_;
  std::vector<Open> open_;
};

}  // namespace libparse::io
