// SPDX-License-Identifier: MIT
#include "io/node.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace libparse::io {

void InputFile::fail(std::size_t at, const std::string& message) const {
  const std::string_view before = bytes.substr(0, at);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::string_view in_line = before.substr(before.rfind('\n') + 1);
  const auto column = 1 + std::count_if(in_line.begin(), in_line.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  throw Error(ErrorCode::format, message, path + ':' + std::to_string(line) + ':' + std::to_string(column));
}

Node& NodeBuilder::place(NodeKind kind, std::size_t at) {
  if (++values_ > kMostValues) file_.fail(at, "holds more than " + std::to_string(kMostValues) + " values");
  Node* node = &root_;
  if (!open_.empty()) {
    Node& parent = *open_.back();
    if (parent.kind == NodeKind::array) {
      node = &parent.items.emplace_back();
    } else {
      node = &parent.members.back().value;
      has_key_ = false;
    }
  }
  node->kind = kind;
  node->at = at;
  return *node;
}

bool NodeBuilder::is_repeated(const std::string& key) {
  constexpr std::size_t kFew = 32;  // where looking at each is quicker than a set, which holds for every task list
  const std::vector<Member>& members = open_.back()->members;
  if (members.size() < kFew) {
    return std::any_of(members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
  }
  std::unordered_set<std::string>& keys = keys_.back();
  if (keys.empty()) {
    for (const Member& member : members) keys.insert(member.key);
  }
  return !keys.insert(key).second;
}

void NodeBuilder::scalar(NodeKind kind, std::string text, std::size_t at) {
  if (!open_.empty() && open_.back()->kind == NodeKind::object && !has_key_) {
    Node& object = *open_.back();
    if (is_repeated(text)) file_.fail(at, "key `" + text + "` is repeated");
    object.members.push_back({std::move(text), {}, at});
    has_key_ = true;
    return;
  }
  place(kind, at).text = std::move(text);
}

void NodeBuilder::open(NodeKind kind, std::size_t at) {
  const bool expects_key = !open_.empty() && open_.back()->kind == NodeKind::object && !has_key_;
  if (expects_key) file_.fail(at, "a key must be a word");
  if (open_.size() == kDeepest) file_.fail(at, "values are nested too deeply");
  open_.push_back(&place(kind, at));
  keys_.emplace_back();
}

void NodeBuilder::close() {
  open_.pop_back();
  keys_.pop_back();
}

}  // namespace libparse::io
