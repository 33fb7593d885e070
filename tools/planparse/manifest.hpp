// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "planparse/notice.hpp"

namespace planparse {

/// What a run says of one notice: a line of --manifest, and of the journal that a later run goes on from.
/// schemas/manifest-entry.schema.json is the normative form.
struct ManifestEntry {
  std::string path;
  std::string sha256;  ///< of the input; empty where it could not be read
  std::uint64_t bytes = 0;
  std::optional<Failure> failure;
  std::string output;                   ///< file that holds the record; empty: standard output
  std::optional<std::uint64_t> offset;  ///< where the record begins in a stream; none: a file of its own
  std::uint64_t output_bytes = 0;
  std::string output_sha256;  ///< of the record; empty: there is none
  std::uint64_t sections = 0;
  std::uint64_t tasks = 0;
  std::uint64_t diagnostics = 0;
};

/// One line of JSON with its line break.
[[nodiscard]] std::string write_entry(const ManifestEntry& entry);

/// What write_entry wrote; empty where `line` is nothing of that kind, such as half a line.
[[nodiscard]] std::optional<ManifestEntry> read_entry(std::string_view line);

/// The line that stands for a notice without a task list in an NDJSON stream; schemas/error-record.schema.json.
[[nodiscard]] std::string write_error_record(const std::string& path, const Failure& failure);

/// `{"code":…,"message":…,"where":…}`.
[[nodiscard]] std::string write_failure(const Failure& failure);

}  // namespace planparse
