// SPDX-License-Identifier: MIT
// Web pages → document text and tables.
#include "invariants.hpp"
#include "libparse/rule_pack.hpp"
#include "target.hpp"

using namespace libparse;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Choice input(data, size, 2);
  InputOptions options;
  options.format = InputFormat::html;
  if (input.which == 0) options.encoding = "utf-8";
  fuzz::accepts([&] {
    Diagnostics diagnostics;
    fuzz::check_source(input::read_html(input.rest, options, RulePack::builtin().pack(), diagnostics));
  });
  return 0;
}
