// SPDX-License-Identifier: MIT
#include "input/xml.hpp"

namespace libparse::input {

std::string_view XmlElement::name() const {
  return tree_ == nullptr ? std::string_view{} : tree_->names_[tree_->nodes_[index_].name].full;
}

std::string_view XmlElement::local() const {
  if (tree_ == nullptr) return {};
  const XmlTree::Name& name = tree_->names_[tree_->nodes_[index_].name];
  return std::string_view(name.full).substr(name.local);
}

std::string_view XmlElement::attribute(std::string_view local) const {
  if (tree_ == nullptr) return {};
  const XmlTree::Node& node = tree_->nodes_[index_];
  for (std::uint32_t i = 0; i < node.attributes; ++i) {
    const XmlTree::Attribute& attribute = tree_->attributes_[node.first_attribute + i];
    const XmlTree::Name& name = tree_->names_[attribute.name];
    if (std::string_view(name.full).substr(name.local) == local) {
      return std::string_view(tree_->text_).substr(attribute.text, attribute.text_size);
    }
  }
  return {};
}

std::string_view XmlElement::qualified_attribute(std::string_view name) const {
  if (tree_ == nullptr) return {};
  const XmlTree::Node& node = tree_->nodes_[index_];
  for (std::uint32_t i = 0; i < node.attributes; ++i) {
    const XmlTree::Attribute& attribute = tree_->attributes_[node.first_attribute + i];
    if (tree_->names_[attribute.name].full == name) {
      return std::string_view(tree_->text_).substr(attribute.text, attribute.text_size);
    }
  }
  return {};
}

bool XmlElement::has_attribute(std::string_view local) const { return attribute(local).data() != nullptr; }

std::string_view XmlElement::text() const {
  if (tree_ == nullptr) return {};
  const XmlTree::Node& node = tree_->nodes_[index_];
  return std::string_view(tree_->text_).substr(node.text, node.text_size);
}

XmlElement XmlElement::parent() const {
  return tree_ == nullptr ? XmlElement() : tree_->element(tree_->nodes_[index_].parent);
}

XmlElement XmlElement::first_child() const {
  return tree_ == nullptr ? XmlElement() : tree_->element(tree_->nodes_[index_].first_child);
}

XmlElement XmlElement::next_sibling() const {
  return tree_ == nullptr ? XmlElement() : tree_->element(tree_->nodes_[index_].next_sibling);
}

XmlElement XmlElement::child(std::string_view name) const {
  for (const XmlElement each : children()) {
    if (each.is(name)) return each;
  }
  return {};
}

XmlElement XmlElement::local_child(std::string_view local) const {
  for (const XmlElement each : children()) {
    if (each.local() == local) return each;
  }
  return {};
}

XmlElement XmlElement::next_in(XmlElement top) const {
  const XmlElement inside = first_child();
  return inside ? inside : next_behind(top);
}

XmlElement XmlElement::next_behind(XmlElement top) const {
  for (XmlElement at = *this; at && at != top; at = at.parent()) {
    if (const XmlElement next = at.next_sibling()) return next;
  }
  return {};
}

XmlTree::XmlTree() = default;
XmlTree::XmlTree(XmlTree&&) noexcept = default;
XmlTree& XmlTree::operator=(XmlTree&&) noexcept = default;
XmlTree::~XmlTree() = default;

}  // namespace libparse::input
