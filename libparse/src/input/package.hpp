// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/archive.hpp"
#include "input/xml.hpp"
#include "libparse/diagnostic.hpp"

namespace libparse::input {

/// One arrow from a part (or the package) to another (ISO/IEC 29500-2, 6.5).
struct Relationship {
  std::string id;
  std::string kind;    ///< last segment of the type: `styles`, `worksheet`
  std::string target;  ///< name of a part, made absolute, without leading `/`; empty for what lies outside
};

/// An Office Open XML package: parts that point at each other (ISO/IEC 29500-2, Open Packaging Conventions).
class Package {
 public:
  /// Errors: those of Archive.
  Package(std::string_view bytes, const Limits& limits) : archive_(bytes, limits) {}

  [[nodiscard]] Archive& archive() noexcept { return archive_; }
  /// What `part` points at; `` for the package itself. None where it points at nothing.
  [[nodiscard]] std::vector<Relationship> relationships(std::string_view part);
  /// The part that the package is about. Where the package does not say, or says a part that is not there, `usual`.
  ///
  /// Errors: `Error{damaged}` where that is missing too.
  [[nodiscard]] std::string main_part(const std::string& usual);
  /// The first part of `kind` that `part` points at, where there is one. A target that is missing is told of by a
  /// diagnostic `part-missing`: the document is read without it.
  [[nodiscard]] std::optional<XmlTree> related(std::string_view part, std::string_view kind, Diagnostics& diagnostics);

 private:
  Archive archive_;
};

}  // namespace libparse::input
