// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "planparse/path_pattern.hpp"

namespace planparse {

/// The files below a folder, one by one, sorted by the bytes of their paths.
///
/// Shape:  regular files and links to such, folders and their folders; nothing that begins with a dot, unless a pattern
///         names the dot; links to folders are not followed. Memory is bounded: a folder is read anew for each stretch
///         of names.
class FolderWalk {
 public:
  struct Found {
    std::string path;     ///< below the root
    std::string problem;  ///< why the folder `path` cannot be read; empty for a file
  };

  /// \param root     empty: the current folder
  /// \param pattern  what paths below the root must match; none: all do
  /// \param skipped  files and folders to leave out, by their canonical paths
  FolderWalk(std::string root, std::optional<PathPattern> pattern, std::vector<std::filesystem::path> skipped,
             std::size_t names_at_once = std::size_t{1} << 15);

  [[nodiscard]] std::optional<Found> next();

 private:
  struct Level {
    std::string folder;              // below the root, with a slash at the end; empty: the root
    PathPattern::States states;      // where a pattern has got to
    std::vector<std::string> names;  // the stretch at hand, in order; folders end in a slash
    std::size_t at = 0;
    bool is_last = false;  // nothing comes behind the stretch
  };

  [[nodiscard]] std::string read_stretch(Level& level) const;
  [[nodiscard]] bool is_wanted(const Level& level, const std::string& name, bool is_folder) const;
  [[nodiscard]] bool is_skipped(const std::filesystem::path& path) const;

  std::string root_;
  std::optional<PathPattern> pattern_;
  std::vector<std::filesystem::path> skipped_;
  std::size_t names_at_once_;
  std::vector<Level> levels_;
};

}  // namespace planparse
