// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <sstream>

#include "full_list.hpp"
#include "io/json_sink.hpp"
#include "io/yaml_sink.hpp"
#include "libparse/io.hpp"
#include "libparse/version.hpp"

using namespace libparse;

namespace {

std::string to_text(const TaskList& list, Format format, const WriteOptions& options = {}) {
  std::ostringstream out;
  write_task_list(list, format, out, options);
  return out.str();
}

std::string quoted(std::string_view text) {
  std::string out;
  io::append_quoted(out, text);
  return out;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a list with nothing in it is the schema name, the generator and the source") {
  TaskList list;
  list.document.source = {"-", std::string(64, '0'), "text/plain", "UTF-8", 0, 0};
  CHECK(to_text(list, Format::json) == R"({
  "schema": "planparse.task-list/1",
  "generator": {
    "name": "planparse",
    "version": ")" + std::string(version()) +
                                           R"("
  },
  "document": {
    "source": {
      "path": "-",
      "sha256": "0000000000000000000000000000000000000000000000000000000000000000",
      "media_type": "text/plain",
      "encoding": "UTF-8",
      "bytes": 0,
      "characters": 0
    }
  }
}
)");
}

TEST_CASE("NDJSON is one line, and the same as compact JSON") {
  const std::string line = to_text(tests::make_full_list(), Format::ndjson);
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(line == to_text(tests::make_full_list(), Format::json, {.pretty = false}));
  CHECK(contains(line, R"("span":{"begin":10,"end":20})"));
}

TEST_CASE("decimals are exact, flags appear when true, and spans keep to one line") {
  const std::string json = to_text(tests::make_full_list(), Format::json);
  CHECK(contains(json, "\"value\": 0.05,\n"));
  CHECK(contains(json, "\"max\": 75.5,\n"));
  CHECK(contains(json, "\"group\": true,\n"));
  CHECK(contains(json, "\"span\": {\"begin\": 40, \"end\": 46},\n"));
  CHECK(contains(json, "\"count\": {\"comparator\": \"ge\", \"value\": 1},\n"));
  TaskList list = tests::make_full_list();
  for (Task& task : list.tasks) task.responsibilities[0].group = task.responsibilities[0].inherited = false;
  CHECK_FALSE(contains(to_text(list, Format::json), "group"));
  CHECK_FALSE(contains(to_text(list, Format::json), "inherited"));
}

TEST_CASE("zero is written where it is an answer and left out where it means nothing") {
  TaskList list = tests::make_full_list();
  list.document.year = 0;
  list.tasks.resize(1);
  list.tasks[0].targets[0].value = {};
  const std::string json = to_text(list, Format::json);
  CHECK(contains(json, "\"value\": 0,\n"));
  CHECK(contains(json, "\"by\": 0\n"));  // index of the first time
  CHECK_FALSE(contains(json, "\"year\": 0"));
}

TEST_CASE("rule ids are written on request only") {
  for (const Format format : {Format::json, Format::yaml, Format::ndjson}) {
    CHECK_FALSE(contains(to_text(tests::make_full_list(), format), "time.every-month"));
    CHECK(contains(to_text(tests::make_full_list(), format, {.explain = true}), "time.every-month"));
  }
}

TEST_CASE("strings are escaped where JSON, YAML or a line reader needs it, and nowhere else") {
  CHECK(quoted("关于《…》") == "\"关于《…》\"");
  CHECK(quoted("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(quoted("\n\r\t\b\x01\x7F") == R"("\n\r\t\u0008\u0001\u007f")");
  CHECK(quoted("\u0085\u2028\u2029\uFEFF") == R"("\u0085\u2028\u2029\ufeff")");
  CHECK(quoted(std::string_view("\0", 1)) == R"("\u0000")");
  CHECK(quoted("𠀀") == "\"𠀀\"");
}

TEST_CASE("bytes that are no UTF-8 become replacement characters, one per byte") {
  CHECK(quoted("a\xFF") == "\"a\uFFFD\"");
  CHECK(quoted("\xE4\xB8") == "\"\uFFFD\uFFFD\"");            // cut off
  CHECK(quoted("\xC0\xAF") == "\"\uFFFD\uFFFD\"");            // overlong
  CHECK(quoted("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");  // surrogate
  CHECK(quoted("\xF4\x90\x80\x80") == "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");
}

TEST_CASE("YAML leaves plain only what every reader takes for a string") {
  for (const char* text : {"lead", "关于印发方案的通知", "a1.2.1", "每月至少一次", "《方案》", "P1M", "x-y"}) {
    CAPTURE(text);
    CHECK(io::is_plain_yaml(text));
  }
  for (const char* text :
       {"",   "true", "No",   "NULL", "y",    "on",   "~",        "1.2",      "2025-12-31", "0x1F",    "1e3", ".inf",
        "-",  "- a",  "a: b", "a #b", "a\nb", " a",   "a ",       "（一）",   "[a",         "{a",      "*a",  "&a",
        "!a", "%",    "@a",   "`a",   "?",    "a\tb", "\uFEFF一", "\u3000一", "一\u2028",   "\xE4\xB8"}) {
    CAPTURE(text);
    CHECK_FALSE(io::is_plain_yaml(text));
  }
}

TEST_CASE("YAML is written in block style with spans in one line") {
  TaskList list = tests::make_full_list();
  list.tasks.resize(1);
  const std::string yaml = to_text(list, Format::yaml);
  CHECK(contains(yaml, "schema: planparse.task-list/1\n"));
  CHECK(contains(yaml, "  issuers:\n    - 临县人民政府办公室\n    - \"no\"\n"));
  CHECK(contains(yaml, "tasks:\n  - id: a1.1-1\n    fingerprint: \"0123456789abcdef\"\n"));
  CHECK(contains(yaml, "    responsibilities:\n      - role: lead\n        organization: 住建局\n"));
  CHECK(contains(yaml, "        span: {begin: 30, end: 33}\n"));
}
