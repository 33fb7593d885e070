// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

/// What the programs that run suites of others share.
namespace tests {

/// A file or folder of a suite; says which package has it, and gives nothing, where it is missing.
std::optional<std::filesystem::path> find_suite(const std::filesystem::path& path, const std::string& package);

std::string read_file(const std::filesystem::path& path);

/// The value of `export default VALUE`, the form in which two npm packages hold their data.
nlohmann::json read_module(const std::filesystem::path& path);

/// Results of one suite against the list of cases that are known to end otherwise.
///
/// `<name>_known.txt` beside this file has a line `CASE<tab>REASON` for each of them; a case not in the list must pass,
/// and one in the list must not, so the list says no more than is true.
class Tally {
 public:
  explicit Tally(const std::string& name);
  void add(const std::string& name, bool passed, const std::string& found = {});
  /// Checks for what was expected otherwise, and prints the figures.
  void finish() const;
  [[nodiscard]] std::size_t run() const { return run_; }

 private:
  std::string name_;
  std::map<std::string, bool> known_;  ///< true: seen
  std::vector<std::string> unexpected_;
  std::size_t run_ = 0, passed_ = 0;
};

}  // namespace tests
