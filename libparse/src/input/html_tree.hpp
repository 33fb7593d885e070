// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/input.hpp"

namespace libparse::input {

/// A web page as a tree in document order. Nodes are numbered from 0 (the root element) in the order in which they
/// begin, so the nodes inside node i are those from i + 1 up to `nodes[i].end`.
class HtmlTree {
 public:
  struct Node {
    std::string_view tag;      ///< lower case; empty for text
    std::uint32_t parent = 0;  ///< of the root: 0
    std::uint32_t end = 0;     ///< number behind the last node inside this one
    std::uint32_t first = 0;   ///< text: where it starts; element: its first attribute
    std::uint32_t size = 0;    ///< text: bytes; element: attributes
    bool hidden = false;       ///< an element that styles hide, with all inside it (see hide_by_style)
    [[nodiscard]] bool is_text() const noexcept { return tag.empty(); }
  };

  /// Parses by the rules of HTML 5; `utf8` is valid UTF-8. Scripts, styles and other elements that show no text of
  /// the page are kept with what they hold.
  ///
  /// Errors: `Error{limit}` for elements deeper than `xml_depth`, pages whose tree would take more than
  ///         `expanded_bytes`, and where `time` is over.
  static HtmlTree parse(std::string_view utf8, const Limits& limits);

  std::vector<Node> nodes;

  [[nodiscard]] std::string_view text(const Node& node) const {
    return std::string_view(text_).substr(node.first, node.size);
  }
  /// Value of an attribute (name in lower case); empty where it is missing.
  [[nodiscard]] std::string_view attribute(const Node& node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(const Node& node, std::string_view name) const;
  /// All text inside a node, hidden or not, as it stands.
  [[nodiscard]] std::string all_text(std::size_t node) const;

 private:
  friend class HtmlTreeBuilder;
  struct Attribute {
    std::uint32_t name = 0, name_size = 0, value = 0, value_size = 0;  ///< in text_
  };
  [[nodiscard]] const Attribute* find(const Node& node, std::string_view name) const;

  std::vector<Attribute> attributes_;
  std::string text_;
};

/// Looks at a page before it is parsed, since a parser of HTML 5 takes time with the square of open elements and of the
/// attributes of one tag.
///
/// Errors: `Error{limit}` where parsing would take that long.
void check_parsing_cost(std::string_view utf8, const Limits& limits);

}  // namespace libparse::input
