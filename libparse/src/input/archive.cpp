// SPDX-License-Identifier: MIT
#include "input/archive.hpp"

#include <zlib.h>

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

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

/// Raw deflate data (RFC 1951), decompressed piece by piece.
class Inflater {
 public:
  explicit Inflater(std::string_view packed) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib only reads there
    left_ = packed.size();
    if (inflateInit2(&stream_, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  /// Fills `out`, as far as there is something. Nothing where the data are broken.
  std::optional<std::size_t> fill(char* out, std::size_t size) {
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out > 0 && !ended_) {
      const auto given = static_cast<uInt>(std::min(left_, kChunk));
      stream_.avail_in = given;
      const int status = inflate(&stream_, Z_NO_FLUSH);
      left_ -= given - stream_.avail_in;
      ended_ = status == Z_STREAM_END;
      if (status != Z_OK && !ended_) return std::nullopt;  // cut off data too: Z_BUF_ERROR
    }
    return size - stream_.avail_out;
  }

  /// Whether the data ended, and nothing stands behind their end.
  [[nodiscard]] bool complete() const { return ended_ && left_ == 0; }

 private:
  z_stream stream_{};
  std::size_t left_ = 0;
  bool ended_ = false;
};

}  // namespace

Archive::Archive(std::string_view bytes, const Limits& limits)
    : bytes_(bytes), limits_(limits), deadline_(limits.time) {
  for (DirectoryEntry& entry : read_directory(bytes, limits)) {
    if (entry.name.ends_with('/')) continue;
    names_.push_back(entry.name);
    const auto part = parts_.emplace(entry.name, std::move(entry)).first;
    folded_.emplace(lower_case(part->first), &part->second);
  }
}

const DirectoryEntry* Archive::find(std::string_view name) const {
  if (const auto exact = parts_.find(name); exact != parts_.end()) return &exact->second;
  const auto folded = folded_.find(lower_case(name));
  return folded == folded_.end() ? nullptr : folded->second;
}

std::string Archive::read(std::string_view name) {
  const std::string shown = "part '" + std::string(name.substr(0, 80)) + "'";
  const DirectoryEntry* part = find(name);
  if (part == nullptr) throw damaged(shown + " is missing");
  if (part->method != 0 && part->method != Z_DEFLATED) {
    throw damaged(shown + " is compressed by a method (" + std::to_string(part->method) +
                  ") that documents do not use");  // ISO/IEC 29500-2, annex B
  }
  // What the directory claims was held against the limits; the data may not hold more than that.
  const auto expanded = static_cast<std::size_t>(part->expanded);
  const std::string_view packed =
      bytes_.substr(static_cast<std::size_t>(part->data), static_cast<std::size_t>(part->compressed));
  charge(expanded);
  std::string out;
  if (part->method == 0) {
    out = packed;
  } else {
    out.resize(expanded);
    Inflater data(packed);
    for (std::size_t got = 0; got < expanded;) {
      deadline_.check();
      const std::optional<std::size_t> count = data.fill(out.data() + got, std::min(kChunk, expanded - got));
      if (!count) throw damaged(shown + " has broken data");
      if (*count == 0) throw damaged(shown + " is shorter than it says");
      got += *count;
    }
    char more = 0;  // an end without data may be left to read
    if (data.fill(&more, 1) != 0U || !data.complete()) throw damaged(shown + " is longer than it says");
  }
  if (out.size() != expanded) throw damaged(shown + " has another size than it says");
  if (crc32_z(0, reinterpret_cast<const Bytef*>(out.data()), out.size()) != part->checksum) {
    throw damaged(shown + " has another checksum than it says");
  }
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
