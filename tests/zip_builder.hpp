// SPDX-License-Identifier: MIT
#pragma once

#include <zip.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tests {

using ZipParts = std::vector<std::pair<std::string, std::string>>;  ///< name, content

/// A ZIP archive with deflated parts, made by libzip in memory. Equal parts give equal bytes.
inline std::string zip_of(const ZipParts& parts) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  zip_source_keep(source);
  for (const auto& [name, content] : parts) {
    zip_source_t* part = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (index < 0) throw std::runtime_error(zip_strerror(archive));
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 1'600'000'000, 0);
  }
  if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

/// Writes ZIP structures as told, true or not, to make archives that no honest program makes. Parts are stored as they
/// are (method 0) unless `method` says otherwise.
class RawZip {
 public:
  struct Entry {
    std::string name;
    std::string data;
    std::uint32_t method = 0;
    std::uint32_t flags = 0;
    std::uint64_t claimed_size = 0;  ///< decompressed; 0: the size of `data`
    std::string local_name = {};     ///< empty: `name`
    std::string extra = {};          ///< of the central header
    std::int64_t move = 0;           ///< added to the offset of the local header that the directory tells
  };

  void add(Entry entry) {
    const std::uint32_t at = static_cast<std::uint32_t>(body_.size());
    const auto claimed = static_cast<std::uint32_t>(entry.claimed_size == 0 ? entry.data.size() : entry.claimed_size);
    const auto size = static_cast<std::uint32_t>(entry.data.size());
    const std::string& local = entry.local_name.empty() ? entry.name : entry.local_name;
    const auto middle = [&](std::string& out, const std::string& name, std::size_t extra) {
      put(out, 20, 2), put(out, entry.flags, 2), put(out, entry.method, 2), put(out, 0, 4);
      put(out, crc(entry.data), 4), put(out, size, 4), put(out, claimed, 4);
      put(out, name.size(), 2), put(out, extra, 2);
    };
    put(body_, 0x04034B50, 4);
    middle(body_, local, 0);
    body_ += local + entry.data;
    put(central_, 0x02014B50, 4), put(central_, 20, 2);
    middle(central_, entry.name, entry.extra.size());
    put(central_, 0, 2), put(central_, 0, 2), put(central_, 0, 2), put(central_, 0, 4);
    put(central_, static_cast<std::uint64_t>(static_cast<std::int64_t>(at) + entry.move), 4);
    central_ += entry.name + entry.extra;
    ++entries_;
  }
  /// Bytes between the parts, which no header tells of.
  void raw(std::string_view bytes) { body_ += bytes; }
  [[nodiscard]] std::string finish() const { return finish(entries_); }
  [[nodiscard]] std::string finish(std::size_t claimed_entries) const {
    std::string out = body_ + central_;
    put(out, 0x06054B50, 4), put(out, 0, 4), put(out, claimed_entries, 2), put(out, claimed_entries, 2);
    put(out, central_.size(), 4), put(out, body_.size(), 4), put(out, 0, 2);
    return out;
  }

  static void put(std::string& out, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i, value >>= 8) out.push_back(static_cast<char>(value & 0xFFU));
  }
  static std::uint32_t crc(std::string_view bytes) {
    std::uint32_t value = 0xFFFFFFFF;
    for (const char c : bytes) {
      value ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ (0xEDB88320U & (0U - (value & 1U)));
    }
    return ~value;
  }

 private:
  std::string body_;
  std::string central_;
  std::size_t entries_ = 0;
};

}  // namespace tests
