// SPDX-License-Identifier: MIT
#include "planconv/spool.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "libparse/error.hpp"

namespace planconv {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 18;

std::filesystem::path find_folder() {
  std::error_code ignored;
  return std::filesystem::temp_directory_path(ignored);
}

[[noreturn]] void fail() {
  throw libparse::Error(libparse::ErrorCode::unwritable,
                        std::string("no temporary file can be used here: ") + std::strerror(errno),
                        find_folder().string());
}

}  // namespace

Spool::Spool() : file_(-1) {
  std::string name = (find_folder() / "planconv.XXXXXX").string();
  file_ = tools::FileDescriptor(::mkostemp(name.data(), O_CLOEXEC));
  if (!file_.is_open()) fail();
  ::unlink(name.c_str());
}

void Spool::append(std::string_view bytes) {
  buffer_ += bytes;
  size_ += bytes.size();
  if (buffer_.size() >= kBuffer) flush();
}

void Spool::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(file_.get(), rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail();
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

std::string Spool::read(std::uint64_t begin, std::uint64_t size) const {
  std::string bytes(size, '\0');
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t got =
        ::pread(file_.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(begin + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail();
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace planconv
