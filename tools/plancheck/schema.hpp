// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/tree.hpp"

namespace plancheck {

/// The texts of the files of that name under schemas/, embedded at build time.
extern const std::string_view kTaskListSchemaText;
extern const std::string_view kPolicySchemaText;

/// One way in which a document does not fit its schema.
struct Violation {
  std::string pointer;  ///< RFC 6901
  std::size_t at = 0;   ///< byte offset of the value; of the key where the key is at fault
  std::string message;
  bool is_version = false;  ///< the `schema` field names another schema
};

/// A JSON Schema (draft-07) made ready for many documents.
class Schema {
 public:
  explicit Schema(std::string_view text);
  Schema(Schema&&) noexcept;
  ~Schema();
  /// Every violation, in the order of their places. Linear in the size of the document.
  [[nodiscard]] std::vector<Violation> find_violations(const libparse::Node& document) const;

  struct State;  // valijson stays in schema.cpp

 private:
  std::unique_ptr<State> state_;
};

}  // namespace plancheck
