// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace planconv {

/// An empty file of our own in the folder for temporary files ($TMPDIR, else /tmp) that is gone with the object.
///
/// Errors: throws libparse::Error{unwritable}.
class ScratchFile {
 public:
  ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile();

  [[nodiscard]] const std::string& path() const { return path_; }
  /// All bytes of the file.
  [[nodiscard]] std::string read() const;

 private:
  std::string path_;
};

}  // namespace planconv
