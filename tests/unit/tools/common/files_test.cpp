// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sstream>

#include "common/input.hpp"
#include "common/output.hpp"
#include "libparse/error.hpp"
#include "temporary_folder.hpp"

using libparse::Error;
using libparse::ErrorCode;

namespace {

mode_t mode_of(const std::string& path) {
  struct stat status {};
  CHECK(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

}  // namespace

TEST_CASE("an input is read whole, whatever bytes it has") {
  const tests::TemporaryFolder folder;
  std::string bytes(100000, 'x');
  bytes[5] = '\0';
  std::istringstream none;
  CHECK(tools::read_input(folder.write("a", bytes), none) == bytes);
  CHECK(tools::read_input(folder.write("empty", ""), none).empty());
  std::istringstream stream(bytes);
  CHECK(tools::read_input("-", stream) == bytes);
  CHECK_FALSE(tools::read_input("/proc/self/status", none).empty());  // says that its size is 0
}

TEST_CASE("an input that cannot be read says why") {
  const tests::TemporaryFolder folder;
  std::istringstream none;
  const auto failure = [&](const std::string& path) {
    try {
      tools::read_input(path, none);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::unreadable);
      CHECK(error.where() == path);
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(failure(folder.file("missing")).find("No such file") != std::string::npos);
  CHECK(failure(folder.path().string()).find("is a folder") != std::string::npos);
}

TEST_CASE("a pending file appears when it is committed and leaves nothing when it is not") {
  const tests::TemporaryFolder folder;
  folder.write("a", "old");
  {
    tools::PendingFile file(folder.file("a"), "new");
    CHECK(folder.read("a") == "old");
    CHECK(folder.count() == 2);
  }
  CHECK(folder.count() == 1);
  CHECK(folder.read("a") == "old");
  tools::PendingFile file(folder.file("a"), "new");
  file.commit();
  CHECK(folder.read("a") == "new");
  CHECK(folder.count() == 1);
}

TEST_CASE("a replaced file keeps its permissions and a new one follows the umask") {
  const tests::TemporaryFolder folder;
  REQUIRE(::chmod(folder.write("a", "old").c_str(), 0640) == 0);
  tools::PendingFile(folder.file("a"), "new").commit();
  CHECK(mode_of(folder.file("a")) == 0640);
  const mode_t old = ::umask(027);
  tools::PendingFile(folder.file("b"), "new").commit();
  ::umask(old);
  CHECK(mode_of(folder.file("b")) == 0640);
}

TEST_CASE("a symbolic link stays and its target is replaced") {
  const tests::TemporaryFolder folder;
  folder.write("real", "old");
  std::filesystem::create_symlink("real", folder.file("link"));
  tools::PendingFile(folder.file("link"), "new").commit();
  CHECK(std::filesystem::is_symlink(folder.file("link")));
  CHECK(folder.read("real") == "new");
}

TEST_CASE("a device is written in place and stays a device") {
  tools::PendingFile("/dev/null", "gone").commit();
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("an output that cannot be written throws and leaves nothing") {
  const tests::TemporaryFolder folder;
  CHECK_THROWS_AS(tools::PendingFile(folder.file("missing/a"), "x"), Error);
  CHECK_THROWS_AS(tools::PendingFile(folder.path().string(), "x"), Error);
  CHECK_THROWS_AS(tools::PendingFile("/dev/full", "x").commit(), Error);
  CHECK(folder.count() == 0);
}

TEST_CASE("a stream that takes no more throws") {
  std::ostringstream out;
  CHECK(tools::write_stream(out, "data"));
  CHECK(out.str() == "data");
  std::ofstream full("/dev/full");
  CHECK_THROWS_AS(tools::write_stream(full, "data"), Error);
}
