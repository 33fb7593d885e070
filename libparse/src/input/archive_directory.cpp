// SPDX-License-Identifier: MIT
#include "input/archive_directory.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "input/reading_limits.hpp"

namespace libparse::input {

namespace {

// Sections and signatures are those of APPNOTE.TXT 6.3.10.
constexpr std::uint32_t kLocalHeader = 0x04034B50;    // 4.3.7
constexpr std::uint32_t kCentralHeader = 0x02014B50;  // 4.3.12
constexpr std::uint32_t kEnd64 = 0x06064B50;          // 4.3.14
constexpr std::uint32_t kLocator64 = 0x07064B50;      // 4.3.15
constexpr std::uint32_t kEnd = 0x06054B50;            // 4.3.16
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kLocator64Size = 20;
constexpr std::size_t kEndSize = 22;
constexpr std::uint64_t kMax16 = 0xFFFF;
constexpr std::uint64_t kMax32 = 0xFFFFFFFF;

Error damaged(const std::string& what) { return Error(ErrorCode::damaged, "the archive is damaged: " + what); }

/// Little-endian numbers of the archive. Reading past the end throws.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::uint64_t number(std::uint64_t at, std::size_t size) const {
    const std::string_view field = slice(at, size);
    std::uint64_t value = 0;
    for (std::size_t i = size; i > 0; --i) value = value << 8 | static_cast<unsigned char>(field[i - 1]);
    return value;
  }
  [[nodiscard]] std::string_view slice(std::uint64_t at, std::uint64_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) throw damaged("it ends inside a header");
    return bytes_.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(size));
  }
  [[nodiscard]] bool has(std::uint64_t at, std::uint32_t signature) const {
    return at <= bytes_.size() && bytes_.size() - at >= 4 && number(at, 4) == signature;
  }
  [[nodiscard]] std::uint64_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

struct Directory {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::uint64_t entries = 0;
};

Directory locate(const Reader& in) {
  if (in.size() < kEndSize) throw damaged("it is too short");
  std::uint64_t at = in.size() - kEndSize;
  const std::uint64_t lowest = at - std::min<std::uint64_t>(at, kMax16);
  while (!in.has(at, kEnd) || at + kEndSize + in.number(at + 20, 2) > in.size()) {
    if (at-- == lowest) throw damaged("its central directory is missing; perhaps the file was cut off");
  }
  if (in.number(at + 4, 2) != 0 && in.number(at + 4, 2) != kMax16) throw damaged("it has several volumes");
  std::uint64_t entries = in.number(at + 10, 2);
  std::uint64_t size = in.number(at + 12, 4);
  std::uint64_t begin = in.number(at + 16, 4);
  std::uint64_t end = at;
  if (entries == kMax16 || size == kMax32 || begin == kMax32) {
    if (at >= kLocator64Size && in.has(at - kLocator64Size, kLocator64)) {
      end = in.number(at - kLocator64Size + 8, 8);
      if (!in.has(end, kEnd64) || end + kEnd64Size > at) throw damaged("its zip64 directory is not where it should be");
      entries = in.number(end + 32, 8);
      size = in.number(end + 40, 8);
      begin = in.number(end + 48, 8);
    }
  }
  if (begin > end || size > end - begin) throw damaged("its central directory does not fit into the file");
  return {begin, begin + size, entries};
}

/// A path that stays inside the archive: relative, with `/`, without `..`.
bool stays_inside(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
      name.find('\0') != std::string_view::npos || (name.size() > 1 && name[1] == ':')) {
    return false;
  }
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return false;
    begin = end + 1;
  }
  return true;
}

/// A name as a message can show it.
std::string shown(std::string_view name) {
  std::string out;
  for (const char c : name.substr(0, 80)) out.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c);
  return out;
}

struct Header {
  DirectoryEntry entry;
  std::uint64_t local = 0;  ///< offset of the local header
  std::uint64_t flags = 0;
  std::uint64_t size = 0;  ///< of this header in the central directory
};

/// Replaces fields that say "see zip64" by those of the extra field (4.5.3).
void apply_zip64(std::string_view extra, Header& header) {
  const Reader in(extra);
  for (std::uint64_t at = 0; at + 4 <= in.size();) {
    const std::uint64_t size = in.number(at + 2, 2);
    if (in.number(at, 2) == 1) {
      const Reader fields(in.slice(at + 4, size));
      std::uint64_t next = 0;
      for (std::uint64_t* field : {&header.entry.expanded, &header.entry.compressed, &header.local}) {
        if (*field != kMax32) continue;
        *field = fields.number(next, 8);
        next += 8;
      }
      return;
    }
    at += 4 + size;
  }
}

