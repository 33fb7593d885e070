// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace libparse {

/// Why a job cannot be done at all. What is merely odd in a notice is a `Diagnostic` instead.
enum class ErrorCode {
  unreadable,  ///< the input cannot be opened or read
  encoding,    ///< the bytes are text in another encoding than UTF-8
  not_text,    ///< the bytes are no text
  damaged,     ///< a container (DOCX, PDF, OFD …) is broken
  limit,       ///< the input is larger than a limit allows; see input.hpp
  rules,       ///< a rule or lexicon file is broken
  format,      ///< a task list (JSON, YAML, NDJSON) cannot be read
  unwritable,  ///< the output cannot be written
};

/// The one exception type that leaves libparse.
///
/// `where` is `path`, `path:line` or `path:line:column` (from 1) where that is known, else empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string where = {})
      : std::runtime_error(message), code_(code), where_(std::move(where)) {}
  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const std::string& where() const noexcept { return where_; }

 private:
  ErrorCode code_;
  std::string where_;
};

}  // namespace libparse
