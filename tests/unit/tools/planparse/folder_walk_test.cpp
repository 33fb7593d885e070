// SPDX-License-Identifier: MIT
#include "planparse/folder_walk.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>

#include "temporary_folder.hpp"

using planparse::FolderWalk;

namespace {

std::vector<std::string> walk(FolderWalk all) {
  std::vector<std::string> paths;
  while (const auto found = all.next()) paths.push_back(found->path + found->problem);
  return paths;
}

}  // namespace

TEST_CASE("files come sorted by the bytes of their whole paths") {
  const tests::TemporaryFolder folder;
  for (const char* name : {"b/y", "b.txt", "b-1/z", "b/x/k", "a", "云/n"}) folder.write(name, "x");
  const std::vector<std::string> expected = {"a", "b-1/z", "b.txt", "b/x/k", "b/y", "云/n"};
  CHECK(walk({folder.path().string(), {}, {}}) == expected);
  CHECK(std::is_sorted(expected.begin(), expected.end()));
}

TEST_CASE("a folder with more names than are held at once is read in stretches") {
  const tests::TemporaryFolder folder;
  std::vector<std::string> expected;
  for (int i = 100; i < 150; ++i) {
    expected.push_back(std::to_string(i));
    folder.write(expected.back(), "x");
  }
  for (const std::size_t at_once : {1U, 7U, 25U, 49U, 50U, 51U}) {
    CAPTURE(at_once);
    CHECK(walk({folder.path().string(), {}, {}, at_once}) == expected);
  }
}

TEST_CASE("hidden files, links to folders and what the run writes are left out") {
  const tests::TemporaryFolder folder;
  for (const char* name : {"a", ".hidden", ".git/x", "out/a.json", "list.ndjson", "sub/list.ndjson"}) {
    folder.write(name, "x");
  }
  REQUIRE(::symlink("sub", folder.file("link").c_str()) == 0);
  REQUIRE(::symlink("a", folder.file("again").c_str()) == 0);
  const auto real = std::filesystem::canonical(folder.path());
  CHECK(walk({folder.path().string(), {}, {real / "out", real / "list.ndjson"}}) ==
        std::vector<std::string>{"a", "again", "sub/list.ndjson"});
}

TEST_CASE("a pattern leaves out folders that cannot lead to a match") {
  const tests::TemporaryFolder folder;
  for (const char* name : {"2024/a.txt", "2025/a.txt", "2025/b.pdf", "2025/x/a.txt"}) folder.write(name, "x");
  CHECK(walk({folder.path().string(), planparse::PathPattern("*/a.txt"), {}}) ==
        std::vector<std::string>{"2024/a.txt", "2025/a.txt"});
  CHECK(walk({folder.path().string(), planparse::PathPattern("*5/**/*.txt"), {}}) ==
        std::vector<std::string>{"2025/a.txt", "2025/x/a.txt"});
}

TEST_CASE("a folder that cannot be listed is told, the others are walked") {
  const tests::TemporaryFolder folder;
  CHECK(walk({folder.file("none"), {}, {}}) == std::vector<std::string>{"No such file or directory"});
}
