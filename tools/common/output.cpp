// SPDX-License-Identifier: MIT
#include "common/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <ostream>
#include <utility>

#include "libparse/error.hpp"

namespace tools {
namespace {

namespace fs = std::filesystem;
using libparse::Error;
using libparse::ErrorCode;

[[noreturn]] void fail(const std::string& path, int error) {
  throw Error(ErrorCode::unwritable, std::string("cannot be written: ") + std::strerror(error), path);
}

void write_all(const std::string& path, int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

mode_t new_file_mode() {
  const mode_t mask = ::umask(0);  // the only way to ask for it
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

PendingFile::PendingFile(std::string path) : path_(std::move(path)), file_(-1) {
  std::error_code ignored;
  const fs::path real = fs::weakly_canonical(path_, ignored);
  target_ = real.empty() ? path_ : real.string();
  const fs::file_status status = fs::status(target_, ignored);
  if (fs::is_directory(status)) fail(path_, EISDIR);
  if (!fs::exists(status) || fs::is_regular_file(status)) open_beside();
}

// From here on the destructor runs, whatever is thrown.
PendingFile::PendingFile(std::string path, std::string_view bytes) : PendingFile(std::move(path)) {
  append(bytes);
  close();
}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      file_(std::move(other.file_)),
      in_place_(std::move(other.in_place_)) {}

PendingFile::~PendingFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void PendingFile::open_beside() {
  const fs::path target(target_);
  std::string name = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  file_ = FileDescriptor(::mkostemp(name.data(), O_CLOEXEC));
  if (!file_.is_open()) fail(path_, errno);
  temporary_ = name;

  struct stat old {};
  const bool replaces = ::stat(target_.c_str(), &old) == 0;
  // Only root may keep a foreign owner; for others the file becomes theirs, as with a copy.
  if (replaces && ::fchown(file_.get(), old.st_uid, old.st_gid) != 0) errno = 0;
  if (::fchmod(file_.get(), replaces ? old.st_mode & 07777U : new_file_mode()) != 0) {
    const int error = errno;
    ::unlink(temporary_.c_str());  // no destructor runs for an object that was never finished
    fail(path_, error);
  }
}

void PendingFile::append(std::string_view bytes) {
  if (temporary_.empty()) {
    in_place_ += bytes;
  } else {
    write_all(path_, file_.get(), bytes);
  }
}

void PendingFile::close() {
  if (!file_.close()) fail(path_, errno);
}

void PendingFile::commit() {
  if (temporary_.empty()) {
    const FileDescriptor file(::open(target_.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.is_open()) fail(path_, errno);
    write_all(path_, file.get(), in_place_);
  } else {
    close();
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(path_, errno);
    temporary_.clear();
  }
}

bool write_stream(std::ostream& out, std::string_view bytes) {
  errno = 0;
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
  if (out) return true;
  if (errno == EPIPE) return false;
  throw Error(ErrorCode::unwritable,
              std::string("cannot be written: ") + (errno != 0 ? std::strerror(errno) : "closed"), "<stdout>");
}

}  // namespace tools
