// SPDX-License-Identifier: MIT
// The whole way: bytes of a notice → task list → JSON and YAML, twice.
#include "invariants.hpp"
#include "libparse/input.hpp"
#include "libparse/parse.hpp"
#include "list_invariants.hpp"
#include "target.hpp"

using namespace libparse;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Choice input(data, size, 4);
  ParseOptions options;
  options.path = "notice";
  options.explain = input.which == 1;
  if (input.which == 2) options.as_of = "2024-02-29";
  if (input.which == 3) options.year = 2025;
  if (detect_format(input.rest).format == InputFormat::pdf) return 0;  // its own target is slow enough
  fuzz::accepts([&] {
    const ParseResult result = parse_notice(input.rest, options);
    fuzz::require(fuzz::is_utf8(result.text), "the document text is UTF-8");
    fuzz::check_list(result.list, result.text);
    const ParseResult again = parse_notice(input.rest, options);
    fuzz::require(fuzz::to_json(again.list, true) == fuzz::to_json(result.list, true),
                  "the same bytes give the same list");
  });
  return 0;
}
