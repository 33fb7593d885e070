// SPDX-License-Identifier: MIT
#include "planparse/part_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "libparse/digest.hpp"
#include "libparse/error.hpp"

namespace planparse {

namespace fs = std::filesystem;

void fail_to_write(const std::string& path) {
  throw libparse::Error(libparse::ErrorCode::unwritable, std::string("cannot be written: ") + std::strerror(errno),
                        path);
}

void write_all(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail_to_write(path);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

PartFile::PartFile(std::string path) : path_(std::move(path)) {
  std::error_code ignored;
  const fs::path real = fs::weakly_canonical(path_, ignored);
  target_ = real.empty() ? fs::path(path_) : real;
  const fs::file_status status = fs::status(target_, ignored);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    file_ = tools::FileDescriptor(::open(target_.c_str(), O_WRONLY | O_CLOEXEC));
  } else {
    part_ = (target_.parent_path() / ("." + target_.filename().string() + ".part")).string();
    file_ = tools::FileDescriptor(::open(part_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  }
  if (!file_.is_open()) fail_to_write(path_);
}

bool PartFile::keep(std::uint64_t size, const std::string& sha256) {
  struct stat status {};
  if (part_.empty() || ::fstat(file_.get(), &status) != 0) return false;
  if (static_cast<std::uint64_t>(status.st_size) < size_ || static_cast<std::uint64_t>(status.st_size) - size_ < size) {
    return false;
  }
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = ::pread(file_.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(size_ + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    done += static_cast<std::size_t>(n);
  }
  if (libparse::sha256_hex(bytes) != sha256) return false;
  size_ += size;
  return true;
}

void PartFile::begin() {
  if (part_.empty()) return;
  if (::ftruncate(file_.get(), static_cast<off_t>(size_)) != 0) fail_to_write(path_);
  if (::lseek(file_.get(), 0, SEEK_END) < 0) fail_to_write(path_);
}

void PartFile::append(std::string_view bytes) {
  write_all(file_.get(), bytes, path_);
  size_ += bytes.size();
}

void PartFile::commit() {
  if (part_.empty()) return;
  struct stat old {};
  if (::stat(target_.c_str(), &old) == 0) {
    // Only root may keep a foreign owner; for others the file becomes theirs, as with a copy.
    if (::fchown(file_.get(), old.st_uid, old.st_gid) != 0) errno = 0;
    if (::fchmod(file_.get(), old.st_mode & 07777U) != 0) fail_to_write(path_);
  }
  if (::fsync(file_.get()) != 0 || !file_.close()) fail_to_write(path_);
  if (std::rename(part_.c_str(), target_.c_str()) != 0) fail_to_write(path_);
  const fs::path above = target_.parent_path();
  const tools::FileDescriptor folder(::open(above.empty() ? "." : above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.is_open() && ::fsync(folder.get()) != 0) errno = 0;  // not every file system can
}

}  // namespace planparse
