// SPDX-License-Identifier: MIT
// golden: compares task lists of samples with the expected ones and shows the difference as a unified diff.
// usage: golden SOURCE_DIR WORK_DIR [--update] NAME…
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

#include "libparse/io.hpp"
#include "libparse/parse.hpp"
#include "libparse/version.hpp"

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw libparse::Error(libparse::ErrorCode::unreadable, "cannot be opened", path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// The task list as it is kept: without the version, which changes while nothing else does.
std::string to_golden(const libparse::TaskList& list) {
  std::ostringstream out;
  libparse::write_json(list, out);
  std::string text = std::move(out).str();
  const std::string version = "\"version\": \"" + std::string(libparse::version()) + '"';
  return text.replace(text.find(version), version.size(), "\"version\": \"VERSION\"");
}

bool is_golden(const fs::path& source, const fs::path& work, const std::string& name, bool update) {
  const std::string relative = "samples/" + name + ".txt";
  const fs::path expected = source / "tests" / "golden" / (name + ".json");
  const std::string actual = to_golden(libparse::parse_notice(read_file(source / relative), {.path = relative}).list);
  if (update) {
    write_file(expected, actual);
    return true;
  }
  if (fs::exists(expected) && read_file(expected) == actual) return true;
  const fs::path written = work / (name + ".json");
  write_file(written, actual);
  std::cout << "The task list of " << relative << " is not the expected one. To accept it:\n  cp " << written.string()
            << ' ' << expected.string() << '\n'
            << std::flush;
  const std::string command = "diff -uN '" + expected.string() + "' '" + written.string() + "'";
  if (std::system(command.c_str()) == -1) std::cout << "diff cannot be run\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: golden SOURCE_DIR WORK_DIR [--update] NAME…\n";
    return 2;
  }
  const bool update = std::string(argv[3]) == "--update";
  bool all_golden = true;
  try {
    for (int i = update ? 4 : 3; i < argc; ++i) all_golden = is_golden(argv[1], argv[2], argv[i], update) && all_golden;
  } catch (const libparse::Error& error) {
    std::cerr << error.where() << ": " << error.what() << '\n';
    return 3;
  }
  return all_golden ? 0 : 1;
}
