// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/file_descriptor.hpp"

namespace planconv {

/// Bytes kept on disk, so that memory does not grow with them: first appended, then read back in pieces.
///
/// The file is in the folder for temporary files ($TMPDIR, else /tmp) and has no name, so that nothing is left behind
/// however the program ends.
/// Errors: throws libparse::Error{unwritable}, as where the disk is full.
class Spool {
 public:
  Spool();

  void append(std::string_view bytes);
  /// All that was appended is read from here on.
  void flush();
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] std::string read(std::uint64_t begin, std::uint64_t size) const;

 private:
  tools::FileDescriptor file_;
  std::string buffer_;
  std::uint64_t size_ = 0;
};

}  // namespace planconv
