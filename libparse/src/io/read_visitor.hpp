// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "io/fields.hpp"
#include "io/node.hpp"
#include "libparse/names.hpp"

namespace libparse::io {

/// Fills described objects from a tree. Each misfit ends in Error{format} at the place of the value.
class ReadVisitor {
 public:
  ReadVisitor(const InputFile& file, const Node& object) : file_(file), object_(object) {}

  void constant(std::string_view name, std::string_view word) {
    std::string found;
    required(name, found);
    if (found != word) file_.fail(find(name)->at, named(name) + " is `" + found + "`, not `" + std::string(word) + '`');
  }
  template <typename T>
  void required(std::string_view name, T& value) {
    const Node* node = find(name);
    if (node == nullptr) file_.fail(object_.at, named(name) + " is missing");
    read(*node, value, name);
  }
  template <typename T>
  void optional(std::string_view name, T& value) {
    if (const Node* node = find(name)) read(*node, value, name);
  }
  template <typename T>
  void explained(std::string_view name, T& value) {
    optional(name, value);
  }

  /// Reads `node` as an object of type T.
  template <typename T>
  static void read_object(const InputFile& file, const Node& node, T& value, std::string_view name) {
    if (node.kind != NodeKind::object) file.fail(node.at, named(name) + " must be an object");
    ReadVisitor visitor(file, node);
    describe(visitor, value);
    visitor.refuse_unknown_keys();
  }

 private:
  static std::string named(std::string_view name) { return '`' + std::string(name) + '`'; }

  const Node* find(std::string_view name) {
    known_.push_back(name);
    const auto found = std::find_if(object_.members.begin(), object_.members.end(),
                                    [&](const Member& member) { return member.key == name; });
    return found == object_.members.end() ? nullptr : &found->value;
  }

  void refuse_unknown_keys() const {
    for (const Member& member : object_.members) {
      if (std::find(known_.begin(), known_.end(), member.key) == known_.end()) {
        file_.fail(member.at, "key `" + member.key + "` is unknown here");
      }
    }
  }

  template <typename T>
  void read(const Node& node, T& value, std::string_view name) const {
    if constexpr (std::is_same_v<T, std::string>) {
      read_string(node, value, name);
    } else if constexpr (std::is_same_v<T, bool>) {
      const bool is_word = node.text == "true" || node.text == "false";
      const bool is_boolean = node.kind == NodeKind::boolean || (node.kind == NodeKind::plain && is_word);
      if (!is_boolean) file_.fail(node.at, named(name) + " must be true or false");
      value = node.text == "true";
    } else if constexpr (std::is_same_v<T, Decimal>) {
      value = decimal(node, name);
    } else if constexpr (std::is_integral_v<T>) {
      const Decimal number = decimal(node, name);
      const bool fits = number.scale == 0 && std::in_range<T>(number.digits);
      if (!fits) file_.fail(node.at, named(name) + " must be a whole number within its range");
      value = static_cast<T>(number.digits);
    } else if constexpr (std::is_enum_v<T>) {
      std::string word;
      read_string(node, word, name);
      const std::optional<T> found = find_named<T>(word);
      if (!found) file_.fail(node.at, named(name) + " has no such word: `" + word + '`');
      value = *found;
    } else {
      read_object(file_, node, value, name);
    }
  }
  template <typename T>
  void read(const Node& node, std::optional<T>& value, std::string_view name) const {
    read(node, value.emplace(), name);
  }
  template <typename T>
  void read(const Node& node, std::vector<T>& values, std::string_view name) const {
    if (node.kind != NodeKind::array) file_.fail(node.at, named(name) + " must be an array");
    values.reserve(node.items.size());
    for (const Node& item : node.items) read(item, values.emplace_back(), name);
  }

  void read_string(const Node& node, std::string& value, std::string_view name) const;
  [[nodiscard]] Decimal decimal(const Node& node, std::string_view name) const;

  const InputFile& file_;
  const Node& object_;
  std::vector<std::string_view> known_;
};

}  // namespace libparse::io
