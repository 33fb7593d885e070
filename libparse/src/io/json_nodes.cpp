// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>

#include "io/node.hpp"

namespace libparse::io {
namespace {

using nlohmann::json;

// Tells how far the parser has read: nlohmann's events carry no positions.
class TrackingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackingIterator(const char* at, const char** latest) : at_(at), latest_(latest) {}
  reference operator*() const { return *at_; }
  TrackingIterator& operator++() {
    *latest_ = ++at_;
    return *this;
  }
  friend bool operator==(const TrackingIterator& a, const TrackingIterator& b) { return a.at_ == b.at_; }
  friend bool operator!=(const TrackingIterator& a, const TrackingIterator& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  const char** latest_;
};

class JsonEvents : public json::json_sax_t {
 public:
  JsonEvents(const InputFile& file, std::size_t begin) : file_(file), builder_(file), token_end_(begin) {
    latest_ = file.bytes.data() + begin;
  }

  bool null() override { return scalar(NodeKind::null, "null"); }
  bool boolean(bool value) override { return scalar(NodeKind::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return number(written); }
  bool string(string_t& value) override { return scalar(NodeKind::string, std::move(value)); }
  bool key(string_t& value) override { return scalar(NodeKind::string, std::move(value)); }
  bool binary(binary_t&) override { return false; }  // no JSON text has binary values
  bool start_object(std::size_t) override { return open(NodeKind::object); }
  bool start_array(std::size_t) override { return open(NodeKind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t, const std::string& token, const json::exception& error) override {
    std::string message = error.what();
    // `[json.exception…] parse error at line 1, column 2: syntax error …`: the place is told our way.
    message.erase(0, message.find("] ") + 2);
    const std::size_t detail = message.find(": syntax error");
    if (detail != std::string::npos) message.erase(0, detail + 2);
    shorten(message, token);
    file_.fail(std::max<std::size_t>(read(), 1) - 1, message);
  }

  const char** latest() { return &latest_; }
  [[nodiscard]] std::size_t read() const { return static_cast<std::size_t>(latest_ - file_.bytes.data()); }
  [[nodiscard]] std::size_t document_end() const { return token_end_; }
  [[nodiscard]] Node take() { return builder_.take(); }

 private:
  // The token may be a string of any length, and a broken file may be one string.
  static void shorten(std::string& message, const std::string& token) {
    constexpr std::size_t kShown = 60;
    const std::size_t at = message.find(token);
    if (token.size() <= kShown || at == std::string::npos) return;
    std::size_t cut = token.size() - kShown;
    while (cut > 0 && (static_cast<unsigned char>(token[cut]) & 0xC0U) == 0x80U) --cut;  // never half a character
    message.replace(at, cut, "…");
  }

  // Where the token of this event begins: behind the token before it and what may stand between two tokens.
  [[nodiscard]] std::size_t token_begin() const {
    std::size_t at = token_end_;
    while (at < file_.bytes.size() &&
           std::string_view(" \t\r\n,:\xEF\xBB\xBF").find(file_.bytes[at]) != std::string_view::npos)
      ++at;
    return at;
  }
  bool scalar(NodeKind kind, std::string text) {
    builder_.scalar(kind, std::move(text), token_begin());
    token_end_ = read();
    return true;
  }
  bool number(std::string text) {
    const std::size_t begin = token_begin();
    builder_.scalar(NodeKind::number, std::move(text), begin);
    // The end of a number shows only in the character behind it, which is read already.
    token_end_ = std::min(file_.bytes.find_first_not_of("+-.0123456789eE", begin), file_.bytes.size());
    return true;
  }
  bool open(NodeKind kind) {
    const std::size_t begin = token_begin();
    builder_.open(kind, begin);
    token_end_ = begin + 1;
    return true;
  }
  bool close() {
    builder_.close();
    token_end_ = read();
    return true;
  }

  const InputFile& file_;
  NodeBuilder builder_;
  std::size_t token_end_;
  const char* latest_ = nullptr;
};

}  // namespace

Node read_json_node(const InputFile& file, std::size_t& at) {
  JsonEvents events(file, at);
  const char* end = file.bytes.data() + file.bytes.size();
  json::sax_parse(TrackingIterator(file.bytes.data() + at, events.latest()), TrackingIterator(end, events.latest()),
                  &events, json::input_format_t::json, /*strict=*/false);
  at = events.document_end();
  return events.take();
}

}  // namespace libparse::io
