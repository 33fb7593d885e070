// SPDX-License-Identifier: MIT
#include "plancheck/pointer.hpp"

#include <algorithm>
#include <charconv>

namespace plancheck {
namespace {

std::string unescaped(std::string_view part) {
  std::string key;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '~' && i + 1 < part.size()) {
      key += part[++i] == '1' ? '/' : '~';
    } else {
      key += part[i];
    }
  }
  return key;
}

}  // namespace

Pointer Pointer::operator/(std::string_view key) const {
  std::string text = text_ + '/';
  for (const char c : key) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return Pointer(std::move(text));
}

const libparse::Member* find_member(const libparse::Node& object, std::string_view key) {
  const auto found = std::find_if(object.members.begin(), object.members.end(),
                                  [&](const libparse::Member& member) { return member.key == key; });
  return found == object.members.end() ? nullptr : &*found;
}

const libparse::Node& find_value(const libparse::Node& root, std::string_view pointer) {
  const libparse::Node* node = &root;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view part = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(part.size());
    if (node->kind == libparse::NodeKind::array) {
      std::size_t index = node->items.size();
      std::from_chars(part.data(), part.data() + part.size(), index);
      if (index >= node->items.size()) break;
      node = &node->items[index];
    } else {
      const libparse::Member* member = find_member(*node, unescaped(part));
      if (member == nullptr) break;
      node = &member->value;
    }
  }
  return *node;
}

}  // namespace plancheck