Header read_header(const Reader& in, std::uint64_t at) {
  if (!in.has(at, kCentralHeader)) throw damaged("its central directory breaks off");
  Header header;
  header.flags = in.number(at + 8, 2);
  header.entry.method = in.number(at + 10, 2);
  header.entry.checksum = in.number(at + 16, 4);
  header.entry.compressed = in.number(at + 20, 4);
  header.entry.expanded = in.number(at + 24, 4);
  header.local = in.number(at + 42, 4);
  const std::uint64_t name = in.number(at + 28, 2);
  const std::uint64_t extra = in.number(at + 30, 2);
  header.size = kCentralSize + name + extra + in.number(at + 32, 2);
  header.entry.name = in.slice(at + kCentralSize, name);
  apply_zip64(in.slice(at + kCentralSize + name, extra), header);
  return header;
}

/// First byte of the data of a part. Its local header must name the same part.
std::uint64_t local_data(const Reader& in, const Header& header) {
  const std::string name = shown(header.entry.name);
  if (!in.has(header.local, kLocalHeader)) throw damaged("part '" + name + "' is not where it should be");
  const std::uint64_t name_size = in.number(header.local + 26, 2);
  const std::uint64_t data = header.local + kLocalSize + name_size + in.number(header.local + 28, 2);
  if (in.slice(header.local + kLocalSize, name_size) != header.entry.name) {
    throw damaged("part '" + name + "' has another name in its own header");
  }
  (void)in.slice(data, header.entry.compressed);  // throws where the data are cut off
  return data;
}

void check_expansion(const DirectoryEntry& entry, std::uint64_t total, const Limits& limits) {
  if (total > limits.expanded_bytes) {
    throw limit_error("the archive expands to more than " + std::to_string(limits.expanded_bytes) + " bytes",
                      "--max-expanded-bytes");
  }
  if (entry.expanded > (1U << 20) &&
      entry.expanded / std::max<std::size_t>(limits.expansion_ratio, 1) > entry.compressed) {
    throw limit_error("part '" + shown(entry.name) + "' expands to more than " +
                          std::to_string(limits.expansion_ratio) + " times its size",
                      "--max-expansion-ratio");
  }
}

}  // namespace

std::vector<DirectoryEntry> read_directory(std::string_view bytes, const Limits& limits) {
  const Reader in(bytes);
  const Directory directory = locate(in);
  if (directory.entries > limits.archive_entries) {
    throw limit_error("the archive has more than " + std::to_string(limits.archive_entries) + " parts",
                      "--max-archive-entries");
  }
  std::vector<DirectoryEntry> entries;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> taken;
  std::uint64_t total = 0;
  std::uint64_t at = directory.begin;
  for (std::uint64_t i = 0; i < directory.entries; ++i) {
    Header header = read_header(in, at);
    at += header.size;
    if (at > directory.end) throw damaged("its central directory breaks off");
    if (!stays_inside(header.entry.name)) {
      throw damaged("the name of part '" + shown(header.entry.name) + "' leads out of the archive");
    }
    if ((header.flags & 0x2041U) != 0) {  // 4.4.4: encrypted, strongly encrypted, local header masked
      throw Error(ErrorCode::not_text, "the archive is encrypted; save the document without a password and try again");
    }
    header.entry.data = local_data(in, header);
    taken.emplace_back(header.local, header.entry.data + header.entry.compressed);
    if (taken.back().second > directory.begin) throw damaged("a part reaches into the central directory");
    // Sizes are below 2^64 / 2^16 wherever they passed local_data; the claimed one is held down here before it is
    // added.
    total += std::min<std::uint64_t>(header.entry.expanded, std::uint64_t{1} << 48);
    check_expansion(header.entry, total, limits);
    entries.push_back(std::move(header.entry));
  }
  if (at != directory.end) throw damaged("its central directory holds more than it says");
  std::sort(taken.begin(), taken.end());
  for (std::size_t i = 1; i < taken.size(); ++i) {
    if (taken[i].first < taken[i - 1].second) throw damaged("parts of it overlap");
  }
  std::unordered_set<std::string_view> names;
  for (const DirectoryEntry& entry : entries) {
    if (!names.insert(entry.name).second) throw damaged("part '" + shown(entry.name) + "' stands in it twice");
  }
  return entries;
}

}  // namespace libparse::input
