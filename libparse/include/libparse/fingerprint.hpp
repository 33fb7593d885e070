// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "libparse/task_list.hpp"

/// The body of a task reduced to what it says, so that the same assignment is found again in another document.
/// docs/output.md, "Fingerprint", is the normative description.
namespace libparse {

/// `body` without what two printings of one assignment may differ in.
///
/// Shape:  UTF-8. Compatibility forms are unified (Unicode NFKD, UAX #15), letters lower-cased; white space, line
/// breaks,
///         punctuation, bullets, combining marks and the list marks at the start of a clause (（1）, 1., ①, 一是) are
///         left out; a point, comma, colon, slash or dash stays between two digits, but thousands marks go; %, ‰, ° and
///         mathematical signs stay; Chinese numerals below 10,000 are written in digits (二十 is 20, 二〇二五 is 2025).
///         Linear time.
/// Errors: none; ill-formed bytes are left out.
[[nodiscard]] std::string normalized_body(std::string_view body);

/// The first 16 hexadecimal digits (64 bits) of the SHA-256 of `normalized_body(body)`; empty where that is empty.
[[nodiscard]] std::string fingerprint(std::string_view body);

/// The fingerprint of `task.text`, as parse_notice writes it to `task.fingerprint`.
[[nodiscard]] std::string fingerprint(const Task& task);

}  // namespace libparse
