// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <utility>

#include "input/html_tree.hpp"
#include "libparse/error.hpp"
#include "suite.hpp"

using libparse::input::HtmlTree;

namespace {

struct Case {
  std::string data, expected;
  bool is_fragment = false;
};

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::istringstream in(tests::read_file(file));
  std::string part;
  for (std::string line; std::getline(in, line);) {
    if (line == "#data") {
      cases.emplace_back();
      part = line;
    } else if (!cases.empty() && (line == "#errors" || line == "#document" || line == "#document-fragment")) {
      cases.back().is_fragment |= line == "#document-fragment";
      part = line;
    } else if (part == "#data") {
      cases.back().data += line + '\n';
    } else if (part == "#document") {
      cases.back().expected += line + '\n';
    }
  }
  for (Case& read : cases) {
    if (!read.data.empty()) read.data.pop_back();
    while (read.expected.ends_with("\n\n")) read.expected.pop_back();
  }
  return cases;
}

// One line of the expected tree: how deep it stands, and what it says; text of several lines stays one.
struct Line {
  std::size_t depth = 0;
  std::string text;
};

std::vector<Line> read_lines(const std::string& expected) {
  std::vector<Line> lines;
  std::istringstream in(expected);
  bool in_text = false;
  for (std::string line; std::getline(in, line);) {
    if (in_text || !line.starts_with("| ")) {
      REQUIRE(!lines.empty());
      lines.back().text += '\n' + line;
    } else {
      const std::size_t at = std::min(line.find_first_not_of(' ', 2), line.size());
      lines.push_back({(at - 2) / 2, line.substr(at)});
    }
    const std::string& text = lines.back().text;
    in_text = (text.starts_with('"') && (text.size() == 1 || !text.ends_with('"'))) ||
              (text.starts_with("<!--") && !text.ends_with("-->"));
  }
  return lines;
}

// A node of the tree as far as the reader keeps it: no comments and document types, no namespaces; a template holds its
// content itself.
struct Expected {
  std::size_t depth = 0;
  std::string text;  // in quotes for text
  std::vector<std::pair<std::string, std::string>> attributes;
  [[nodiscard]] bool is_text() const { return text.starts_with('"'); }
};

std::string without_namespace(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

std::vector<Expected> reduce(const std::vector<Line>& lines) {
  std::vector<std::size_t> contents;  // depths of open `content` lines
  std::vector<Expected> nodes;
  for (const Line& line : lines) {
    while (!contents.empty() && line.depth <= contents.back()) contents.pop_back();
    const std::string& text = line.text;
    if (text.starts_with("<!--") || text.starts_with("<!DOCTYPE")) continue;
    if (text == "content") {
      contents.push_back(line.depth);
    } else if (text.starts_with('"')) {
      nodes.push_back({line.depth - contents.size(), text, {}});
    } else if (text.starts_with('<') && text.ends_with('>')) {
      nodes.push_back({line.depth - contents.size(), without_namespace(text.substr(1, text.size() - 2)), {}});
    } else {
      const std::size_t sign = text.find("=\"");
      REQUIRE_MESSAGE(sign != std::string::npos, text);
      const std::string value = text.substr(sign + 2, text.size() - sign - 3);
      nodes.back().attributes.emplace_back(without_namespace(text.substr(0, sign)), value);
    }
  }
  return nodes;
}

bool is_same_element(const HtmlTree& tree, const HtmlTree::Node& node, const Expected& expected) {
  // Elements that HTML does not know have one name in the tree; the reader takes them all alike.
  std::string tag = expected.text;
  std::transform(tag.begin(), tag.end(), tag.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (node.tag != tag && node.tag != "unknown") return false;
  return node.size == expected.attributes.size() &&
         std::all_of(expected.attributes.begin(), expected.attributes.end(), [&](const auto& attribute) {
           return tree.has_attribute(node, attribute.first) &&
                  tree.attribute(node, attribute.first) == attribute.second;
         });
}

// Texts side by side are one to the reader.
std::string text_at(const HtmlTree& tree, std::size_t& i) {
  const std::uint32_t parent = tree.nodes[i].parent;
  std::string text(tree.text(tree.nodes[i]));
  while (i + 1 < tree.nodes.size() && tree.nodes[i + 1].is_text() && tree.nodes[i + 1].parent == parent) {
    text += tree.text(tree.nodes[++i]);
  }
  return '"' + text + '"';
}

void merge_texts(std::vector<Expected>& nodes) {
  std::vector<Expected> merged;
  for (Expected& node : nodes) {
    const bool joins =
        !merged.empty() && node.is_text() && merged.back().is_text() && merged.back().depth == node.depth;
    if (joins) {
      merged.back().text.pop_back();
      merged.back().text += node.text.substr(1);
    } else {
      merged.push_back(std::move(node));
    }
  }
  nodes = std::move(merged);
}

// Empty where the trees are the same.
std::string difference(const HtmlTree& tree, std::vector<Expected> expected) {
  merge_texts(expected);
  std::vector<std::size_t> depth(tree.nodes.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < tree.nodes.size(); ++i, ++count) {
    const HtmlTree::Node& node = tree.nodes[i];
    const std::size_t here = depth[i] = i == 0 ? 0 : depth[node.parent] + 1;
    const std::string shown = node.is_text() ? text_at(tree, i) : std::string(node.tag);
    if (count >= expected.size()) return "one node too many: " + shown;
    const Expected& there = expected[count];
    const bool same = node.is_text() ? shown == there.text : is_same_element(tree, node, there);
    if (here != there.depth || !same) return "node " + std::to_string(count) + " is " + shown + ", not " + there.text;
  }
  return count == expected.size() ? "" : "the tree ends before " + expected[count].text;
}

}  // namespace

TEST_CASE("web pages become the trees of the html5lib suite") {
  const auto folder =
      tests::find_suite(LIBPARSE_SUITES_DIR "/html5/test/data/tree-construction", "tools/dev/fetch-suites.sh");
  if (!folder) return;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {  // not `scripted`: the reader runs nothing
    if (entry.path().extension() == ".dat") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  tests::Tally tally("html");
  for (const std::filesystem::path& file : files) {
    std::size_t number = 0;
    for (const Case& test : read_cases(file)) {
      ++number;
      if (test.is_fragment) continue;  // the reader reads whole pages
      std::string found;
      try {
        found = difference(HtmlTree::parse(test.data, {}), reduce(read_lines(test.expected)));
      } catch (const libparse::Error& error) {
        found = std::string("refused: ") + error.what();
      }
      tally.add(file.filename().string() + " " + std::to_string(number), found.empty(), found);
    }
  }
  CHECK(tally.run() > 1200);
  tally.finish();
}
