// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <valijson/internal/adapter.hpp>
#include <valijson/internal/basic_adapter.hpp>
#include <valijson/internal/frozen_value.hpp>
#include <vector>

#include "libparse/tree.hpp"
#include "plancheck/scalar.hpp"

/// Lets valijson look at libparse's trees, whose values know where they stand. The member names are valijson's.
namespace plancheck {

class TreeAdapter;
using TreeMember = std::pair<std::string, TreeAdapter>;

/// Walks over `Element`s of a tree and shows each as a `Shown`.
template <typename Element, typename Shown>
class TreeIterator {
 public:
  using iterator_category = std::bidirectional_iterator_tag;
  using value_type = Shown;
  using difference_type = std::ptrdiff_t;
  using pointer = Shown*;
  using reference = Shown&;

  explicit TreeIterator(const Element* at) : at_(at) {}
  Shown operator*() const;
  valijson::adapters::DerefProxy<Shown> operator->() const { return valijson::adapters::DerefProxy<Shown>(**this); }
  bool operator==(const TreeIterator& other) const { return at_ == other.at_; }
  bool operator!=(const TreeIterator& other) const { return at_ != other.at_; }
  const TreeIterator& operator++() {
    ++at_;
    return *this;
  }
  TreeIterator operator++(int) { return TreeIterator(at_++); }
  const TreeIterator& operator--() {
    --at_;
    return *this;
  }
  void advance(std::ptrdiff_t n) { at_ += n; }

 private:
  const Element* at_;
};

const libparse::Node& empty_node();

class TreeArray {
 public:
  using const_iterator = TreeIterator<libparse::Node, TreeAdapter>;
  using iterator = const_iterator;
  TreeArray() : node_(&empty_node()) {}
  explicit TreeArray(const libparse::Node& node) : node_(&node) {}
  [[nodiscard]] const_iterator begin() const { return const_iterator(node_->items.data()); }
  [[nodiscard]] const_iterator end() const { return const_iterator(node_->items.data() + size()); }
  [[nodiscard]] std::size_t size() const { return node_->items.size(); }

 private:
  const libparse::Node* node_;
};

class TreeObject {
 public:
  using const_iterator = TreeIterator<libparse::Member, TreeMember>;
  using iterator = const_iterator;
  TreeObject() : node_(&empty_node()) {}
  explicit TreeObject(const libparse::Node& node) : node_(&node) {}
  [[nodiscard]] const_iterator begin() const { return const_iterator(node_->members.data()); }
  [[nodiscard]] const_iterator end() const { return const_iterator(node_->members.data() + size()); }
  [[nodiscard]] const_iterator find(const std::string& key) const;
  [[nodiscard]] std::size_t size() const { return node_->members.size(); }

 private:
  const libparse::Node* node_;
};

/// What valijson asks of one value.
class TreeValue {
 public:
  TreeValue() : node_(&empty_node()) {}
  explicit TreeValue(const libparse::Node& node) : node_(&node), type_(scalar_type(node)) {}

  [[nodiscard]] valijson::adapters::FrozenValue* freeze() const;
  [[nodiscard]] std::optional<TreeArray> getArrayOptional() const;
  [[nodiscard]] std::optional<TreeObject> getObjectOptional() const;
  bool getArraySize(std::size_t& result) const;
  bool getObjectSize(std::size_t& result) const;
  bool getBool(bool& result) const;
  bool getDouble(double& result) const;
  bool getInteger(std::int64_t& result) const;
  bool getString(std::string& result) const;

  [[nodiscard]] static bool hasStrictTypes() { return true; }
  [[nodiscard]] bool isArray() const { return type_ == ValueType::array; }
  [[nodiscard]] bool isBool() const { return type_ == ValueType::boolean; }
  [[nodiscard]] bool isDouble() const { return type_ == ValueType::number; }
  [[nodiscard]] bool isInteger() const { return type_ == ValueType::integer; }
  [[nodiscard]] bool isNull() const { return type_ == ValueType::null; }
  [[nodiscard]] bool isNumber() const { return isInteger() || isDouble(); }
  [[nodiscard]] bool isObject() const { return type_ == ValueType::object; }
  [[nodiscard]] bool isString() const { return type_ == ValueType::string; }

 private:
  const libparse::Node* node_;
  ValueType type_ = ValueType::object;
};

class TreeAdapter : public valijson::adapters::BasicAdapter<TreeAdapter, TreeArray, TreeMember, TreeObject, TreeValue> {
 public:
  TreeAdapter() = default;
  explicit TreeAdapter(const libparse::Node& node) : BasicAdapter(TreeValue(node)) {}
};

template <>
inline TreeAdapter TreeIterator<libparse::Node, TreeAdapter>::operator*() const {
  return TreeAdapter(*at_);
}
template <>
inline TreeMember TreeIterator<libparse::Member, TreeMember>::operator*() const {
  return {at_->key, TreeAdapter(at_->value)};
}

}  // namespace plancheck

template <>
struct valijson::adapters::AdapterTraits<plancheck::TreeAdapter> {
  using DocumentType = libparse::Node;
  static std::string adapterName() { return "TreeAdapter"; }
};
