// SPDX-License-Identifier: MIT
#include "planparse/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <utility>
#include <vector>

#include "common/input.hpp"
#include "libparse/digest.hpp"
#include "libparse/version.hpp"
#include "planparse/part_file.hpp"

namespace planparse {
namespace {

namespace fs = std::filesystem;

// Names and contents of all files of a folder of rules.
void describe_rules(const std::string& folder, std::ostream& out) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->is_regular_file(error)) files.push_back(entry->path().string());
  }
  std::sort(files.begin(), files.end());
  std::istringstream nothing;
  for (const std::string& file : files) {
    out << file.substr(folder.size()) << ' ' << libparse::sha256_hex(tools::read_input(file, nothing)) << '\n';
  }
}

}  // namespace

std::string fingerprint_of(const Options& options, OutputFormat format) {
  std::ostringstream text;
  text << libparse::version() << '\n' << static_cast<int>(format) << ' ' << options.explain << ' ' << options.year;
  text << ' ' << options.as_of << '\n' << options.batch.shard << '\n';
  if (format == OutputFormat::table) text << options.terminal.width << '\n';
  for (const libparse::TaskKind kind : options.kinds) text << static_cast<int>(kind) << ' ';
  const libparse::InputOptions& input = options.input.read;
  const libparse::Limits& limits = input.limits;
  text << '\n'
       << static_cast<int>(input.format) << ' ' << input.encoding << ' ' << options.input.via_libreoffice << '\n';
  for (const std::size_t limit : {limits.input_bytes, limits.expanded_bytes, limits.expansion_ratio,
                                  limits.archive_entries, limits.xml_depth, limits.pages}) {
    text << limit << ' ';
  }
  text << limits.time.count() << '\n';
  for (const std::string& folder : options.rules) describe_rules(folder, text);
  return libparse::sha256_hex(text.view());
}

Journal::Journal(std::string path, const std::string& fingerprint)
    : path_(std::move(path)),
      header_("{\"schema\":\"planparse.journal/1\",\"options\":\"" + fingerprint + "\"}\n"),
      file_(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (!file_.is_open()) fail_to_write(path_);
  is_locked_ = ::flock(file_.get(), LOCK_EX | LOCK_NB) == 0;
}

std::optional<ManifestEntry> Journal::next() {
  std::string line;
  if (!old_.is_open()) {
    old_.open(path_, std::ios::binary);
    if (!std::getline(old_, line) || old_.eof() || line + '\n' != header_) {
      old_.setstate(std::ios::failbit);
      return std::nullopt;
    }
    read_ = kept_ = header_.size();
  }
  if (!std::getline(old_, line) || old_.eof()) return std::nullopt;  // no line break: half a line
  read_ += line.size() + 1;
  return read_entry(line);
}

void Journal::begin() {
  old_.close();
  if (::ftruncate(file_.get(), static_cast<off_t>(kept_)) != 0) fail_to_write(path_);
  if (::lseek(file_.get(), 0, SEEK_END) < 0) fail_to_write(path_);
  if (kept_ == 0) append(header_);
}

void Journal::append(std::string_view line) { write_all(file_.get(), line, path_); }

void Journal::remove() { ::unlink(path_.c_str()); }

}  // namespace planparse
