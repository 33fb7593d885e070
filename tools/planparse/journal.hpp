// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "common/file_descriptor.hpp"
#include "planparse/manifest.hpp"
#include "planparse/options.hpp"

namespace planparse {

/// SHA-256 of all that the output of one notice depends on beside the notice: version, format, options, own rules.
///
/// Errors: throws libparse::Error{unreadable} where a file of own rules cannot be read.
[[nodiscard]] std::string fingerprint_of(const Options& options, OutputFormat format);

/// What a run has finished so far, in its order: a file beside the output with one manifest entry a line, behind a
/// first line that holds the fingerprint of the options. A run that was stopped leaves it, and half a line at its end
/// counts for nothing. It is locked, so that no two runs write into one.
///
/// Use:    next() and accept() as long as the entries still stand; then begin(), append(); remove() at the end.
/// Errors: throws libparse::Error{unwritable}.
class Journal {
 public:
  Journal(std::string path, const std::string& fingerprint);

  /// False where another run has it.
  [[nodiscard]] bool is_locked() const { return is_locked_; }
  /// The next entry of an earlier run with the same options.
  [[nodiscard]] std::optional<ManifestEntry> next();
  /// The entry that next() gave stays.
  void accept() { kept_ = read_; }
  /// Forgets what was not accepted.
  void begin();
  void append(std::string_view line);
  void remove();

 private:
  std::string path_;
  std::string header_;
  tools::FileDescriptor file_;
  bool is_locked_ = false;
  std::ifstream old_;
  std::uint64_t read_ = 0;  // bytes of whole lines read
  std::uint64_t kept_ = 0;  // bytes of lines that stay
};

}  // namespace planparse
