// SPDX-License-Identifier: MIT
#include "planparse/record_output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <sstream>

#include "common/file_descriptor.hpp"
#include "common/input.hpp"
#include "common/options.hpp"
#include "common/output.hpp"
#include "libparse/digest.hpp"
#include "libparse/error.hpp"
#include "planparse/json_text.hpp"
#include "planparse/part_file.hpp"

namespace planparse {
namespace {

namespace fs = std::filesystem;
using tools::FileDescriptor;

/// Standard output.
class StreamOutput : public RecordOutput {
 public:
  explicit StreamOutput(std::ostream& out) : out_(out) {}

  bool write(std::string_view record, const std::string& /*place*/, ManifestEntry& entry) override {
    if (record.empty()) return true;
    entry.offset = size_;
    size_ += record.size();
    return tools::write_stream(out_, record);
  }

 private:
  std::ostream& out_;
  std::uint64_t size_ = 0;
};

/// One file.
class FileOutput : public RecordOutput {
 public:
  explicit FileOutput(const std::string& path) : file_(path) {}

  [[nodiscard]] std::string journal_path() const override {
    return file_.part().empty() ? std::string() : file_.part() + ".journal";
  }
  [[nodiscard]] bool has(const ManifestEntry& entry, const std::string& /*place*/) override {
    return entry.offset && *entry.offset == file_.size() && file_.keep(entry.output_bytes, entry.output_sha256);
  }
  void begin() override { file_.begin(); }
  bool write(std::string_view record, const std::string& /*place*/, ManifestEntry& entry) override {
    if (record.empty()) return true;
    entry.offset = file_.size();
    entry.output = file_.path();
    file_.append(record);
    return true;
  }
  void commit() override { file_.commit(); }

 private:
  PartFile file_;
};

/// A file for each notice. Each is whole when it has its name; the disk is asked once, at the end, to have them all:
/// until then the journal's checksums tell what a power cut has eaten.
class TreeOutput : public RecordOutput {
 public:
  TreeOutput(const std::string& folder, std::string ending, const std::string& run)
      : folder_(folder), ending_(std::move(ending)), journal_((fs::path(folder) / (".planparse-" + run)).string()) {
    make_folder(folder_);
  }

  [[nodiscard]] std::string journal_path() const override { return journal_; }

  [[nodiscard]] bool has(const ManifestEntry& entry, const std::string& place) override {
    const std::string path = path_of(place).string();
    if (json_string(entry.output) != json_string(path)) return false;
    try {
      std::istringstream nothing;
      const std::string bytes = tools::read_input(path, nothing);
      return bytes.size() == entry.output_bytes && libparse::sha256_hex(bytes) == entry.output_sha256;
    } catch (const libparse::Error&) {
      return false;
    }
  }

  bool write(std::string_view record, const std::string& place, ManifestEntry& entry) override {
    const fs::path path = path_of(place);
    if (record.empty()) {
      // What an earlier run made of another state of the notice would pass for this one's.
      if (!place.empty()) ::unlink(path.c_str());
      return true;
    }
    entry.output = path.string();
    const fs::path above = path.parent_path();
    if (above != last_folder_) make_folder(above);
    last_folder_ = above;
    const std::string part = (above / ("." + path.filename().string() + ".part")).string();
    FileDescriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!file.is_open()) fail_to_write(entry.output);
    write_all(file.get(), record, entry.output);
    if (!file.close() || std::rename(part.c_str(), path.c_str()) != 0) {
      const int error = errno;
      ::unlink(part.c_str());
      errno = error;
      fail_to_write(entry.output);
    }
    return true;
  }

  void commit() override {
    const FileDescriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.is_open() || ::syncfs(folder.get()) != 0) fail_to_write(folder_.string());
  }

 private:
  [[nodiscard]] fs::path path_of(const std::string& place) const { return folder_ / (place + ending_); }

  static void make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && fs::is_directory(folder, error)) return;
    errno = error ? error.value() : ENOTDIR;
    fail_to_write(folder.string());
  }

  fs::path folder_;
  std::string ending_;
  std::string journal_;
  fs::path last_folder_;
};

}  // namespace

std::unique_ptr<RecordOutput> make_stream_output(const Options& options, std::ostream& out) {
  if (!tools::writes_file(options.output)) return std::make_unique<StreamOutput>(out);
  return std::make_unique<FileOutput>(options.output);
}

std::unique_ptr<RecordOutput> make_tree_output(const Options& options, OutputFormat format, const std::string& run) {
  const std::string ending =
      format == OutputFormat::table ? "txt" : std::string(kFormatNames[static_cast<int>(format)]);
  return std::make_unique<TreeOutput>(options.batch.out_dir, "." + ending, run);
}

}  // namespace planparse
