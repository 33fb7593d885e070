// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "common/file_descriptor.hpp"

namespace tools {

/// A file that appears whole or not at all: the bytes are written beside the target, `commit` renames. A PendingFile
/// that is not committed leaves nothing behind and the target as it was.
///
/// The target keeps its permissions; a new one gets those of the umask. A symbolic link is followed. A target that is
/// no regular file (/dev/null, a pipe) is written in place by `commit`; its bytes are held until then.
/// Errors: throws libparse::Error{unwritable}.
class PendingFile {
 public:
  /// An empty file, to be appended to.
  explicit PendingFile(std::string path);
  /// A file that is complete on disk when this returns.
  PendingFile(std::string path, std::string_view bytes);
  PendingFile(PendingFile&& other) noexcept;
  PendingFile& operator=(PendingFile&&) = delete;
  ~PendingFile();
  void append(std::string_view bytes);
  void commit();

 private:
  void open_beside();
  void close();

  std::string path_;       // as given: what messages show
  std::string target_;     // behind symbolic links
  std::string temporary_;  // empty once committed
  FileDescriptor file_;    // closed when all bytes are there
  std::string in_place_;   // the bytes for a target that is no regular file
};

/// Writes and flushes. False where the reader of a pipe is gone: the caller ends quietly.
/// Errors: throws libparse::Error{unwritable} where the output takes no more for another reason.
bool write_stream(std::ostream& out, std::string_view bytes);

}  // namespace tools
