// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/span.hpp"

/// Whether a document has the words that a task list quotes.
namespace plancheck {

/// A document text that is addressed in code points.
class QuotedText {
 public:
  /// \param utf8  valid UTF-8 that outlives this object
  explicit QuotedText(std::string_view utf8);
  /// The characters of a span; what lies behind the end is left out.
  [[nodiscard]] std::string_view slice(libparse::Span span) const;

 private:
  static constexpr std::size_t kStep = 64;
  [[nodiscard]] std::size_t byte_of(std::size_t character) const;

  std::string_view utf8_;
  std::vector<std::size_t> marks_;  // byte offset of every kStep-th character
};

/// What may be left out between the first and the last character of a quote.
enum class Gaps : std::uint8_t {
  layout,   ///< white space, control and zero-width characters, Markdown's `*`, and lines that hold a page number
  clauses,  ///< these, and any stretch where the quote has a line break: a body without its responsibility slots
};

/// True where `slice` begins and ends with `quote` and has all of it in order, character by character (full-width and
/// half-width forms differ: quotes are verbatim).
[[nodiscard]] bool is_quote(std::string_view quote, std::string_view slice, Gaps gaps);

/// True where `slice` is a reference to a document: 《title》（number）, either of them and any of the brackets left
/// out.
[[nodiscard]] bool is_reference(std::string_view title, std::string_view number, std::string_view slice);

}  // namespace plancheck
