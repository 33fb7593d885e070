// SPDX-License-Identifier: MIT
#include "input/ole.hpp"

#include <cstddef>
#include <cstdint>

namespace libparse::input {
namespace {

constexpr std::size_t kHeader = 512;
constexpr std::size_t kEntry = 128;
constexpr std::size_t kNameBytes = 64;
constexpr std::size_t kMostEntries = 4096;
constexpr std::size_t kFatInHeader = 109;  // sector numbers of the allocation table that the header itself holds
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  // greater values are marks, no sectors

std::uint32_t number(std::string_view s, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) {
    value = value << 8 | (at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0U);
  }
  return value;
}

}  // namespace

bool is_ole(std::string_view bytes) noexcept { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

std::vector<std::string> ole_entry_names(std::string_view bytes) {
  std::vector<std::string> names;
  if (!is_ole(bytes) || bytes.size() < kHeader) return names;
  const std::uint32_t shift = number(bytes, 30, 2);
  if (shift != 9 && shift != 12) return names;
  const std::size_t sector_size = std::size_t{1} << shift;
  const auto start_of = [&](std::uint32_t sector) { return (std::size_t{sector} + 1) << shift; };
  std::uint32_t sector = number(bytes, 48, 4);
  for (std::size_t read = 0; sector <= kLastSector && read < kMostEntries;) {
    const std::size_t start = start_of(sector);
    for (std::size_t at = start; at < start + sector_size && at + kEntry <= bytes.size(); at += kEntry, ++read) {
      const std::uint32_t length = number(bytes, at + kNameBytes, 2);  // bytes, with the zero at the end
      std::string name;
      for (std::size_t i = 0; i + 2 < length && i < kNameBytes; i += 2) {
        const std::uint32_t unit = number(bytes, at + i, 2);
        if (unit < 0x80) name.push_back(static_cast<char>(unit));
      }
      if (!name.empty()) names.push_back(std::move(name));
    }
    if (start >= bytes.size()) break;
    const std::size_t per_sector = sector_size / 4;
    const std::size_t table = sector / per_sector;
    if (table >= kFatInHeader) break;  // directories do not stand that far behind in files of a sane size
    const std::uint32_t fat = number(bytes, 76 + 4 * table, 4);
    if (fat > kLastSector) break;
    sector = number(bytes, start_of(fat) + 4 * (sector % per_sector), 4);
    ++read;  // a loop of empty sectors ends too
  }
  return names;
}

}  // namespace libparse::input
