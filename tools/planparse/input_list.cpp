// SPDX-License-Identifier: MIT
#include "planparse/input_list.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <istream>
#include <utility>

#include "common/options.hpp"
#include "libparse/error.hpp"

namespace planparse {
namespace {

namespace fs = std::filesystem;

std::optional<std::size_t> parse_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

// What a run writes is no input of it.
std::vector<fs::path> find_outputs(const Options& options) {
  std::vector<fs::path> outputs;
  for (const std::string& path : {options.output, options.batch.out_dir, options.batch.manifest}) {
    if (!tools::writes_file(path)) continue;
    std::error_code ignored;
    fs::path real = fs::weakly_canonical(fs::absolute(path, ignored), ignored);
    if (!real.has_filename()) real = real.parent_path();  // `out/` is `out`
    outputs.push_back(std::move(real));
  }
  return outputs;
}

std::string place_of(const std::string& path) { return fs::path(path).lexically_normal().relative_path().string(); }

InputItem item_of(std::string path) {
  std::string place = place_of(path);
  return {std::move(path), std::move(place), {}};
}

}  // namespace

std::optional<Shard> parse_shard(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  const auto index = parse_number(std::string_view(text).substr(0, slash));
  const auto count = parse_number(std::string_view(text).substr(slash + 1));
  if (!index || !count || *index < 1 || *index > *count) return std::nullopt;
  return Shard{*index, *count};
}

bool stands_for_several(const std::string& input) {
  if (input == "-") return false;
  std::error_code ignored;
  return is_folder(input) || (PathPattern::is_pattern(input) && !fs::exists(fs::symlink_status(input, ignored)));
}

InputList::InputList(const Options& options, std::istream& standard_input)
    : inputs_(options.inputs),
      shard_(parse_shard(options.batch.shard).value_or(Shard{})),
      skipped_(find_outputs(options)) {
  const std::string& list = options.batch.files_from;
  if (inputs_.empty() && list.empty()) inputs_.emplace_back("-");
  is_one_folder_ = inputs_.size() == 1 && list.empty() && is_folder(inputs_.front());
  if (options.batch.null_names) name_end_ = '\0';
  if (list.empty()) return;
  list_ = &standard_input;
  if (list == "-") return;
  errno = 0;
  file_.open(list, std::ios::binary);
  if (!file_ || is_folder(list)) {
    throw libparse::Error(libparse::ErrorCode::unreadable,
                          std::string("cannot be opened: ") + std::strerror(errno != 0 ? errno : EISDIR), list);
  }
  list_ = &file_;
}

std::optional<InputItem> InputList::next() {
  while (std::optional<InputItem> item = next_of_all()) {
    if (is_in_shard(position_++, shard_)) return item;
  }
  return std::nullopt;
}

std::optional<InputItem> InputList::next_of_all() {
  for (;;) {
    if (walk_) {
      if (auto item = next_of_folder()) return item;
      walk_.reset();
      if (!pattern_.empty()) return InputItem{std::exchange(pattern_, {}), {}, "no file matches"};
    }
    if (input_ == inputs_.size()) return next_of_list();
    const std::string& input = inputs_[input_++];
    if (!stands_for_several(input)) return item_of(input);
    open_folder(input);
  }
}

void InputList::open_folder(const std::string& input) {
  pattern_.clear();
  std::string root = input;
  std::optional<PathPattern> pattern;
  if (!is_folder(input)) {
    pattern_ = input;
    pattern.emplace(input);
    root = pattern->root();
  }
  while (root.size() > 1 && root.ends_with('/')) root.pop_back();
  prefix_ = root.empty() || root == "." ? std::string() : root + (root == "/" ? "" : "/");
  walk_.emplace(root, std::move(pattern), skipped_);
}

std::optional<InputItem> InputList::next_of_folder() {
  std::optional<FolderWalk::Found> found = walk_->next();
  if (!found) return std::nullopt;
  std::string path = prefix_ + found->path;
  if (!found->problem.empty()) {
    if (path.empty()) path = ".";
    if (!pattern_.empty() && found->path.empty()) path = std::exchange(pattern_, {});
    return InputItem{std::move(path), {}, "cannot be listed: " + found->problem};
  }
  pattern_.clear();
  if (is_one_folder_) return InputItem{std::move(path), std::move(found->path), {}};
  return item_of(std::move(path));
}

std::optional<InputItem> InputList::next_of_list() {
  std::string name;
  while (list_ != nullptr && std::getline(*list_, name, name_end_)) {
    if (name_end_ == '\n' && name.ends_with('\r')) name.pop_back();
    if (name.empty()) continue;
    if (name == "-") name = "./-";  // a file of that name: standard input is no notice of a list
    return item_of(std::move(name));
  }
  if (list_ != nullptr && list_->bad()) {
    throw libparse::Error(libparse::ErrorCode::unreadable, "the list of notices breaks off: it cannot be read");
  }
  return std::nullopt;
}

}  // namespace planparse
