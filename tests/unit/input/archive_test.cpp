// SPDX-License-Identifier: MIT
#include "input/archive.hpp"

#include <doctest/doctest.h>

#include <ctime>

#include "unit/input/refused.hpp"
#include "zip_builder.hpp"

using libparse::ErrorCode;
using libparse::Limits;
using libparse::input::Archive;
using tests::RawZip;
using tests::refused;
using tests::zip_of;

namespace {

bool refused_archive(ErrorCode code, const std::string& message, const std::string& bytes, const Limits& limits = {}) {
  return refused(code, message, [&] { const Archive archive(bytes, limits); });
}

}  // namespace

TEST_CASE("parts are read by name, folders are no parts, case does not matter where there is no exact name") {
  const std::string bytes = zip_of({{"word/", ""}, {"word/document.xml", "<a/>"}, {"B.txt", std::string(5000, 'b')}});
  Archive archive(bytes, {});
  CHECK(archive.names() == std::vector<std::string>{"word/document.xml", "B.txt"});
  CHECK(archive.read("word/document.xml") == "<a/>");
  CHECK(archive.read("b.TXT") == std::string(5000, 'b'));
  CHECK(archive.contains("WORD/Document.xml"));
  CHECK_FALSE(archive.contains("word/styles.xml"));
  CHECK(refused(ErrorCode::damaged, "'word/styles.xml' is missing", [&] { (void)archive.read("word/styles.xml"); }));
}

TEST_CASE("an archive cut off anywhere is damaged") {
  const std::string bytes =
      zip_of({{"a.xml", "<a>one</a>"}, {"b.xml", std::string(3000, 'x') + "tail"}, {"c.xml", "c"}});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(refused_archive(ErrorCode::damaged, "the archive is damaged", bytes.substr(0, size)));
  }
}

TEST_CASE("a changed byte in the data is found by the checksum") {
  RawZip zip;
  zip.add({.name = "a.txt", .data = "hello"});
  std::string bytes = zip.finish();
  bytes[bytes.find("hello")] = 'j';
  Archive archive(bytes, {});
  CHECK(refused(ErrorCode::damaged, "'a.txt'", [&] { (void)archive.read("a.txt"); }));
}

TEST_CASE("names that lead out of the archive are refused") {
  for (const std::string name : {"../a", "a/../../b", "/etc/x", "a\\b", "C:/x", "a/..", ".."}) {
    CAPTURE(name);
    RawZip zip;
    zip.add({.name = name, .data = "x"});
    CHECK(refused_archive(ErrorCode::damaged, "leads out of the archive", zip.finish()));
  }
  RawZip fine;
  fine.add({.name = "a/..b/c..xml", .data = "x"});
  CHECK_NOTHROW(Archive(fine.finish(), {}));
}

TEST_CASE("a name may stand in an archive once") {
  RawZip zip;
  zip.add({.name = "a.xml", .data = "1"});
  zip.add({.name = "a.xml", .data = "2"});
  CHECK(refused_archive(ErrorCode::damaged, "'a.xml' stands in it twice", zip.finish()));
}

TEST_CASE("an encrypted part is told from a damaged one") {
  RawZip zip;
  zip.add({.name = "a.xml", .data = "secret", .flags = 1});
  CHECK(refused_archive(ErrorCode::not_text, "encrypted", zip.finish()));
}

TEST_CASE("parts that share bytes are refused") {
  RawZip twice;  // both entries of the directory tell of one local header
  twice.add({.name = "a.xml", .data = "1"});
  twice.add({.name = "b.xml", .data = "1", .local_name = "a.xml", .move = -(30 + 5 + 1)});
  CHECK(refused_archive(ErrorCode::damaged, "has another name", twice.finish()));

  // As in the bombs of one kernel and many quoted headers: the data of the first hold the whole second part.
  RawZip inner;
  inner.add({.name = "b.xml", .data = "12345"});
  const std::string second = inner.finish().substr(0, 30 + 5 + 5);
  RawZip quoted;
  quoted.add({.name = "a.xml", .data = second});
  quoted.add({.name = "b.xml", .data = "12345", .move = -40});
  CHECK(refused_archive(ErrorCode::damaged, "overlap", quoted.finish()));
}

