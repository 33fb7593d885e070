// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace libparse::input {

/// The label of the encoding that a page declares: in a `<meta>` element (WHATWG HTML, 13.2.3.2 "prescan a byte
/// stream", over the first 8 KiB, since many pages put scripts in front) or in its XML declaration. Empty where it
/// declares none.
[[nodiscard]] std::string declared_label(std::string_view bytes);

}  // namespace libparse::input
