// SPDX-License-Identifier: MIT
// samples/rules/analyst changes the result of the notice in docs/adding-a-rule.md exactly as the page says.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "libparse/io.hpp"
#include "libparse/names.hpp"
#include "planparse/run.hpp"

namespace {

const std::string kFolder = LIBPARSE_SOURCE_DIR "/samples/rules/analyst";

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The unfenced text of the block behind `sentence`.
std::string block_behind(const std::string& sentence) {
  const std::string page = read_file(LIBPARSE_SOURCE_DIR "/docs/adding-a-rule.md");
  const std::size_t begin = page.find("```\n", page.find(sentence)) + 4;
  return page.substr(begin, page.find("```", begin) - begin);
}

/// `role unit` of each task, parted by commas; tasks by bars.
std::string units(const std::string& notice, const std::vector<std::string>& rules) {
  std::istringstream in(notice);
  std::ostringstream out, err;
  CHECK(planparse::run({.rules = rules}, in, out, err) == tools::ExitStatus::done);
  std::string all;
  const auto lists = libparse::read_json(out.str());
  for (const libparse::Task& task : lists.at(0).tasks) {
    if (&task != &lists.at(0).tasks.front()) all += " | ";
    std::string own;
    for (const libparse::Responsibility& unit : task.responsibilities) {
      own += (own.empty() ? "" : ", ") + std::string(name_of(unit.role)) + " " + unit.organization;
    }
    all += own;
  }
  return all;
}

/// The lines of a word list without its comments.
std::string words(const std::string& path) {
  std::istringstream in(read_file(path));
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('#')) out += line + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("the analyst's folder is the one that the docs print") {
  CHECK(words(kFolder + "/lexicon/org-name.txt") == block_behind("`lexicon/org-name.txt`"));
  CHECK(words(kFolder + "/lexicon/slot-label.txt") == block_behind("`lexicon/slot-label.txt`"));
}

TEST_CASE("the analyst's three bodies and one label change the task list as the docs say") {
  const std::string notice = block_behind("Of this notice,");
  CHECK(units(notice, {}) == " | responsible 县数据局");
  CHECK(units(notice, {kFolder}) == "lead 绿源水务, cooperate 临江数投 | responsible 县数据局, supervise 云上临江");
}
