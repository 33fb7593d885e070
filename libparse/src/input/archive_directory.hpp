// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/input.hpp"

namespace libparse::input {

/// What the central directory of a ZIP archive says of one part (APPNOTE.TXT 6.3.10, 4.3.12).
struct DirectoryEntry {
  std::string name;
  std::uint64_t method = 0;      ///< of compression (4.4.5): 0 stored, 8 deflated
  std::uint64_t checksum = 0;    ///< CRC-32 of the decompressed data
  std::uint64_t data = 0;        ///< where its data begin in the archive
  std::uint64_t compressed = 0;  ///< bytes of it, all inside the archive
  std::uint64_t expanded = 0;    ///< bytes, as the archive claims
};

/// Reads the central directory of a ZIP archive and checks all that can be checked without decompressing: that
/// parts do not overlap, that local headers agree, that names are unique and stay inside, that nothing is encrypted.
///
/// Errors: `Error{damaged}`; `Error{limit}` for too many parts, or parts that claim to expand to too much.
std::vector<DirectoryEntry> read_directory(std::string_view bytes, const Limits& limits);

}  // namespace libparse::input
