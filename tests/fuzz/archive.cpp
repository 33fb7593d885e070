// SPDX-License-Identifier: MIT
// What tells formats apart, ZIP archives true and false, XML documents.
#include "input/archive.hpp"

#include "input/xml.hpp"
#include "invariants.hpp"
#include "libparse/rule_pack.hpp"
#include "target.hpp"

namespace {

using namespace libparse;
using fuzz::require;

void read_all(const std::string& bytes) {
  fuzz::accepts([&] {
    input::Archive archive(bytes, {});
    for (const std::string& name : archive.names()) {
      require(archive.contains(name), "a part is found by its name");
      fuzz::accepts([&] { (void)archive.read(name); });
    }
  });
}

/// An archive as the bytes say, entry by entry: 8 bytes of fields, the name up to a line feed, the data up to a form
/// feed.
std::string false_archive(std::string_view text) {
  tests::RawZip zip;
  for (const std::string& part : fuzz::split_parts(text, 6)) {
    if (part.size() < 8) continue;
    const auto field = [&](std::size_t i) { return static_cast<unsigned char>(part[i]); };
    const std::size_t end = std::min(part.find('\n', 8), part.size());
    tests::RawZip::Entry entry{.name = part.substr(8, end - 8), .data = part.substr(std::min(end + 1, part.size()))};
    entry.method = field(0) % 10;
    entry.flags = field(1);
    entry.claimed_size = field(2) * static_cast<std::uint64_t>(field(3));
    if (field(4) > 200) entry.local_name = "other";
    if (field(5) > 200) entry.extra = entry.data.substr(0, 64);
    entry.move = static_cast<std::int64_t>(field(6)) - 48;
    zip.add(entry);
  }
  return zip.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Choice input(data, size, 4);
  const std::string bytes(input.rest);
  switch (input.which) {
    case 0:
      read_all(bytes);
      break;
    case 1:
      read_all(false_archive(bytes));
      break;
    case 2:
      fuzz::accepts([&] {
        const input::XmlTree tree = input::XmlTree::parse(bytes, {}, "XML");
        const input::XmlElement root = tree.root();
        for (input::XmlElement at = root; at; at = at.next_in(root)) {
          require(!at.name().empty(), "an element has a name");
          require(fuzz::is_utf8(at.text()), "text of XML is UTF-8");
        }
      });
      break;
    default:
      if (detect_format(bytes).format == InputFormat::pdf) break;  // has a target of its own
      fuzz::accepts([&] {
        Diagnostics diagnostics;
        fuzz::check_source(input::read_source(bytes, {}, RulePack::builtin().pack(), diagnostics));
      });
  }
  return 0;
}
