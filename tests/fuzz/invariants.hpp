// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "input/source_text.hpp"
#include "libparse/error.hpp"
#include "zip_builder.hpp"

/// What every fuzz target asks of what it is given back.
namespace fuzz {

/// Ends the program with `what` on standard error where `holds` is false: the fuzzer then keeps the input.
void require(bool holds, std::string_view what, std::string_view detail = {});

/// Runs `read`. A libparse::Error is an answer and gives false; every other exception is a finding.
template <class Read>
bool accepts(Read&& read) {
  try {
    read();
    return true;
  } catch (const libparse::Error& error) {
    require(error.what()[0] != '\0', "an error says what is wrong");
    return false;
  }
}

/// Whether bytes are UTF-8 by RFC 3629, found without the library.
[[nodiscard]] bool is_utf8(std::string_view bytes);
/// Whether `at` is on a border of characters of valid UTF-8.
[[nodiscard]] bool is_border(std::string_view utf8, std::size_t at);

/// The document text is UTF-8; places, tables and cells are ranges in it, in order, on borders; cells lie in their
/// table.
void check_source(const libparse::input::SourceText& source);

/// Requires that no input takes more than a second. Units: processor time of the thread, so that a busy machine is no
/// finding.
class Stopwatch {
 public:
  Stopwatch() : begin_(now()) {}
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;
  ~Stopwatch() { require(now() - begin_ <= 1, "an input takes no more than a second"); }

 private:
  static double now();
  double begin_;
};

/// The input behind its first byte, which chooses what is tried: `first % choices`. Lives as long as the input is
/// tried.
struct Choice {
  Choice(const std::uint8_t* data, std::size_t size, std::size_t choices)
      : which(size == 0 ? 0 : data[0] % choices),
        rest(size == 0 ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1)) {}
  std::size_t which;
  std::string_view rest;
  Stopwatch stopwatch;
};

/// The parts of `text` between form feeds, which no XML may hold: exactly `count`, the last ones empty where missing.
[[nodiscard]] std::vector<std::string> split_parts(std::string_view text, std::size_t count);

/// An archive of stored parts: quick to make, and the fuzzer sees its bytes.
[[nodiscard]] std::string stored_zip(const tests::ZipParts& parts);

}  // namespace fuzz
