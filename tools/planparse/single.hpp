// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "common/exit_status.hpp"
#include "planparse/options.hpp"

namespace planparse {

/// The notices that the command line names, one after the other. Options are those of run().
tools::ExitStatus run_single(const Options& options, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace planparse
