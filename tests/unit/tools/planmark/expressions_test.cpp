// SPDX-License-Identifier: MIT
// tests/golden/planmark/expressions.tsv: times and quantities with the values that an analyst reads in them.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <vector>

#include "libparse/mentions.hpp"
#include "libparse/names.hpp"

using namespace libparse;

namespace {

struct Row {
  std::string expression;
  std::string value;
  MentionOptions options;
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

MentionOptions options_of(const std::string& context) {
  MentionOptions options;
  options.only = {MentionType::time, MentionType::quantity};
  if (context.empty()) {
    options.year = 2025;
    options.issued_on = "2025-03-10";
  }
  for (const std::string& part : split(context, ' ')) {
    if (part.starts_with("year=")) options.year = std::stoi(part.substr(5));
    if (part.starts_with("date=")) options.issued_on = part.substr(5);
  }
  return options;
}

std::vector<Row> rows() {
  std::vector<Row> out;
  std::ifstream in(LIBPARSE_SOURCE_DIR "/tests/golden/planmark/expressions.tsv");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    REQUIRE(cells.size() >= 2);
    out.push_back({cells[0], cells[1], options_of(cells.size() > 2 ? cells[2] : "")});
  }
  return out;
}

std::string written(const Time& time) {
  std::string out(name_of(time.type));
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) out += std::string(" ") + name + "=" + value;
  };
  add("start", time.start);
  add("end", time.end);
  add("every", time.every);
  if (time.count) add("count", std::string(name_of(time.count->comparator)) + std::to_string(time.count->value));
  add("by", time.by);
  add("within", time.within);
  add("after", time.after);
  return out;
}

std::string written(const Target& quantity) {
  std::string out = std::string(name_of(quantity.comparator)) + " " + quantity.value.to_string();
  if (quantity.max) out += ".." + quantity.max->to_string();
  out += " " + (quantity.unit.empty() ? "-" : quantity.unit);
  if (quantity.direction != Direction::none) out += " " + std::string(name_of(quantity.direction));
  return out;
}

}  // namespace

TEST_CASE("each expression of the table has the value that it says, and no other") {
  const auto table = rows();
  CHECK(table.size() >= 300);
  for (const Row& row : table) {
    CAPTURE(row.expression);
    std::string found;
    for (const Mention& mention : find_mentions(row.expression, row.options, RulePack::builtin()).mentions) {
      found += (found.empty() ? "" : "; ") + (mention.time ? written(*mention.time) : written(*mention.quantity));
    }
    CHECK(found == row.value);
  }
}
