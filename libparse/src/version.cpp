// SPDX-License-Identifier: MIT
#include "libparse/version.hpp"

namespace libparse {

std::string_view version() noexcept { return LIBPARSE_VERSION; }

}  // namespace libparse
