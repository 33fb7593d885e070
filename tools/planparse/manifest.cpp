// SPDX-License-Identifier: MIT
#include "planparse/manifest.hpp"

#include <charconv>

#include "libparse/error.hpp"
#include "planparse/json_text.hpp"

namespace planparse {
namespace {

using libparse::Node;

std::string text_of(const Node* object, std::string_view key) {
  const Node* value = object == nullptr ? nullptr : find_member(*object, key);
  return value == nullptr ? std::string() : value->text;
}

std::uint64_t number_of(const Node* object, std::string_view key) {
  const std::string text = text_of(object, key);
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::string write_failure(const Failure& failure) {
  std::string out = "{\"code\":" + json_string(failure.code) + ",\"message\":" + json_string(failure.message);
  if (!failure.where.empty()) out += ",\"where\":" + json_string(failure.where);
  return out + "}";
}

std::string write_error_record(const std::string& path, const Failure& failure) {
  return "{\"schema\":\"planparse.error/1\",\"path\":" + json_string(path) + ",\"error\":" + write_failure(failure) +
         "}\n";
}

std::string write_entry(const ManifestEntry& entry) {
  std::string out = "{\"path\":" + json_string(entry.path);
  if (!entry.sha256.empty()) {
    out += ",\"sha256\":\"" + entry.sha256 + "\",\"bytes\":" + std::to_string(entry.bytes);
  }
  out += entry.failure ? ",\"status\":\"failed\"" : ",\"status\":\"done\"";
  if (!entry.output_sha256.empty()) {
    out += ",\"output\":{";
    if (!entry.output.empty()) out += "\"path\":" + json_string(entry.output) + ",";
    if (entry.offset) out += "\"offset\":" + std::to_string(*entry.offset) + ",";
    out += "\"bytes\":" + std::to_string(entry.output_bytes) + ",\"sha256\":\"" + entry.output_sha256 + "\"}";
  }
  if (entry.failure) return out + ",\"error\":" + write_failure(*entry.failure) + "}\n";
  return out + ",\"counts\":{\"sections\":" + std::to_string(entry.sections) +
         ",\"tasks\":" + std::to_string(entry.tasks) + ",\"warnings\":" + std::to_string(entry.diagnostics) + "}}\n";
}

std::optional<ManifestEntry> read_entry(std::string_view line) {
  ManifestEntry entry;
  try {
    const std::vector<Node> trees = libparse::read_trees(line, libparse::Format::json);
    if (trees.size() != 1 || find_member(trees.front(), "status") == nullptr) return std::nullopt;
    const Node& tree = trees.front();
    entry.path = text_of(&tree, "path");
    entry.sha256 = text_of(&tree, "sha256");
    entry.bytes = number_of(&tree, "bytes");
    if (text_of(&tree, "status") == "failed") {
      const Node* error = find_member(tree, "error");
      entry.failure = {text_of(error, "code"), text_of(error, "message"), text_of(error, "where")};
    }
    const Node* output = find_member(tree, "output");
    entry.output = text_of(output, "path");
    if (output != nullptr && find_member(*output, "offset") != nullptr) entry.offset = number_of(output, "offset");
    entry.output_bytes = number_of(output, "bytes");
    entry.output_sha256 = text_of(output, "sha256");
    const Node* counts = find_member(tree, "counts");
    entry.sections = number_of(counts, "sections");
    entry.tasks = number_of(counts, "tasks");
    entry.diagnostics = number_of(counts, "warnings");
  } catch (const libparse::Error&) {
    return std::nullopt;
  }
  return entry;
}

}  // namespace planparse
