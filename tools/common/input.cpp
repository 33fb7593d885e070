// SPDX-License-Identifier: MIT
#include "common/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <istream>

#include "common/file_descriptor.hpp"
#include "libparse/error.hpp"

namespace tools {
namespace {

using libparse::Error;
using libparse::ErrorCode;

[[noreturn]] void fail(const std::string& path, const std::string& message) {
  throw Error(ErrorCode::unreadable, message, shown_name(path));
}

void check_size(std::size_t size, std::size_t max_bytes, const std::string& path) {
  if (size <= max_bytes) return;
  throw Error(ErrorCode::limit, "has more than " + std::to_string(max_bytes) + " bytes; --max-input-bytes allows more",
              shown_name(path));
}

std::string read_stream(std::istream& in, std::size_t max_bytes) {
  constexpr std::size_t kChunk = 1 << 16;
  std::string bytes;
  while (in) {
    const std::size_t size = bytes.size();
    bytes.resize(size + kChunk);
    in.read(bytes.data() + size, static_cast<std::streamsize>(kChunk));
    bytes.resize(size + static_cast<std::size_t>(in.gcount()));
    check_size(bytes.size(), max_bytes, "-");
  }
  if (in.bad()) fail("-", "cannot be read");
  return bytes;
}

std::string read_file(const std::string& path, std::size_t max_bytes) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) fail(path, std::string("cannot be opened: ") + std::strerror(errno));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail(path, std::strerror(errno));
  if (S_ISDIR(status.st_mode)) fail(path, "is a folder; name the files in it, as in " + path + "/*.txt");

  if (S_ISREG(status.st_mode)) check_size(static_cast<std::size_t>(status.st_size), max_bytes, path);
  // The size is a hint only: pipes and files under /proc say 0, and one byte more shows the end in one read.
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t size = 0;
  for (;;) {
    const ssize_t n = ::read(file.get(), bytes.data() + size, bytes.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(path, std::string("cannot be read: ") + std::strerror(errno));
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
    check_size(size, max_bytes, path);
    if (size == bytes.size()) bytes.resize(2 * size + 4096);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::string read_input(const std::string& path, std::istream& standard_input, std::size_t max_bytes) {
  return path == "-" ? read_stream(standard_input, max_bytes) : read_file(path, max_bytes);
}

std::string shown_name(const std::string& path) { return path == "-" ? "<stdin>" : path; }

}  // namespace tools