TEST_CASE("limits name themselves and their option") {
  CHECK(refused_archive(ErrorCode::limit, "--max-archive-entries", zip_of({{"a", ""}, {"b", ""}, {"c", ""}}),
                        {.archive_entries = 2}));
  CHECK(refused_archive(ErrorCode::limit, "--max-expanded-bytes",
                        zip_of({{"a", std::string(600, 'a')}, {"b", std::string(600, 'a')}}),
                        {.expanded_bytes = 1000}));
  CHECK(refused_archive(ErrorCode::limit, "--max-expansion-ratio", zip_of({{"a", std::string(2 << 20, 'a')}})));
  CHECK_NOTHROW(Archive(zip_of({{"a", std::string(1 << 20, 'a')}}), {}));  // small parts may be as dull as they like
  const std::string bytes = zip_of({{"a", std::string(600, 'a')}});
  Archive archive(bytes, {.expanded_bytes = 1000});
  CHECK_NOTHROW((void)archive.read("a"));
  CHECK(refused(ErrorCode::limit, "--max-expanded-bytes", [&] { (void)archive.read("a"); }));
}

TEST_CASE("twenty thousand parts and bombs are refused before anything is decompressed") {
  const std::clock_t start = std::clock();  // of this process: a busy machine is no fault
  RawZip many;
  for (int i = 0; i < 20'000; ++i) many.add({.name = "p" + std::to_string(i), .data = ""});
  CHECK(refused_archive(ErrorCode::limit, "--max-archive-entries", many.finish()));
  RawZip liar;  // 20 parts that claim 4 GB each
  for (int i = 0; i < 20; ++i) {
    liar.add({.name = "p" + std::to_string(i), .data = std::string(100, 'x'), .method = 8, .claimed_size = 0xFFFFFFF0});
  }
  CHECK(refused_archive(ErrorCode::limit, "--max-expanded-bytes", liar.finish()));
  CHECK(std::clock() - start < CLOCKS_PER_SEC);
}

TEST_CASE("a part that holds more or less than the directory says is damaged") {
  const std::string content(100'000, 'a');
  const std::string honest = zip_of({{"a", content}});
  for (const std::uint32_t claimed : {50'000U, 200'000U}) {
    std::string bytes = honest;
    const std::size_t directory = bytes.find("PK\x01\x02");
    std::string size;
    RawZip::put(size, claimed, 4);
    bytes.replace(directory + 24, 4, size);
    CHECK(refused(ErrorCode::damaged, "the archive is damaged", [&] {
      Archive archive(bytes, {});
      (void)archive.read("a");
    }));
  }
}

TEST_CASE("lies in zip64 fields are damage or a limit, never a crash") {
  const auto with_extra = [](std::initializer_list<std::uint64_t> values, std::uint32_t claimed) {
    std::string extra;
    RawZip::put(extra, 1, 2);
    RawZip::put(extra, 8 * values.size(), 2);
    for (const std::uint64_t value : values) RawZip::put(extra, value, 8);
    RawZip zip;
    zip.add({.name = "a", .data = "x", .claimed_size = claimed, .extra = extra});
    return zip.finish();
  };
  CHECK(refused_archive(ErrorCode::limit, "--max-expanded-bytes", with_extra({~std::uint64_t{0}}, 0xFFFFFFFF)));
  CHECK(refused_archive(ErrorCode::damaged, "ends inside a header", with_extra({}, 0xFFFFFFFF)));
  RawZip zip;
  zip.add({.name = "a", .data = "x"});
  CHECK(refused_archive(ErrorCode::damaged, "breaks off", zip.finish(2)));
  CHECK(refused_archive(ErrorCode::damaged, "more than it says", zip.finish(0)));
  CHECK(refused_archive(ErrorCode::limit, "--max-archive-entries", zip.finish(0xFFFF)));
}

TEST_CASE("bytes in front of an archive are refused") {
  CHECK(refused_archive(ErrorCode::damaged, "", "MZ stub" + zip_of({{"a", "x"}})));
}
