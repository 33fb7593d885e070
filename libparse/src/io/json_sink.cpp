// SPDX-License-Identifier: MIT
#include "io/json_sink.hpp"

#include <array>
#include <cstdint>

namespace libparse::io {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t length = 0;  // bytes; 0 where the sequence is ill-formed
};

// The character at the front of `text`, which is not empty (Unicode 15, table 3-7).
Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead > 0xE0 && lead < 0xED && text.size() > 2 && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80) {
    return {static_cast<char32_t>((lead & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU)), 3};
  }
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : (lead & 0xF0) == 0xE0        ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || text.size() < length) return {};
  char32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = code << 6 | (byte(i) & 0x3FU);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (overlong || surrogate || code > 0x10FFFF) return {};
  return {code, length};
}

void append_escape(std::string& out, char32_t code) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (code) {
    case U'"':
      out += "\\\"";
      return;
    case U'\\':
      out += "\\\\";
      return;
    case U'\n':
      out += "\\n";
      return;
    case U'\r':
      out += "\\r";
      return;
    case U'\t':
      out += "\\t";
      return;
    default:
      break;
  }
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[code >> shift & 0x0FU];
}

constexpr bool needs_escape(char32_t code) {
  return code < 0x20 || code == U'"' || code == U'\\' || (code >= 0x7F && code <= 0x9F) || code == 0x2028 ||
         code == 0x2029 || code == 0xFEFF;
}

/// ASCII that stands for itself.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (char32_t c = 0; c < 0x80; ++c) plain[c] = !needs_escape(c);
  return plain;
}();

}  // namespace

std::size_t find_ill_formed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = first_character(text.substr(at)).length;
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;  // what stands before it is in `out`
  for (std::size_t at = 0; at < text.size();) {
    if (kPlain[static_cast<std::uint8_t>(text[at])]) {
      ++at;
      continue;
    }
    const Character c = first_character(text.substr(at));
    if (c.length != 0 && !needs_escape(c.code)) {
      at += c.length;
      continue;
    }
    out.append(text, copied, at - copied);
    if (c.length == 0)
      out += "\xEF\xBF\xBD";
    else
      append_escape(out, c.code);
    copied = at += c.length == 0 ? 1 : c.length;
  }
  out.append(text, copied);
  out += '"';
}

void JsonSink::begin_object(Layout layout) { open('{', layout == Layout::inlined); }

void JsonSink::begin_array() { open('[', false); }

void JsonSink::key(std::string_view name) {
  before_element();
  append_quoted(buffer_, name);
  buffer_ += pretty_ ? ": " : ":";
  after_key_ = true;
}

void JsonSink::string(std::string_view text) {
  before_value();
  append_quoted(buffer_, text);
}

void JsonSink::number(std::string_view digits) {
  before_value();
  buffer_ += digits;
}

void JsonSink::finish() {
  buffer_ += '\n';
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
}

void JsonSink::before_element() {
  if (open_.empty()) return;
  Open& parent = open_.back();
  if (!parent.empty) buffer_ += pretty_ && parent.inlined ? ", " : ",";
  if (pretty_ && !parent.inlined) new_line();
  parent.empty = false;
}

void JsonSink::before_value() {
  if (!after_key_) before_element();
  after_key_ = false;
}

void JsonSink::open(char bracket, bool inlined) {
  before_value();
  buffer_ += bracket;
  const bool within = !open_.empty() && open_.back().inlined;
  open_.push_back({inlined || within, true});
}

void JsonSink::close(char bracket) {
  const Open closed = open_.back();
  open_.pop_back();
  if (pretty_ && !closed.inlined && !closed.empty) new_line();
  buffer_ += bracket;
  if (buffer_.size() >= kFlushAt) {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
  }
}

void JsonSink::new_line() {
  buffer_ += '\n';
  buffer_.append(2 * open_.size(), ' ');
}

}  // namespace libparse::io
