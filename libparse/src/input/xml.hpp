// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "input/archive.hpp"

namespace libparse::input {

class XmlTree;

/// An element of an XmlTree, or none (where something was looked for and is not there; all of it is empty then).
/// Cheap to copy; lives as long as its tree stays where it is.
class XmlElement {
 public:
  XmlElement() = default;
  explicit operator bool() const noexcept { return tree_ != nullptr; }
  friend bool operator==(const XmlElement&, const XmlElement&) = default;

  /// Name with the usual prefix of its namespace whatever prefix the file uses: `w:p`. Namespaces that have no usual
  /// prefix (see xml.cpp), and names without one, give the local name alone.
  [[nodiscard]] std::string_view name() const;
  /// Name without namespace: `p`.
  [[nodiscard]] std::string_view local() const;
  [[nodiscard]] bool is(std::string_view name) const { return this->name() == name; }

  /// Value of an attribute by its local name (`val` of `w:val`); empty where it is missing.
  [[nodiscard]] std::string_view attribute(std::string_view local) const;
  /// The same by full name with usual prefix: `r:id`, which `id` would not tell from `w:id`.
  [[nodiscard]] std::string_view qualified_attribute(std::string_view name) const;
  [[nodiscard]] bool has_attribute(std::string_view local) const;

  /// Character data in front of the first child element, entities and CDATA resolved.
  [[nodiscard]] std::string_view text() const;

  [[nodiscard]] XmlElement parent() const;
  [[nodiscard]] XmlElement first_child() const;
  [[nodiscard]] XmlElement next_sibling() const;
  /// First child of that name (as `name()` gives it).
  [[nodiscard]] XmlElement child(std::string_view name) const;
  /// First child of that local name in whatever namespace.
  [[nodiscard]] XmlElement local_child(std::string_view local) const;
  /// The element that follows in document order inside `top`: children first. None behind the last.
  [[nodiscard]] XmlElement next_in(XmlElement top) const;
  /// The element that follows in document order inside `top`, children of this one passed over.
  [[nodiscard]] XmlElement next_behind(XmlElement top) const;

  class Iterator;
  struct Children;
  /// For range-based loops over the child elements.
  [[nodiscard]] Children children() const;

 private:
  friend class XmlTree;
  XmlElement(const XmlTree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  const XmlTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

class XmlElement::Iterator {
 public:
  explicit Iterator(XmlElement at) : at_(at) {}
  XmlElement operator*() const { return at_; }
  Iterator& operator++() {
    at_ = at_.next_sibling();
    return *this;
  }
  friend bool operator==(const Iterator&, const Iterator&) = default;

 private:
  XmlElement at_;
};

struct XmlElement::Children {
  XmlElement first;
  [[nodiscard]] Iterator begin() const { return Iterator(first); }
  [[nodiscard]] static Iterator end() { return Iterator(XmlElement()); }
};

inline XmlElement::Children XmlElement::children() const { return {first_child()}; }

/// An XML 1.0 document with namespaces, read with distrust: any document type declaration is refused, and so are
/// elements deeper than `xml_depth`; nothing outside is ever looked at. Encodings: UTF-8, UTF-16, ASCII, ISO 8859-1.
///
/// Comments, processing instructions, and character data behind a child element are dropped: in the formats read here
/// text stands in elements of its own.
class XmlTree {
 public:
  /// The part of an archive. Its tree is charged to the archive.
  ///
  /// Errors: those of Archive::read; `Error{damaged}` where it is not well-formed or has a document type declaration,
  ///         with line and column; `Error{limit}` where it is too deep, too large or takes too long.
  static XmlTree read(Archive& archive, std::string_view name);
  /// A document in memory; `what` names it in messages. Its tree may take `limits.expanded_bytes`.
  static XmlTree parse(std::string_view bytes, const Limits& limits, std::string_view what);

  XmlTree(XmlTree&&) noexcept;
  XmlTree& operator=(XmlTree&&) noexcept;
  ~XmlTree();
  [[nodiscard]] XmlElement root() const { return {this, 0}; }

 private:
  friend class XmlElement;
  friend class XmlBuilder;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Name {
    std::string full;       ///< with usual prefix
    std::size_t local = 0;  ///< where its local part starts
  };
  struct Node {
    std::uint32_t name = 0;
    std::uint32_t parent = kNone;
    std::uint32_t first_child = kNone;
    std::uint32_t next_sibling = kNone;
    std::uint32_t first_attribute = 0;
    std::uint32_t attributes = 0;
    std::uint32_t text = 0;  ///< offset in text_
    std::uint32_t text_size = 0;
  };
  struct Attribute {
    std::uint32_t name = 0;
    std::uint32_t text = 0;
    std::uint32_t text_size = 0;
  };
  XmlTree();
  [[nodiscard]] XmlElement element(std::uint32_t index) const {
    return index == kNone ? XmlElement() : XmlElement(this, index);
  }

  std::deque<Node> nodes_;  ///< deques, so that growing never holds everything twice
  std::deque<Attribute> attributes_;
  std::deque<Name> names_;
  std::string text_;
};

}  // namespace libparse::input
