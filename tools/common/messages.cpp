// SPDX-License-Identifier: MIT
#include "common/messages.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <vector>

#include "common/display_text.hpp"
#include "libparse/names.hpp"

namespace tools {
namespace {

// Index of the first code point of each line.
std::vector<std::size_t> find_line_starts(std::string_view text) {
  std::vector<std::size_t> starts = {0};
  std::size_t characters = 0;
  for (const char c : text) {
    characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (c == '\n') starts.push_back(characters);
  }
  return starts;
}

}  // namespace

void print_diagnostics(const libparse::Diagnostics& diagnostics, const std::string& path, std::string_view text,
                       std::ostream& err) {
  if (diagnostics.empty()) return;
  const std::vector<std::size_t> starts = find_line_starts(text);
  for (const libparse::Diagnostic& diagnostic : diagnostics) {
    err << printable(path);
    if (diagnostic.span) {
      const auto next = std::upper_bound(starts.begin(), starts.end(), diagnostic.span->begin);
      err << ':' << (next - starts.begin()) << ':' << (diagnostic.span->begin - *(next - 1) + 1);
    }
    err << ": " << libparse::name_of(diagnostic.severity) << ": " << printable(diagnostic.message) << " ["
        << diagnostic.code << "]\n";
  }
}

void print_error(const libparse::Error& error, const std::string& path, std::ostream& err) {
  err << printable(error.where().empty() ? path : error.where()) << ": error: " << printable(error.what()) << '\n';
}

}  // namespace tools
