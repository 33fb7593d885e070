// SPDX-License-Identifier: MIT
#include "common/libreoffice.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>
#include <vector>

#include "common/input.hpp"
#include "libparse/error.hpp"

extern char** environ;

namespace tools {
namespace {

namespace fs = std::filesystem;
using libparse::Error;
using libparse::ErrorCode;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLookAgain{20};
constexpr std::size_t kShownOutput = 200;  // bytes of the last line LibreOffice prints that a message repeats

[[noreturn]] void fail(const std::string& message) { throw Error(ErrorCode::unreadable, message); }

/// A folder only its owner can enter, removed with all it holds.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "planparse-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) fail(std::string("no temporary folder: ") + std::strerror(errno));
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string operator/(std::string_view name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

/// A program in a process group of its own, which is ended with it.
class Process {
 public:
  Process(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
          const std::string& output) {
    const auto pointers = [](const std::vector<std::string>& from) {
      std::vector<char*> out;
      for (const std::string& one : from) out.push_back(const_cast<char*>(one.c_str()));  // posix_spawn does not write
      out.push_back(nullptr);
      return out;
    };
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes, 0);
    sigset_t defaults;  // this program ignores SIGPIPE, and others should not inherit that
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    error_ = posix_spawnp(&id_, arguments.front().c_str(), &files, &attributes, pointers(arguments).data(),
                          pointers(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (error_ != 0) id_ = 0;
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() { end(); }

  [[nodiscard]] int error() const { return error_; }
  /// False where the time was over first.
  [[nodiscard]] bool wait(std::chrono::milliseconds time) {
    const auto end_of_time = Clock::now() + time;
    for (;;) {
      const pid_t done = ::waitpid(id_, &status_, WNOHANG);
      if (done != 0 && !(done < 0 && errno == EINTR)) {
        finished_ = true;
        return true;
      }
      if (time.count() > 0 && Clock::now() >= end_of_time) return false;
      std::this_thread::sleep_for(kLookAgain);
    }
  }

 private:
  void end() {
    if (id_ <= 0) return;
    ::kill(-id_, SIGKILL);  // what it started may outlive it
    if (!finished_) ::waitpid(id_, &status_, 0);
    id_ = 0;
  }

  pid_t id_ = 0;
  int error_ = 0;
  int status_ = 0;
  bool finished_ = false;
};

/// The user's environment, without a display and with another home.
std::vector<std::string> environment_in(const std::string& home) {
  std::vector<std::string> out{"HOME=" + home};
  for (char** one = environ; *one != nullptr; ++one) {
    const std::string_view variable = *one;
    bool is_left_out = false;
    for (const std::string_view name :
         {"HOME=", "DISPLAY=", "WAYLAND_DISPLAY=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME="}) {
      is_left_out = is_left_out || variable.starts_with(name);
    }
    if (!is_left_out) out.emplace_back(variable);
  }
  return out;
}

/// The last line that the program printed.
std::string last_words(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string last;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) last = line.substr(0, kShownOutput);
  }
  return last;
}

}  // namespace

std::string convert_by_libreoffice(std::string_view bytes, const libparse::DetectedFormat& found,
                                   std::chrono::milliseconds time, std::size_t max_bytes) {
  const TemporaryFolder folder;
  const std::string input = folder / ("input" + std::string(found.extension));
  {
    std::ofstream file(input, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) fail("no room for a temporary copy of " + std::string(found.name));
  }
  const std::string target(found.converts_to);
  const std::string output = folder / "output.log";
  Process office(
      {"soffice", "-env:UserInstallation=file://" + (folder / "profile"), "--headless", "--norestore", "--nologo",
       "--nodefault", "--nolockcheck", "--convert-to", target, "--outdir", folder / "out", input},
      environment_in(folder / "home"), output);
  if (office.error() == ENOENT) {
    fail("this is " + std::string(found.name) +
         " and LibreOffice is not installed (no soffice on the PATH); install it, on Debian: apt-get install "
         "libreoffice-writer-nogui libreoffice-calc-nogui");
  }
  if (office.error() != 0) fail(std::string("soffice cannot be started: ") + std::strerror(office.error()));
  if (!office.wait(time)) {
    throw Error(ErrorCode::limit, "LibreOffice took more than " + std::to_string(time.count()) +
                                      " ms to convert the file; --time-limit allows more");
  }
  const std::string result = folder / ("out/input." + target);
  std::error_code error;
  if (!fs::is_regular_file(result, error)) {
    const std::string said = last_words(output);
    fail("LibreOffice made nothing of " + std::string(found.name) + (said.empty() ? std::string{} : ": " + said));
  }
  std::istringstream no_input;
  return read_input(result, no_input, max_bytes);
}

}  // namespace tools
