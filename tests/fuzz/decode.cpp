// SPDX-License-Identifier: MIT
// Bytes → encoding, text, working text and the way back.
#include "input/encoding.hpp"
#include "invariants.hpp"
#include "libparse/rule_pack.hpp"
#include "target.hpp"
#include "text/utf8.hpp"
#include "text/work_text.hpp"

namespace {

using namespace libparse;
using fuzz::require;

void check_decoded(const text::Decoded& decoded) {
  require(fuzz::is_utf8(decoded.utf8), "what is decoded is UTF-8");
  require(decoded.replaced.size() == std::min<std::size_t>(decoded.bad, 10), "the first ten are told");
  const std::size_t characters = text::count(decoded.utf8);
  for (const std::size_t index : decoded.replaced) require(index < characters, "what is replaced is there");
}

void check_places(std::string utf8) {
  const std::string kept = utf8;
  const text::DocumentText source = text::DocumentText::adopt(std::move(utf8));
  require(source.utf8() == kept, "the document text is kept as it is");
  require(source.characters() == text::count(kept), "characters are code points");
  const std::size_t step = 1 + kept.size() / 64;  // not all places of a long text: each look-up counts characters
  std::size_t index = 0;
  for (std::size_t at = 0; at < kept.size(); at = text::next(kept, at), ++index) {
    if (index % step == 0)
      require(source.byte_of(index) == at && source.character_of(at) == index,
              "bytes and characters lead to each other");
  }
  const text::WorkText work = text::WorkText::fold(source);
  require(fuzz::is_utf8(work.view()), "the working text is UTF-8");
  std::size_t last = 0;
  index = 0;
  for (std::size_t at = 0; at < work.size(); at = text::next(work.view(), at), ++index) {
    if (index % step != 0) continue;
    const std::size_t place = work.source_offset(at);
    require(place < source.characters() && (at == 0 || place > last), "the working text stands in the source in order");
    require(work.offset_of(place) == at, "the way back leads back");
    last = place;
  }
  require(fuzz::is_utf8(work.quote({0, work.size()}, source)), "a quote is UTF-8");
  const Span all = work.source_span({0, work.size()});
  require(all.begin <= all.end && all.end <= source.characters(), "a span lies in the source");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Choice input(data, size, 8);
  if (input.which < 5) {
    text::Decoded decoded = input::decode(input.rest, static_cast<input::Encoding>(input.which));
    check_decoded(decoded);
    check_places(std::move(decoded.utf8));
    return 0;
  }
  fuzz::accepts([&] {
    Diagnostics diagnostics;
    const auto declaration = input.which == 5 ? input::Declaration::none : input::Declaration::html;
    const std::string_view label = input.which == 7 ? input.rest.substr(0, input.rest.find('\n')) : std::string_view{};
    const input::EncodedText found =
        input::decode_text(input.rest, label, declaration, RulePack::builtin().pack(), diagnostics);
    check_decoded(found.text);
  });
  return 0;
}
