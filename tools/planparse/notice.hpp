// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "libparse/parse.hpp"
#include "libparse/rule_pack.hpp"
#include "planparse/options.hpp"

namespace planparse {

/// Why a notice has no task list, as an error record and a manifest say it.
struct Failure {
  std::string code;  ///< word of a libparse::ErrorCode, or `internal` for a mistake in the program
  std::string message;
  std::string where;  ///< empty where the name of the notice says it all
};

/// What became of one notice.
struct Outcome {
  std::string path;
  std::string sha256;  ///< of the input; empty where it could not be read
  std::size_t bytes = 0;
  std::string rendered;  ///< the task list in the format asked for, without what stands between two lists
  std::string messages;  ///< for standard error: diagnostics, or the error
  std::string text;      ///< the document text, where it was asked for
  std::size_t sections = 0;
  std::size_t tasks = 0;
  std::size_t diagnostics = 0;  ///< warnings and errors
  std::optional<Failure> failure;
};

/// The format that `options` ask for where it is `automatic`. \param otherwise  where nothing speaks for another one
[[nodiscard]] OutputFormat choose_format(const Options& options, OutputFormat otherwise);

/// What stands between two task lists of one stream.
[[nodiscard]] std::string_view separator_of(OutputFormat format);

/// Reads notices one by one and writes their task lists. Thread-safe.
class NoticeReader {
 public:
  /// Both must outlive the reader.
  NoticeReader(const Options& options, OutputFormat format, const libparse::RulePack& rules)
      : options_(options), format_(format), rules_(rules) {}

  /// The file `path`, or `standard_input` where it is `-`. An error of the notice is a failure in the outcome.
  [[nodiscard]] Outcome read(const std::string& path, std::istream& standard_input) const;
  /// The same for bytes at hand. \param path  what the task list calls the notice
  [[nodiscard]] Outcome read_bytes(const std::string& path, std::string bytes) const;

 private:
  void read_into(Outcome& outcome, std::string bytes) const;
  [[nodiscard]] std::string render(const libparse::ParseResult& result) const;

  const Options& options_;
  OutputFormat format_;
  const libparse::RulePack& rules_;
};

}  // namespace planparse
