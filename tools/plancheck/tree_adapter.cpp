// SPDX-License-Identifier: MIT
#include "plancheck/tree_adapter.hpp"

#include <cstdlib>

#include "plancheck/pointer.hpp"

namespace plancheck {
namespace {

// valijson runs std::regex over every string that has a pattern, and that recurses once per character: a string of
// megabytes would end the process. No pattern of ours tells such strings apart behind this many bytes.
constexpr std::size_t kLongestString = 4096;

class FrozenTree : public valijson::adapters::FrozenValue {
 public:
  explicit FrozenTree(libparse::Node node) : node_(std::move(node)) {}
  [[nodiscard]] FrozenValue* clone() const override { return new FrozenTree(node_); }
  [[nodiscard]] bool equalTo(const valijson::adapters::Adapter& other, bool strict) const override {
    return TreeAdapter(node_).equalTo(other, strict);
  }

 private:
  libparse::Node node_;
};

}  // namespace

const libparse::Node& empty_node() {
  static const libparse::Node node{.kind = libparse::NodeKind::object, .text = {}, .items = {}, .members = {}};
  return node;
}

TreeObject::const_iterator TreeObject::find(const std::string& key) const {
  const libparse::Member* member = find_member(*node_, key);
  return member == nullptr ? end() : const_iterator(member);
}

// valijson owns what it freezes.
valijson::adapters::FrozenValue* TreeValue::freeze() const { return new FrozenTree(*node_); }

std::optional<TreeArray> TreeValue::getArrayOptional() const {
  return isArray() ? std::optional(TreeArray(*node_)) : std::nullopt;
}

std::optional<TreeObject> TreeValue::getObjectOptional() const {
  return isObject() ? std::optional(TreeObject(*node_)) : std::nullopt;
}

bool TreeValue::getArraySize(std::size_t& result) const {
  result = node_->items.size();
  return isArray();
}

bool TreeValue::getObjectSize(std::size_t& result) const {
  result = node_->members.size();
  return isObject();
}

bool TreeValue::getBool(bool& result) const {
  result = boolean_of(*node_);
  return isBool();
}

bool TreeValue::getDouble(double& result) const {
  result = std::strtod(node_->text.c_str(), nullptr);
  return isDouble();
}

bool TreeValue::getInteger(std::int64_t& result) const { return isInteger() && integer_of(*node_, result); }

bool TreeValue::getString(std::string& result) const {
  if (!isString()) return false;
  std::size_t size = std::min(node_->text.size(), kLongestString);
  while (size < node_->text.size() && size > 0 && (static_cast<unsigned char>(node_->text[size]) & 0xC0U) == 0x80U) {
    --size;  // never half a character
  }
  result = node_->text.substr(0, size);
  return true;
}

}  // namespace plancheck
