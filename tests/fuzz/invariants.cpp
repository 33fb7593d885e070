// SPDX-License-Identifier: MIT
#include "invariants.hpp"

#include <time.h>
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace fuzz {
namespace {

using libparse::text::Range;

void check_range(std::string_view text, Range range, std::string_view what) {
  require(range.begin <= range.end && range.end <= text.size(), what, "range");
  require(is_border(text, range.begin) && is_border(text, range.end), what, "border");
}

void check_grid(std::string_view text, const libparse::input::Grid& grid) {
  check_range(text, grid.range, "a table is a range of the text");
  std::size_t last = grid.range.begin;
  for (const libparse::input::Cell& cell : grid.cells) {
    if (!cell.range.empty()) {
      check_range(text, cell.range, "a cell is a range of the text");
      require(grid.range.contains(cell.range), "a cell lies in its table");
      require(cell.range.begin >= last, "cells stand in text order");
      last = cell.range.end;
    }
    require(cell.row_span > 0 && cell.column_span > 0, "a cell has a row and a column");
    require(cell.row + cell.row_span <= grid.rows, "a cell lies in the rows of its table");
    require(cell.column + cell.column_span <= grid.columns, "a cell lies in the columns of its table");
  }
}

}  // namespace

void require(bool holds, std::string_view what, std::string_view detail) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s %.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(detail.size()), detail.data());
  std::abort();
}

double Stopwatch::now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

bool is_utf8(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  for (std::size_t i = 0; i < bytes.size();) {
    const unsigned lead = byte(i);
    const unsigned second = byte(i + 1);
    if (lead < 0x80) {
      i += 1;
    } else if (lead >= 0xC2 && lead <= 0xDF && tail(i + 1)) {
      i += 2;
    } else if (lead >= 0xE0 && lead <= 0xEF && tail(i + 1) && tail(i + 2) && (lead != 0xE0 || second >= 0xA0) &&
               (lead != 0xED || second <= 0x9F)) {
      i += 3;
    } else if (lead >= 0xF0 && lead <= 0xF4 && tail(i + 1) && tail(i + 2) && tail(i + 3) &&
               (lead != 0xF0 || second >= 0x90) && (lead != 0xF4 || second <= 0x8F)) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

bool is_border(std::string_view utf8, std::size_t at) {
  return at >= utf8.size() || (static_cast<unsigned char>(utf8[at]) & 0xC0U) != 0x80U;
}

void check_source(const libparse::input::SourceText& source) {
  const std::string_view text = source.utf8;
  require(is_utf8(text), "the document text is UTF-8");
  require(!source.media_type.empty() && !source.encoding.empty(), "a source says what it was");
  std::size_t last = 0;
  for (const libparse::input::Place& place : source.places) {
    check_range(text, place.range, "a place is a range of the text");
    require(place.range.begin >= last, "places stand in text order");
    last = place.range.begin;
  }
  last = 0;
  for (const libparse::input::Grid& grid : source.tables) {
    check_grid(text, grid);
    require(grid.range.begin >= last, "tables stand in text order");
    last = grid.range.end;
  }
}

std::vector<std::string> split_parts(std::string_view text, std::size_t count) {
  std::vector<std::string> parts;
  while (parts.size() + 1 < count) {
    const std::size_t end = std::min(text.find('\f'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  parts.emplace_back(text);
  return parts;
}

std::string stored_zip(const tests::ZipParts& parts) {
  using tests::RawZip;
  std::string body, central;
  for (const auto& [name, data] : parts) {
    const std::size_t at = body.size();
    const auto put_middle = [&, &name = name, &data = data](std::string& out) {
      RawZip::put(out, 20, 2), RawZip::put(out, 0, 2), RawZip::put(out, 0, 2), RawZip::put(out, 0, 4);
      RawZip::put(out, crc32(0, reinterpret_cast<const Bytef*>(data.data()), static_cast<uInt>(data.size())), 4);
      RawZip::put(out, data.size(), 4), RawZip::put(out, data.size(), 4);
      RawZip::put(out, name.size(), 2), RawZip::put(out, 0, 2);
    };
    RawZip::put(body, 0x04034B50, 4);
    put_middle(body);
    body += name + data;
    RawZip::put(central, 0x02014B50, 4), RawZip::put(central, 20, 2);
    put_middle(central);
    RawZip::put(central, 0, 2), RawZip::put(central, 0, 2), RawZip::put(central, 0, 2), RawZip::put(central, 0, 4);
    RawZip::put(central, at, 4);
    central += name;
  }
  std::string out = body + central;
  RawZip::put(out, 0x06054B50, 4), RawZip::put(out, 0, 4), RawZip::put(out, parts.size(), 2);
  RawZip::put(out, parts.size(), 2), RawZip::put(out, central.size(), 4), RawZip::put(out, body.size(), 4);
  RawZip::put(out, 0, 2);
  return out;
}

}  // namespace fuzz
