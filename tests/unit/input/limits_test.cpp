// SPDX-License-Identifier: MIT
// Limits hold in every container: an input is read whole, or it is refused by name of the limit and its option.
#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "input/source_text.hpp"
#include "libparse/error.hpp"
#include "libparse/rule_pack.hpp"
#include "ofd_builder.hpp"
#include "ooxml_builder.hpp"
#include "refused.hpp"

using libparse::Diagnostics;
using libparse::ErrorCode;
using libparse::InputOptions;

namespace {

struct Input {
  std::string name, bytes;
};

std::string sample(const std::string& name) {
  std::ifstream file(LIBPARSE_SOURCE_DIR "/tests/input/" + name, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Input> inputs() {
  std::string body, rows;
  for (int i = 1; i <= 40; ++i) {
    const std::string number = std::to_string(i);
    body += tests::paragraph(tests::run(number + ".疏浚河道，责任单位：县水务局"));
    rows +=
        tests::row(i, tests::text_cell("A" + number, "疏浚河道" + number) + tests::text_cell("B" + number, "县水务局"));
  }
  tests::OfdPage page;
  for (int line = 0; line < 30; ++line) page.text(30, 20 + 8 * line, "疏浚河道并加固堤防责任到人");
  std::string html = "<!DOCTYPE html><meta charset=utf-8><title>防汛工作方案</title>";
  for (int i = 0; i < 60; ++i) html += "<p>各单位要疏浚河道，加固堤防。</p>";
  return {{"DOCX", tests::Docx{.body = body}.bytes()},
          {"XLSX", tests::Xlsx{.sheets = {{"清单", "<sheetData>" + rows + "</sheetData>"}}}.bytes()},
          {"OFD", tests::zip_of(tests::ofd_parts({page.content(), page.content()}))},
          {"PDF", sample("tasks.pdf")},
          {"HTML", html}};
}

std::string read(const std::string& bytes, const InputOptions& options) {
  Diagnostics diagnostics;
  const auto source = libparse::input::read_source(bytes, options, libparse::RulePack::builtin().pack(), diagnostics);
  return source.utf8;
}

/// Reads under ever higher limits until one lets the input through.
/// \returns how often it was refused before
std::size_t refusals(const Input& input, const std::string& option, std::size_t highest,
                     const std::function<void(InputOptions&, std::size_t)>& set) {
  const std::string whole = read(input.bytes, {});
  REQUIRE(!whole.empty());
  std::size_t refused = 0;
  for (std::size_t limit = 1; limit <= highest; limit += 1 + limit / 5) {
    InputOptions options;
    set(options, limit);
    std::string text;
    const auto refusal = tests::refusal([&] { text = read(input.bytes, options); });
    if (!refusal) {
      CHECK(text == whole);
      return refused;
    }
    CAPTURE(limit);
    CAPTURE(refusal->message);
    CHECK(refusal->code == ErrorCode::limit);
    CHECK(refusal->message.find(option) != std::string::npos);
    ++refused;
  }
  FAIL("no limit lets " << input.name << " through");
  return refused;
}

}  // namespace

TEST_CASE("no input larger than allowed is read") {
  for (const Input& input : inputs()) {
    CAPTURE(input.name);
    CHECK(refusals(input, "--max-input-bytes", 2 * input.bytes.size(),
                   [](InputOptions& options, std::size_t limit) { options.limits.input_bytes = limit; }) > 10);
  }
}

TEST_CASE("whatever the bytes that an input may unpack to, it is read whole or refused") {
  for (const Input& input : inputs()) {
    CAPTURE(input.name);
    CHECK(refusals(input, "--max-expanded-bytes", std::size_t{1} << 27,
                   [](InputOptions& options, std::size_t limit) { options.limits.expanded_bytes = limit; }) > 10);
  }
}
