// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace libparse::input {

/// Names of the entries of a ZIP archive (APPNOTE.TXT 4.3) by its central directory, or by the local headers where
/// that is cut off. A look for telling formats: nothing is decompressed or checked, and at most 4096 names are read.
[[nodiscard]] std::vector<std::string_view> zip_names(std::string_view bytes);

}  // namespace libparse::input
