// SPDX-License-Identifier: MIT
#include "planparse/json_text.hpp"

#include <nlohmann/json.hpp>

namespace planparse {

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string write_value(const libparse::Node& value) {
  std::string out;
  switch (value.kind) {
    case libparse::NodeKind::null:
      return "null";
    case libparse::NodeKind::boolean:
    case libparse::NodeKind::number:
    case libparse::NodeKind::plain:
      return value.text;
    case libparse::NodeKind::string:
      return json_string(value.text);
    case libparse::NodeKind::array:
      for (const libparse::Node& item : value.items) out += (out.empty() ? "" : ",") + write_value(item);
      return "[" + out + "]";
    case libparse::NodeKind::object:
      for (const libparse::Member& member : value.members) {
        out += (out.empty() ? "" : ",") + json_string(member.key) + ":" + write_value(member.value);
      }
      return "{" + out + "}";
  }
  return out;
}

const libparse::Node* find_member(const libparse::Node& object, std::string_view key) {
  for (const libparse::Member& member : object.members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

}  // namespace planparse
