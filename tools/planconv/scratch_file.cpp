// SPDX-License-Identifier: MIT
#include "planconv/scratch_file.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "libparse/error.hpp"

namespace planconv {

namespace {

std::string path_template() {
  std::error_code ignored;
  return (std::filesystem::temp_directory_path(ignored) / "planconv.XXXXXX").string();
}

}  // namespace

ScratchFile::ScratchFile() : path_(path_template()) {
  const int descriptor = ::mkstemp(path_.data());
  if (descriptor < 0) {
    throw libparse::Error(libparse::ErrorCode::unwritable,
                          std::string("no temporary file can be made: ") + std::strerror(errno), path_);
  }
  ::close(descriptor);
}

ScratchFile::~ScratchFile() { ::unlink(path_.c_str()); }

std::string ScratchFile::read() const {
  std::ifstream stream(path_, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace planconv
