// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "planparse/folder_walk.hpp"
#include "planparse/options.hpp"

namespace planparse {

/// `2/8` as a shard; empty where it is none.
[[nodiscard]] std::optional<Shard> parse_shard(const std::string& text);

/// True where `position` (from 0) is the shard's own.
[[nodiscard]] constexpr bool is_in_shard(std::size_t position, const Shard& shard) noexcept {
  return position % shard.count == shard.index - 1;
}

/// True where `input` is a folder, or a pattern and no file of that name.
[[nodiscard]] bool stands_for_several(const std::string& input);

/// One notice of a run.
struct InputItem {
  std::string path;     ///< as messages and task lists name it
  std::string place;    ///< where it belongs below --out-dir, without the ending of the format
  std::string problem;  ///< why there is nothing to read: a folder that cannot be listed, a pattern without files
  [[nodiscard]] std::size_t weight() const { return path.size(); }
};

/// All notices of a run, one by one, each of them only when it is asked for: those that the command line names, in its
/// order, folders and patterns sorted; then those of --files-from, in its order. Only those of the shard are given.
class InputList {
 public:
  /// \param standard_input  for `--files-from -`
  /// Errors: throws libparse::Error{unreadable} where --files-from cannot be read.
  InputList(const Options& options, std::istream& standard_input);

  /// Errors: throws libparse::Error{unreadable} where --files-from breaks off.
  [[nodiscard]] std::optional<InputItem> next();

 private:
  [[nodiscard]] std::optional<InputItem> next_of_all();
  [[nodiscard]] std::optional<InputItem> next_of_folder();
  [[nodiscard]] std::optional<InputItem> next_of_list();
  void open_folder(const std::string& input);

  std::vector<std::string> inputs_;
  bool is_one_folder_ = false;  // paths of the output begin below it
  Shard shard_;
  std::vector<std::filesystem::path> skipped_;
  std::size_t input_ = 0;
  std::optional<FolderWalk> walk_;
  std::string prefix_;   // of what the walk finds
  std::string pattern_;  // the walk is one over a pattern, which has found nothing yet
  std::ifstream file_;
  std::istream* list_ = nullptr;
  char name_end_ = '\n';
  std::size_t position_ = 0;
};

}  // namespace planparse
