// SPDX-License-Identifier: MIT
// Any text → units, times, quantities, references and labels.
#include "libparse/mentions.hpp"

#include <sstream>

#include "invariants.hpp"
#include "libparse/tree.hpp"
#include "plancheck/quote.hpp"
#include "target.hpp"
#include "text/utf8.hpp"

using namespace libparse;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using fuzz::require;
  const fuzz::Choice input(data, size, 3);
  MentionOptions options;
  options.input = {.format = InputFormat::text, .encoding = "utf-8", .limits = {}};
  if (input.which != 0) options.issued_on = "2024-02-29";
  if (input.which == 2) options.year = 2025;
  fuzz::accepts([&] {
    const MentionResult result = find_mentions(input.rest, options, RulePack::builtin());
    const std::size_t characters = text::count(result.text);
    const plancheck::QuotedText text(result.text);
    std::ostringstream lines;
    for (const Mention& mention : result.mentions) {
      require(mention.span.begin < mention.span.end && mention.span.end <= characters, "a mention lies in the text");
      require(plancheck::is_quote(mention.text, text.slice(mention.span), plancheck::Gaps::layout),
              "a mention is the text at its span", mention.text);
      require(mention.organization.has_value() + mention.time.has_value() + mention.quantity.has_value() +
                      mention.reference.has_value() + mention.label.has_value() ==
                  1,
              "a mention has one value");
      write_mention(mention, lines);
    }
    const std::string written = std::move(lines).str();
    require(read_trees(written, Format::ndjson).size() == result.mentions.size(), "a mention is one JSON object");
  });
  return 0;
}
