// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "planparse/manifest.hpp"
#include "planparse/options.hpp"

namespace planparse {

/// Where the records of a run go, one after the other.
///
/// Errors: throws libparse::Error{unwritable}.
class RecordOutput {
 public:
  RecordOutput() = default;
  RecordOutput(const RecordOutput&) = delete;
  RecordOutput& operator=(const RecordOutput&) = delete;
  virtual ~RecordOutput() = default;

  /// Where the journal of the run lies; empty: the output cannot be gone on with.
  [[nodiscard]] virtual std::string journal_path() const { return {}; }
  /// True where the record of an earlier run that `entry` tells of is here as it was written.
  [[nodiscard]] virtual bool has(const ManifestEntry& /*entry*/, const std::string& /*place*/) { return false; }
  /// Called once, when no more records of an earlier run are kept.
  virtual void begin() {}
  /// Writes a record and says in `entry` where it is. An empty one is none. False where nobody reads on.
  virtual bool write(std::string_view record, const std::string& place, ManifestEntry& entry) = 0;
  /// The output gets its name; all of it is on disk when this returns.
  virtual void commit() {}
};

/// `out`, or what --output names.
[[nodiscard]] std::unique_ptr<RecordOutput> make_stream_output(const Options& options, std::ostream& out);

/// One file per notice below --out-dir.
/// \param run  tells apart runs into one folder: the journal has it in its name
[[nodiscard]] std::unique_ptr<RecordOutput> make_tree_output(const Options& options, OutputFormat format,
                                                             const std::string& run);

}  // namespace planparse
