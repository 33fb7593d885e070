// SPDX-License-Identifier: MIT
// What must hold for the task list of every notice in samples/ and tests/notices/.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "libparse/io.hpp"
#include "libparse/parse.hpp"
#include "schema_check.hpp"

using namespace libparse;

namespace {

namespace fs = std::filesystem;

struct Notice {
  std::string name;
  std::string bytes;
  ParseResult result;
};

const std::vector<Notice>& all_notices() {
  static const std::vector<Notice> notices = [] {
    std::vector<Notice> found;
    for (const char* folder : {"samples", "tests/notices"}) {
      for (const auto& entry : fs::directory_iterator(fs::path(LIBPARSE_SOURCE_DIR) / folder)) {
        if (entry.path().extension() != ".txt") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), {}};
        found.push_back({entry.path().filename().string(), bytes, {}});
        found.back().result = parse_notice(bytes, {.path = found.back().name});
      }
    }
    return found;
  }();
  return notices;
}

std::string to_text(const TaskList& list, Format format) {
  std::ostringstream out;
  write_task_list(list, format, out);
  return std::move(out).str();
}

bool is_inside(const Span& span, std::size_t characters) { return span.begin <= span.end && span.end <= characters; }

}  // namespace

TEST_CASE("there are notices to check") { CHECK(all_notices().size() > 20); }

TEST_CASE("every task list satisfies the schema") {
  for (const Notice& notice : all_notices()) {
    CAPTURE(notice.name);
    CHECK(tests::find_schema_problems(to_text(notice.result.list, Format::json)) == "");
  }
}

TEST_CASE("JSON to YAML to JSON is the identity for every task list") {
  for (const Notice& notice : all_notices()) {
    CAPTURE(notice.name);
    const std::string json = to_text(notice.result.list, Format::json);
    const std::string yaml = to_text(read_json(json).at(0), Format::yaml);
    CHECK(to_text(read_yaml(yaml).at(0), Format::json) == json);
    CHECK(to_text(read_ndjson(to_text(notice.result.list, Format::ndjson)).at(0), Format::json) == json);
  }
}

TEST_CASE("the same bytes give the same task list") {
  for (const Notice& notice : all_notices()) {
    CAPTURE(notice.name);
    const ParseResult again = parse_notice(notice.bytes, {.path = notice.name});
    CHECK(again.list == notice.result.list);
    CHECK(again.text == notice.result.text);
  }
}

TEST_CASE("every span lies inside the text") {
  for (const Notice& notice : all_notices()) {
    CAPTURE(notice.name);
    const TaskList& list = notice.result.list;
    const std::size_t characters = list.document.source.characters;
    for (const Section& section : list.sections) CHECK(is_inside(section.span, characters));
    for (const Task& task : list.tasks) {
      CAPTURE(task.id);
      CHECK(is_inside(task.span, characters));
      for (const Responsibility& unit : task.responsibilities) CHECK(is_inside(unit.span, characters));
      for (const Time& time : task.times) CHECK(is_inside(time.span, characters));
      for (const Target& target : task.targets) CHECK(is_inside(target.span, characters));
    }
    for (const Diagnostic& diagnostic : list.diagnostics) {
      if (diagnostic.span) CHECK(is_inside(*diagnostic.span, characters));
    }
  }
}

TEST_CASE("tasks and sections stand in text order") {
  const auto begins_before = [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; };
  for (const Notice& notice : all_notices()) {
    CAPTURE(notice.name);
    const TaskList& list = notice.result.list;
    CHECK(std::is_sorted(list.sections.begin(), list.sections.end(), begins_before));
    CHECK(std::is_sorted(list.tasks.begin(), list.tasks.end(), begins_before));
  }
}

TEST_CASE("ids are unique and every reference to one is answered") {
  for (const Notice& notice : all_notices()) {
    CAPTURE(notice.name);
    const TaskList& list = notice.result.list;
    std::set<std::string> sections;
    for (const Section& section : list.sections) {
      CAPTURE(section.id);
      CHECK(sections.insert(section.id).second);
      CHECK((section.parent.empty() ? section.depth == 1 : sections.contains(section.parent)));
    }
    std::set<std::string> tasks;
    for (const Task& task : list.tasks) {
      CAPTURE(task.id);
      CHECK(tasks.insert(task.id).second);
      CHECK((task.section.empty() || sections.contains(task.section)));
      for (const Target& target : task.targets)
        CHECK(target.by.value_or(0) < std::max<std::size_t>(task.times.size(), 1));
    }
    for (const Attachment& attachment : list.document.attachments) {
      CHECK((attachment.section.empty() || sections.contains(attachment.section)));
    }
    for (const Diagnostic& diagnostic : list.diagnostics) {
      CHECK((diagnostic.task.empty() || tasks.contains(diagnostic.task)));
    }
  }
}

TEST_CASE("line ends of another system change nothing but offsets") {
  for (const Notice& notice : all_notices()) {
    if (notice.bytes.find('\r') != std::string::npos) continue;
    CAPTURE(notice.name);
    std::string bytes;
    for (const char c : notice.bytes) (c == '\n' ? bytes += '\r' : bytes) += c;
    const TaskList other = parse_notice(bytes, {.path = notice.name}).list;
    const TaskList& list = notice.result.list;
    CHECK(other.document.title == list.document.title);
    REQUIRE(other.tasks.size() == list.tasks.size());
    for (std::size_t i = 0; i < list.tasks.size(); ++i) {
      CAPTURE(list.tasks[i].id);
      CHECK(other.tasks[i].id == list.tasks[i].id);
      CHECK(other.tasks[i].text == list.tasks[i].text);
      CHECK(other.tasks[i].times.size() == list.tasks[i].times.size());
      CHECK(other.tasks[i].targets.size() == list.tasks[i].targets.size());
      CHECK(other.tasks[i].responsibilities.size() == list.tasks[i].responsibilities.size());
    }
  }
}
