// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "io/write_visitor.hpp"

namespace libparse::io {

/// Appends `text` as a JSON string with its quotes: also a valid double-quoted YAML scalar.
///
/// Escaped are quotes, backslashes, the controls U+0000–U+001F and U+007F–U+009F, the line separators U+0085, U+2028
/// and U+2029, and U+FEFF: what YAML or a reader that works line by line could stumble over. Each byte that belongs to
/// no well-formed UTF-8 sequence becomes U+FFFD.
void append_quoted(std::string& out, std::string_view text);

/// Where the first ill-formed UTF-8 sequence of `text` begins; npos where all is well-formed.
[[nodiscard]] std::size_t find_ill_formed(std::string_view text);

/// Streams JSON. Nothing is kept of what was written but the open brackets.
class JsonSink {
 public:
  JsonSink(std::ostream& out, bool pretty) : out_(out), pretty_(pretty) { buffer_.reserve(kFlushAt + 4096); }
  JsonSink(const JsonSink&) = delete;
  JsonSink& operator=(const JsonSink&) = delete;

  void begin_object(Layout layout);
  void end_object() { close('}'); }
  void begin_array();
  void end_array() { close(']'); }
  void key(std::string_view name);
  void string(std::string_view text);
  void number(std::string_view digits);
  void boolean(bool value) { number(value ? "true" : "false"); }
  /// Ends the document with a newline. Must be called last.
  void finish();

 private:
  static constexpr std::size_t kFlushAt = 1 << 16;
  struct Open {
    bool inlined = false;
    bool empty = true;
  };

  void before_element();
  void before_value();
  void open(char bracket, bool inlined);
  void close(char bracket);
  void new_line();

  std::ostream& out_;
  bool pretty_;
  std::string buffer_;
  std::vector<Open> open_;
  bool after_key_ = false;
};

}  // namespace libparse::io
