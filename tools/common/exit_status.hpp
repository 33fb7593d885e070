// SPDX-License-Identifier: MIT
#pragma once

namespace tools {

/// Exit statuses of all tools; docs/cli.md has the table. Values are API and never reused.
enum class ExitStatus : int {
  done = 0,
  findings = 1,   ///< differences, an invalid document, warnings under --strict
  usage = 2,      ///< the command line makes no sense
  input = 3,      ///< an input, a rule file or the output is at fault
  internal = 70,  ///< a mistake in the program
};

}  // namespace tools
