// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "libparse/input.hpp"

namespace tools {

/// Turns a legacy file into DOCX or XLSX with LibreOffice (`soffice` on the PATH).
///
/// The program runs without a shell and without a window, with a profile and a home folder of its own in a temporary
/// folder that is removed afterwards, so that it neither sees nor changes the user's. It is ended, with what it
/// started, when the time is over. Errors: libparse::Error{unreadable} where LibreOffice is not installed or makes
/// nothing of the file, and for trouble
///         with the temporary folder; libparse::Error{limit} for the time and for the size of the result.
/// \param found  what libparse::detect_format says of `bytes`; `converts_to` is not empty
/// \param time   0: no limit
[[nodiscard]] std::string convert_by_libreoffice(std::string_view bytes, const libparse::DetectedFormat& found,
                                                 std::chrono::milliseconds time, std::size_t max_bytes);

}  // namespace tools
