// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace bench {

/// Calls of `operator new` in this program so far.
std::size_t allocations() noexcept;

}  // namespace bench
