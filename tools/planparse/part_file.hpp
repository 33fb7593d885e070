// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/file_descriptor.hpp"

namespace planparse {

/// Throws libparse::Error{unwritable} that says of `path` what errno says.
[[noreturn]] void fail_to_write(const std::string& path);

/// All of `bytes` into an open file. Errors: as fail_to_write.
void write_all(int descriptor, std::string_view bytes, const std::string& path);

/// A file that is written as `.NAME.part` beside its name and renamed when it is complete. Unlike a tools::PendingFile
/// it stays when the program is killed, under a name that the next run finds. A target that is no regular file
/// (/dev/null, a pipe) is written in place.
///
/// Errors: throws libparse::Error{unwritable}.
class PartFile {
 public:
  /// What an earlier run wrote stays until begin().
  explicit PartFile(std::string path);

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Where the file is before commit(); empty where it is written in place.
  [[nodiscard]] const std::string& part() const { return part_; }
  /// How many bytes there are by now.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// True, and `size` bytes more are there, where the next bytes of the earlier run have this SHA-256.
  [[nodiscard]] bool keep(std::uint64_t size, const std::string& sha256);
  /// Forgets what was not kept.
  void begin();
  void append(std::string_view bytes);
  /// The file is on disk and has its name when this returns.
  void commit();

 private:
  std::string path_;              // as given: what messages show
  std::filesystem::path target_;  // behind symbolic links
  std::string part_;
  tools::FileDescriptor file_{-1};
  std::uint64_t size_ = 0;
};

}  // namespace planparse
