// SPDX-License-Identifier: MIT
// One notice in every container that is read gives one task list: samples/containers, made by make_containers.py.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "libparse/names.hpp"
#include "libparse/parse.hpp"

using namespace libparse;

namespace {

ParseResult parse_sample(const std::string& ending) {
  const auto path = std::filesystem::path(LIBPARSE_SOURCE_DIR) / "samples/containers" / ("water-supply." + ending);
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  return parse_notice(std::string{std::istreambuf_iterator<char>(file), {}}, {.path = path.filename().string()});
}

std::string shown(const Task& task, bool with_path) {
  std::string out = std::string(name_of(task.kind)) + " " + task.text;
  if (with_path) {
    out = task.id + " " + out;
    for (const std::string& above : task.path) out += " <" + above;
  } else if (!task.path.empty()) {
    out += " <" + task.path.back();
  }
  for (const auto& r : task.responsibilities) out += "\n  " + std::string(name_of(r.role)) + " " + r.name;
  for (const auto& t : task.times) {
    out += "\n  " + std::string(name_of(t.type)) + " " + t.text + " " + t.start + "/" + t.end + " " + t.every;
  }
  for (const auto& t : task.targets) out += "\n  " + t.text + " " + t.indicator + " " + t.value.to_string() + t.unit;
  return out + "\n";
}

/// All but spans and where things came from.
std::string shown(const TaskList& list) {
  const Document& d = list.document;
  std::string out = d.title + "\n" + (d.doc_number ? d.doc_number->text : "") + "\n" + d.issued_on + "\n";
  for (const auto& issuer : d.issuers) out += issuer + "\n";
  for (const auto& addressee : d.addressees) out += addressee + "\n";
  for (const auto& s : list.sections) out += s.id + " " + s.label + " " + s.title + "\n";
  for (const auto& task : list.tasks) out += shown(task, true);
  return out;
}

const TaskList& plain() {
  static const TaskList list = parse_sample("txt").list;
  return list;
}

const Task& row(const TaskList& list, std::string_view text) {
  for (const Task& task : list.tasks) {
    if (task.text == text) return task;
  }
  FAIL("no task ", text);
  return list.tasks.front();
}

}  // namespace

TEST_CASE("the plain text has its sections, its tasks and the rows of its table") {
  CHECK(plain().document.doc_number->text == "青政办发〔2025〕12号");
  CHECK(plain().sections.size() == 11);
  CHECK(plain().tasks.size() == 27);
  CHECK(row(plain(), "加固青溪水库大坝").responsibilities.at(0).organization == "县水利局");
}

TEST_CASE("every container of the notice gives the same tasks") {
  for (const char* ending : {"gb18030.txt", "utf16.txt", "html", "docx", "pdf", "ofd"}) {
    CAPTURE(ending);
    CHECK(shown(parse_sample(ending).list) == shown(plain()));
  }
}

TEST_CASE("the workbook gives the tasks of the table") {
  std::string rows;
  for (const Task& task : plain().tasks) {
    if (task.id.starts_with("a1-")) rows += shown(task, false);
  }
  std::string sheet;
  for (const Task& task : parse_sample("xlsx").list.tasks) sheet += shown(task, false);
  CHECK(sheet == rows);
}

TEST_CASE("tasks say where they came from") {
  const auto source = [](const char* ending, std::string_view text) {
    return *row(parse_sample(ending).list, text).source;
  };
  CHECK(!row(plain(), "加固青溪水库大坝").source);
  CHECK(source("xlsx", "加固青溪水库大坝").cell == "任务分工!C4");
  CHECK(source("html", "加固青溪水库大坝").cell == "table 1 C3");
  CHECK(source("docx", "加固青溪水库大坝").cell == "table 1 C3");
  CHECK(source("docx", "每季度开展一次水质检测").paragraph > 0);
  CHECK(source("pdf", "加固青溪水库大坝").page == 3);
  CHECK(source("pdf", "办理工程用地手续").page == 4);
  CHECK(source("ofd", "办理工程用地手续").page >= 3);
}

TEST_CASE("spans quote the document text of each container") {
  for (const char* ending : {"gb18030.txt", "utf16.txt", "html", "docx", "xlsx", "pdf", "ofd"}) {
    CAPTURE(ending);
    const ParseResult result = parse_sample(ending);
    std::size_t characters = 0;
    for (const char c : result.text) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    CHECK(result.list.document.source.characters == characters);
    for (const Task& task : result.list.tasks) {
      CHECK(task.span.begin < task.span.end);
      CHECK(task.span.end <= characters);
    }
  }
}
