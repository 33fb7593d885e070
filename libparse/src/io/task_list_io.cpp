// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>

#include "io/json_sink.hpp"
#include "io/read_visitor.hpp"
#include "io/write_visitor.hpp"
#include "io/yaml_sink.hpp"
#include "libparse/io.hpp"

namespace libparse {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

TaskList to_task_list(const io::InputFile& file, const io::Node& node) {
  if (node.kind != io::NodeKind::object) file.fail(node.at, "a task list must be an object");
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

std::vector<TaskList> read_json(std::string_view bytes, const std::string& path) {
  const io::InputFile file{bytes, path};
  std::vector<TaskList> lists;
  std::size_t at = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  while ((at = bytes.find_first_not_of(kBlank, at)) != std::string_view::npos) {
    lists.push_back(to_task_list(file, io::read_json_node(file, at)));
  }
  return lists;
}

std::vector<TaskList> read_ndjson(std::string_view bytes, const std::string& path) {
  const io::InputFile file{bytes, path};
  std::vector<TaskList> lists;
  std::size_t at = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  while ((at = bytes.find_first_not_of(kBlank, at)) != std::string_view::npos) {
    const std::size_t line_end = std::min(bytes.find('\n', at), bytes.size());
    // The document must not see the next line, or a broken line would be reported far from where it breaks.
    const io::InputFile line{bytes.substr(0, line_end), path};
    lists.push_back(to_task_list(line, io::read_json_node(line, at)));
    at = std::min(bytes.find_first_not_of(" \t\r", at), bytes.size());
    if (at < line_end) file.fail(at, "a line must hold one document only");
  }
  return lists;
}

std::vector<TaskList> read_yaml(std::string_view bytes, const std::string& path) {
  const io::InputFile file{bytes, path};
  std::vector<TaskList> lists;
  for (const io::Node& node : io::read_yaml_nodes(file)) lists.push_back(to_task_list(file, node));
  return lists;
}

std::vector<TaskList> read_task_lists(std::string_view bytes, Format format, const std::string& path) {
  switch (format) {
    case Format::json:
      return read_json(bytes, path);
    case Format::yaml:
      return read_yaml(bytes, path);
    case Format::ndjson:
      return read_ndjson(bytes, path);
  }
  return {};
}

}  // namespace libparse
