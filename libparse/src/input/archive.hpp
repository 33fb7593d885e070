// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "input/archive_directory.hpp"
#include "input/reading_limits.hpp"
#include "libparse/input.hpp"

namespace libparse::input {

/// A ZIP archive in memory, read with distrust: nothing is written to disk, and no part is decompressed beyond the
/// limits.
///
/// The archive is checked as a whole when it is opened (see `read_directory`). What is decompressed, and the trees that
/// XML parts are read into, counts towards `expanded_bytes` for as long as the archive lives, so that the memory of all
/// of it together is bounded.
class Archive {
 public:
  /// `bytes` must outlive the archive.
  ///
  /// Errors: `Error{damaged}`, `Error{limit}`, `Error{not_text}` for an encrypted archive.
  Archive(std::string_view bytes, const Limits& limits);
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() = default;

  /// Names of the parts in the order of the archive, folders (`word/`) left out.
  [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
  /// `name` has no leading `/`. Where no part has that very name, one that differs in ASCII case only is taken, as in
  /// the Open Packaging Conventions (ISO/IEC 29500-2, 6.2.2.3).
  [[nodiscard]] bool contains(std::string_view name) const { return find(name) != nullptr; }

  /// The decompressed part.
  ///
  /// Errors: `Error{damaged}` where it is missing, its data are broken or its checksum is wrong; `Error{limit}`.
  [[nodiscard]] std::string read(std::string_view name);

  /// Counts memory that was made from parts. Errors: `Error{limit}`.
  void charge(std::size_t bytes);
  [[nodiscard]] const Limits& limits() const noexcept { return limits_; }
  [[nodiscard]] const Deadline& deadline() const noexcept { return deadline_; }

 private:
  [[nodiscard]] const DirectoryEntry* find(std::string_view name) const;

  std::string_view bytes_;
  Limits limits_;
  Deadline deadline_;
  std::vector<std::string> names_;
  std::map<std::string, DirectoryEntry, std::less<>> parts_;
  std::map<std::string, const DirectoryEntry*, std::less<>> folded_;  ///< by name in lower case
  std::size_t charged_ = 0;
};

}  // namespace libparse::input
