// SPDX-License-Identifier: MIT
#include "planparse/folder_walk.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace planparse {

namespace fs = std::filesystem;

FolderWalk::FolderWalk(std::string root, std::optional<PathPattern> pattern, std::vector<fs::path> skipped,
                       std::size_t names_at_once)
    : root_(root.empty() ? "." : std::move(root)),
      pattern_(std::move(pattern)),
      skipped_(std::move(skipped)),
      names_at_once_(names_at_once) {
  levels_.push_back({{}, pattern_ ? pattern_->start() : PathPattern::States{}, {}, 0, false});
}

std::optional<FolderWalk::Found> FolderWalk::next() {
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.at == level.names.size()) {
      if (level.is_last) {
        levels_.pop_back();
        continue;
      }
      std::string problem = read_stretch(level);
      if (!problem.empty()) {
        std::string folder = level.folder;
        levels_.pop_back();
        return Found{std::move(folder), std::move(problem)};
      }
      continue;
    }
    const std::string& name = level.names[level.at++];
    std::string path = level.folder + name;
    if (!name.ends_with('/')) return Found{std::move(path), {}};
    PathPattern::States states =
        pattern_ ? pattern_->step(level.states, name.substr(0, name.size() - 1)) : PathPattern::States{};
    levels_.push_back({std::move(path), std::move(states), {}, 0, false});
  }
  return std::nullopt;
}

// The next names in order behind those at hand: the least of all that are greater than the last.
std::string FolderWalk::read_stretch(Level& level) const {
  const std::string last = level.names.empty() ? std::string() : level.names.back();
  std::vector<std::string> names;
  bool is_last = true;
  const auto cut = [&] {
    if (names.size() <= names_at_once_) return;
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(names_at_once_);
    std::nth_element(names.begin(), end, names.end());
    names.erase(end, names.end());
    is_last = false;
  };
  std::error_code error;
  const fs::path folder = fs::path(root_) / level.folder;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    const bool is_folder = !entry->is_symlink(ignored) && entry->is_directory(ignored);
    if (!is_folder && !entry->is_regular_file(ignored)) continue;
    std::string name = entry->path().filename().string();
    if (!is_wanted(level, name, is_folder) || is_skipped(entry->path())) continue;
    if (is_folder) name += '/';  // sorts the folder where its files belong among the paths beside it
    if (name <= last) continue;
    names.push_back(std::move(name));
    if (names.size() >= 2 * names_at_once_) cut();
  }
  if (error) return error.message();
  cut();
  std::sort(names.begin(), names.end());
  level.names = std::move(names);
  level.at = 0;
  level.is_last = is_last;
  return {};
}

bool FolderWalk::is_wanted(const Level& level, const std::string& name, bool is_folder) const {
  if (!pattern_) return !name.starts_with('.');
  const PathPattern::States states = pattern_->step(level.states, name);
  return is_folder ? !states.empty() : pattern_->matches(states);
}

bool FolderWalk::is_skipped(const fs::path& path) const {
  return std::any_of(skipped_.begin(), skipped_.end(), [&](const fs::path& skipped) {
    if (skipped.filename() != path.filename()) return false;  // spares asking the system
    std::error_code ignored;
    return fs::weakly_canonical(path, ignored) == skipped;
  });
}

}  // namespace planparse
