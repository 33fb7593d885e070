// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/io.hpp"
#include "libparse/task_list.hpp"

/// JSON and YAML documents as trees that know where each value stands in the file: for programs that say of a value
/// what is wrong with it and in which line.
namespace libparse {

enum class NodeKind : std::uint8_t { null, boolean, number, string, plain, array, object };

struct Member;

/// One value. `plain` is an unquoted YAML scalar, whose type follows from the field that it is read into.
struct Node {
  NodeKind kind = NodeKind::null;
  std::string text;             ///< of a scalar; numbers as written, so that decimals stay exact
  std::vector<Node> items;      ///< of an array
  std::vector<Member> members;  ///< of an object, in file order, without repeated keys
  std::size_t at = 0;           ///< byte offset in the file
};

struct Member {
  std::string key;
  Node value;
  std::size_t at = 0;  ///< byte offset of the key
};

/// Every document that `bytes` hold, in order: as read_task_lists, but whatever the documents say.
///
/// Errors: throws `Error{format}` with `where` = `path:line:column` for a syntax error, a repeated key, YAML aliases,
///         and values nested more than 64 deep.
/// \param path  only for `where`.
std::vector<Node> read_trees(std::string_view bytes, Format format, const std::string& path = {});

/// The task list that a tree of read_trees holds. `bytes` are those that it was read from.
///
/// Errors: throws `Error{format}` as read_task_lists does for keys, types and words.
TaskList to_task_list(const Node& tree, std::string_view bytes, const std::string& path = {});

}  // namespace libparse
