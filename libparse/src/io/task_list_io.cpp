// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <ostream>
#include <utility>

#include "io/json_sink.hpp"
#include "io/read_visitor.hpp"
#include "io/write_visitor.hpp"
#include "io/yaml_sink.hpp"
#include "libparse/io.hpp"
#include "libparse/tree.hpp"

namespace libparse {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

TaskList to_task_list(const io::InputFile& file, const Node& node) {
  if (node.kind != NodeKind::object) file.fail(node.at, "a task list must be an object");
  TaskList list;
  io::ReadVisitor::read_object(file, node, list, "task list");
  return list;
}

void write_json_document(const TaskList& list, std::ostream& out, bool pretty, bool explain) {
  io::JsonSink sink(out, pretty);
  io::WriteVisitor visitor(sink, explain);
  visitor.write(list);
  sink.finish();
}

}  // namespace

void write_json(const TaskList& list, std::ostream& out, const WriteOptions& options) {
  write_json_document(list, out, options.pretty, options.explain);
}

void write_ndjson(const TaskList& list, std::ostream& out, const WriteOptions& options) {
  write_json_document(list, out, /*pretty=*/false, options.explain);
}

void write_yaml(const TaskList& list, std::ostream& out, const WriteOptions& options) {
  std::string text;
  io::YamlSink sink(text);
  io::WriteVisitor visitor(sink, options.explain);
  visitor.write(list);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

void write_task_list(const TaskList& list, Format format, std::ostream& out, const WriteOptions& options) {
  switch (format) {
    case Format::json:
      return write_json(list, out, options);
    case Format::yaml:
      return write_yaml(list, out, options);
    case Format::ndjson:
      return write_ndjson(list, out, options);
  }
}

namespace {

std::size_t begin_of_content(std::string_view bytes) {
  return bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

// One tree at a time, so that a file of many lists does not stand in memory as trees.
using TreeTaker = std::function<void(Node&&)>;

void read_json_trees(const io::InputFile& file, const TreeTaker& take) {
  std::size_t at = begin_of_content(file.bytes);
  while ((at = file.bytes.find_first_not_of(kBlank, at)) != std::string_view::npos) {
    take(io::read_json_node(file, at));
  }
}

void read_ndjson_trees(const io::InputFile& file, const TreeTaker& take) {
  std::size_t at = begin_of_content(file.bytes);
  while ((at = file.bytes.find_first_not_of(kBlank, at)) != std::string_view::npos) {
    const std::size_t line_end = std::min(file.bytes.find('\n', at), file.bytes.size());
    // The document must not see the next line, or a broken line would be reported far from where it breaks.
    const io::InputFile line{file.bytes.substr(0, line_end), file.path};
    take(io::read_json_node(line, at));
    at = std::min(file.bytes.find_first_not_of(" \t\r", at), file.bytes.size());
    if (at < line_end) file.fail(at, "a line must hold one document only");
  }
}

void read_each_tree(const io::InputFile& file, Format format, const TreeTaker& take) {
  switch (format) {
    case Format::json:
      return read_json_trees(file, take);
    case Format::yaml:
      for (Node& node : io::read_yaml_nodes(file)) take(std::move(node));
      return;
    case Format::ndjson:
      return read_ndjson_trees(file, take);
  }
}

}  // namespace

std::vector<Node> read_trees(std::string_view bytes, Format format, const std::string& path) {
  std::vector<Node> trees;
  read_each_tree({bytes, path}, format, [&](Node&& tree) { trees.push_back(std::move(tree)); });
  return trees;
}

TaskList to_task_list(const Node& tree, std::string_view bytes, const std::string& path) {
  return to_task_list(io::InputFile{bytes, path}, tree);
}

std::vector<TaskList> read_task_lists(std::string_view bytes, Format format, const std::string& path) {
  const io::InputFile file{bytes, path};
  std::vector<TaskList> lists;
  read_each_tree(file, format, [&](const Node& tree) { lists.push_back(to_task_list(file, tree)); });
  return lists;
}

std::vector<TaskList> read_json(std::string_view bytes, const std::string& path) {
  return read_task_lists(bytes, Format::json, path);
}

std::vector<TaskList> read_ndjson(std::string_view bytes, const std::string& path) {
  return read_task_lists(bytes, Format::ndjson, path);
}

std::vector<TaskList> read_yaml(std::string_view bytes, const std::string& path) {
  return read_task_lists(bytes, Format::yaml, path);
}

}  // namespace libparse
