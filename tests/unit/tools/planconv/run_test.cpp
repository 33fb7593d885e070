// SPDX-License-Identifier: MIT
#include "planconv/run.hpp"

#include <doctest/doctest.h>

#include "../../../temporary_folder.hpp"
#include "../../io/full_list.hpp"
#include "convert.hpp"

using namespace planconv;
using tests::convert;
using tests::try_convert;
using tools::ExitStatus;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("every field of a list goes through all list formats and back") {
  const std::string json = tests::to_json(tests::make_full_list());
  const std::string yaml = convert(json, {.format = Format::yaml});
  const std::string ndjson = convert(yaml, {.format = Format::ndjson});
  CHECK(contains(yaml, "rule: time.every-month"));
  CHECK(convert(ndjson, {.format = Format::json}) == json);
}

TEST_CASE("several lists in one input stay several") {
  const std::string json = tests::to_json(tests::make_full_list());
  const std::string yaml = convert(json + json, {.format = Format::yaml});
  CHECK(contains(yaml, "\n---\nschema:"));
  CHECK(convert(yaml, {.format = Format::json}) == json + json);
}

TEST_CASE("the ending of the output says the format") {
  const tests::TemporaryFolder folder;
  const std::string input = folder.write("a.json", tests::to_json(tests::make_full_list()));
  for (const auto& [bound_name, start] :
       {std::pair{"a.yaml", "schema:"}, {"a.ndjson", "{\"schema\""}, {"a.csv", "序号,"}}) {
    const auto& name = bound_name;  // Clang 14 captures no binding
    CAPTURE(name);
    convert("", {.inputs = {input}, .output = folder.file(name)});
    CHECK(folder.read(name).starts_with(start));
  }
}

TEST_CASE("a table has the columns named, in the language and with the byte order mark asked for") {
  const std::string json = tests::to_json(tests::make_full_list());
  CHECK(convert(json, {.format = Format::csv,
                       .columns = {Column::due, Column::id, Column::lead},
                       .language = Language::en,
                       .byte_order_mark = true}) ==
        "\xEF\xBB\xBF"
        "Due date,ID,Lead unit\r\n,a1.1-1,县住建局〔电力安全〕\r\n,a1.1-2,县住建局〔电力安全〕\r\n");
}

TEST_CASE("a table of several lists says which file each task is from") {
  const std::string json = tests::to_json(tests::make_full_list());
  CHECK(contains(convert(json + json, {.format = Format::csv}), "序号,文件,编号"));
  CHECK_FALSE(contains(convert(json, {.format = Format::csv}), "文件"));
}

TEST_CASE("only tasks of the kinds and units asked for are kept") {
  libparse::TaskList list = tests::make_full_list();
  list.tasks[1].kind = libparse::TaskKind::goal;
  list.tasks[1].responsibilities[0] = {libparse::Role::lead, "教育局", "县教育局"};
  const std::string json = tests::to_json(list);
  const auto ids = [&](const Options& options) { return convert(json, options); };
  const Options csv{.format = Format::csv, .columns = {Column::id}};
  Options goals = csv;
  goals.kinds = {libparse::TaskKind::goal};
  CHECK(ids(goals) == "编号\r\na1.1-2\r\n");
  Options unit = csv;
  unit.units = {"城乡建设"};  // of the canonical name
  CHECK(ids(unit) == "编号\r\na1.1-1\r\n");
  unit.units = {"水利", "教育"};
  CHECK(ids(unit) == "编号\r\na1.1-2\r\n");
}

TEST_CASE("an input that cannot be read is told and does not stop the rest") {
  const tests::TemporaryFolder folder;
  const std::string good = folder.write("good.json", tests::to_json(tests::make_full_list()));
  const std::string bad = folder.write("bad.json", "{\"schema\": 1}");
  const auto result = try_convert("", {.inputs = {bad, good}, .format = Format::ndjson});
  CHECK(result.status == ExitStatus::input);
  CHECK(contains(result.err, "bad.json:1:12: error: `schema` must be a string"));
  CHECK(contains(result.out, "\"a1.1-2\""));
  try_convert("", {.inputs = {bad}, .output = folder.file("none.json")});
  CHECK(folder.count() == 2);
}

TEST_CASE("options that do not go together are told") {
  const auto problem = [](const Options& options) {
    const auto result = try_convert("", options);
    CHECK(result.status == ExitStatus::usage);
    return result.err;
  };
  CHECK(contains(problem({.columns = {Column::id}}), "--columns is for csv, xlsx and markdown"));
  CHECK(contains(problem({.format = Format::csv, .columns = {Column::id, Column::due, Column::id}}), "names id twice"));
  CHECK(contains(problem({.format = Format::json, .byte_order_mark = true}), "--bom is for csv"));
  CHECK(contains(problem({.format = Format::xlsx, .terminal = {.on_stdout = true}}), "no text for a terminal"));
}
