// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "libparse/error.hpp"
#include "libparse/tree.hpp"

/// How trees (libparse/tree.hpp) are made from the events of a parser.
namespace libparse::io {

/// The bytes of a file and its name: what an error needs to say where it is.
struct InputFile {
  std::string_view bytes;
  std::string path;

  /// Throws Error{format} with `where` = path:line:column, counted from 1; columns count code points.
  [[noreturn]] void fail(std::size_t at, const std::string& message) const;
};

/// Puts a tree together from parser events in document order.
class NodeBuilder {
 public:
  explicit NodeBuilder(const InputFile& file) : file_(file) {}

  void scalar(NodeKind kind, std::string text, std::size_t at);
  void open(NodeKind kind, std::size_t at);
  void close();
  /// The finished tree; the builder is as new. Every `open` must have its `close`.
  [[nodiscard]] Node take() { return std::exchange(root_, {}); }

 private:
  static constexpr std::size_t kDeepest = 64;  // a task list is 6 deep; deeper nesting is an attack or an accident

  // A value takes some hundred bytes of memory, and in a file it may take two. A task list of 100 MB has fewer.
  static constexpr std::size_t kMostValues = 4'000'000;

  Node& place(NodeKind kind, std::size_t at);
  [[nodiscard]] bool is_repeated(const std::string& key);

  const InputFile& file_;
  Node root_;
  std::vector<Node*> open_;
  std::vector<std::unordered_set<std::string>> keys_;  // of each open object that has many
  std::size_t values_ = 0;
  bool has_key_ = false;  // the innermost object has a key that waits for its value
};

/// Reads the JSON document that starts at byte `at` and moves `at` behind it.
Node read_json_node(const InputFile& file, std::size_t& at);

/// Reads all documents of a YAML stream.
std::vector<Node> read_yaml_nodes(const InputFile& file);

}  // namespace libparse::io
