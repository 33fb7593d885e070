// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace libparse::input {

/// True where `bytes` begin like a compound file ([MS-CFB] 2.2), the container of .doc, .xls, .wps and encrypted OOXML.
[[nodiscard]] bool is_ole(std::string_view bytes) noexcept;

/// Names of the streams and storages in a compound file's directory ([MS-CFB] 2.6), ASCII ones only, in file order.
/// What is broken is left out. At most 4096 names are read.
[[nodiscard]] std::vector<std::string> ole_entry_names(std::string_view bytes);

}  // namespace libparse::input
