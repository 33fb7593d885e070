// SPDX-License-Identifier: MIT
// Whole notices out of files that other programs wrote (samples/containers).
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include "input/source_text.hpp"
#include "libparse/parse.hpp"
#include "unit/input/refused.hpp"

using libparse::ErrorCode;
using libparse::ParseResult;
using libparse::Responsibility;
using libparse::Task;

namespace {

std::string sample(const std::string& name) {
  std::ifstream stream(std::filesystem::path(LIBPARSE_SOURCE_DIR) / "samples" / "containers" / name, std::ios::binary);
  REQUIRE(stream.good());
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// What a task says, without where it stands.
std::string said(const Task& task) {
  std::string out = task.id + " " + task.text;
  for (const Responsibility& each : task.responsibilities) out += " | " + each.name;
  for (const libparse::Time& each : task.times) out += " @ " + each.text + " " + each.end;
  for (const libparse::Target& each : task.targets) out += " # " + each.text;
  return out;
}

std::vector<std::string> all_said(const ParseResult& result) {
  std::vector<std::string> out;
  for (const Task& task : result.list.tasks) out.push_back(said(task));
  return out;
}

void check_truncations(const std::string& bytes, const std::function<void(std::string_view)>& read) {
  for (std::size_t size = 0; size < bytes.size(); size += 64) {
    CAPTURE(size);
    const auto refusal = tests::refusal([&] { (void)libparse::parse_notice(bytes.substr(0, size), {}); });
    if (size == 0) continue;  // an empty file is an empty text
    REQUIRE(refusal);
    // As long as nothing in it tells the format, it is an archive of no known kind.
    CHECK((refusal->code == ErrorCode::damaged || (size < 2048 && refusal->code == ErrorCode::not_text)));
    CHECK(tests::refused(ErrorCode::damaged, "the archive is damaged", [&] { read(bytes.substr(0, size)); }));
  }
}

}  // namespace

TEST_CASE("a Word file with automatic numbering and a merged table gives the tasks of the typed notice") {
  const ParseResult typed = libparse::parse_notice(sample("drainage-plan.txt"), {});
  const ParseResult word = libparse::parse_notice(sample("drainage-plan.docx"), {});
  CHECK(word.list.document.title == typed.list.document.title);
  CHECK(word.list.document.issued_on == "2024-04-18");
  REQUIRE(word.list.tasks.size() == 10);
  CHECK(all_said(word) == all_said(typed));
  REQUIRE(word.list.sections.size() == typed.list.sections.size());
  for (std::size_t i = 0; i < word.list.sections.size(); ++i) {
    CHECK(word.list.sections[i].label == typed.list.sections[i].label);
    CHECK(word.list.sections[i].title == typed.list.sections[i].title);
  }
}

TEST_CASE("a workbook with a merged table, dates and two units in a cell gives its tasks") {
  const ParseResult result = libparse::parse_notice(sample("drainage-tasks.xlsx"), {});
  CHECK(result.list.document.title == "重点任务分工表");
  REQUIRE(result.list.tasks.size() >= 3);  // the note below the table may be read as one more
  CHECK(said(result.list.tasks[1]) ==
        "0-2 改造雨污合流管道26公里 | 市住建局 | 市城管局 @ 2025年6月30日 2025-06-30 # 改造雨污合流管道26公里");
}

TEST_CASE("files cut off at every 64th byte are damaged, whatever is left of them") {
  const std::clock_t start = std::clock();  // of this process: a busy machine is no fault
  libparse::Diagnostics diagnostics;
  check_truncations(sample("drainage-plan.docx"),
                    [&](std::string_view bytes) { (void)libparse::input::read_docx(bytes, {}, diagnostics); });
  check_truncations(sample("drainage-tasks.xlsx"),
                    [&](std::string_view bytes) { (void)libparse::input::read_xlsx(bytes, {}, diagnostics); });
  CHECK(std::clock() - start < 2 * CLOCKS_PER_SEC);
}
