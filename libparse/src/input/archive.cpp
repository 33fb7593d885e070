// SPDX-License-Identifier: MIT
#include "input/archive.hpp"

#include <zip.h>

#include <algorithm>

#include "input/archive_directory.hpp"

namespace libparse::input {

namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;

Error damaged(const std::string& what) { return Error(ErrorCode::damaged, "the archive is damaged: " + what); }

std::string lower_case(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

zip* open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    const Error reason = damaged(zip_error_strerror(&error));
    zip_error_fini(&error);
    throw reason;
  }
  zip_error_fini(&error);
  return archive;
}

}  // namespace

void Archive::Closer::operator()(zip* archive) const noexcept { zip_discard(archive); }

Archive::Archive(std::string_view bytes, const Limits& limits) : limits_(limits), deadline_(limits.time) {
  const std::vector<DirectoryEntry> entries = read_directory(bytes, limits);
  zip_.reset(open(bytes));
  // libzip reads the directory a second time. Where it sees another archive than the one that was checked, the
  // checks are worth nothing.
  if (zip_get_num_entries(zip_.get(), 0) != static_cast<zip_int64_t>(entries.size())) {
    throw damaged("it has two central directories");
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const DirectoryEntry& entry = entries[i];
    const char* name = zip_get_name(zip_.get(), i, ZIP_FL_ENC_RAW);
    if (name == nullptr || entry.name != name) throw damaged("it has two central directories");
    if (entry.name.ends_with('/')) continue;
    names_.push_back(entry.name);
    const Part part{i, entry.compressed, entry.expanded};
    parts_.emplace(entry.name, part);
    folded_.emplace(lower_case(entry.name), part);
  }
}

Archive::~Archive() = default;

const Archive::Part* Archive::find(std::string_view name) const {
  if (const auto exact = parts_.find(name); exact != parts_.end()) return &exact->second;
  const auto folded = folded_.find(lower_case(name));
  return folded == folded_.end() ? nullptr : &folded->second;
}

std::string Archive::read(std::string_view name) {
  const std::string shown = "part '" + std::string(name.substr(0, 80)) + "'";
  const Part* part = find(name);
  if (part == nullptr) throw damaged(shown + " is missing");
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(zip_.get(), part->index, 0), zip_fclose);
  if (file == nullptr) throw damaged(shown + ": " + zip_strerror(zip_.get()));
  // What the directory claims was held against the limits; the data may not hold more than that.
  charge(static_cast<std::size_t>(part->expanded));
  std::string out(static_cast<std::size_t>(part->expanded), '\0');
  std::size_t got = 0;
  while (got < out.size()) {
    deadline_.check();
    const zip_int64_t count = zip_fread(file.get(), out.data() + got, std::min(kChunk, out.size() - got));
    if (count < 0) throw damaged(shown + ": " + zip_file_strerror(file.get()));
    if (count == 0) throw damaged(shown + " is shorter than it says");
    got += static_cast<std::size_t>(count);
  }
  char more = 0;  // reading to the end is also what makes libzip compare the checksum
  const zip_int64_t behind = zip_fread(file.get(), &more, 1);
  if (behind < 0) throw damaged(shown + ": " + zip_file_strerror(file.get()));
  if (behind > 0) throw damaged(shown + " is longer than it says");
  return out;
}

void Archive::charge(std::size_t bytes) {
  if (bytes > limits_.expanded_bytes - std::min(charged_, limits_.expanded_bytes)) {
    throw limit_error("the archive expands to more than " + std::to_string(limits_.expanded_bytes) + " bytes",
                      "--max-expanded-bytes");
  }
  charged_ += bytes;
}

}  // namespace libparse::input
