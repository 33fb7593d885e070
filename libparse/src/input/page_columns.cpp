// SPDX-License-Identifier: MIT
#include "input/page_columns.hpp"

#include <algorithm>
#include <cmath>

namespace libparse::input {
namespace {

constexpr std::size_t kFewestLines = 5;  ///< on each side
constexpr double kBin = 2;               ///< points
constexpr double kPieceGap = 0.6;        ///< em; a mark that hangs into the gutter leaves little of it
constexpr std::size_t kMostBins = 10'000;

/// The boxes of a line's pieces, cut finer than segments are.
using Pieces = std::vector<Box>;

Pieces cut(const SegmentLine& line) {
  Pieces pieces;
  for (const Segment& segment : line) {
    for (const Glyph& glyph : segment.glyphs) {
      if (!pieces.empty() && glyph.box.x0 - pieces.back().x1 < kPieceGap * glyph.size) {
        pieces.back().include(glyph.box);
      } else {
        pieces.push_back(glyph.box);
      }
    }
  }
  return pieces;
}

/// Left and right end of all text.
struct Extent {
  double left = 1e9;
  double right = -1e9;
  [[nodiscard]] double width() const { return right - left; }
  void include(const Box& box) { left = std::min(left, box.x0), right = std::max(right, box.x1); }
};

/// The middle of the place near the middle of the text that the fewest segments cover, or 0.
double find_gutter(const std::vector<Pieces>& lines, const Extent& extent) {
  const auto bins = static_cast<std::size_t>(extent.width() / kBin) + 1;
  if (bins < 20 || bins > kMostBins) return 0;
  std::vector<long> change(bins + 1, 0);
  for (const Pieces& line : lines) {
    for (const Box& box : line) {
      ++change[static_cast<std::size_t>((box.x0 - extent.left) / kBin)];
      --change[std::min(bins, static_cast<std::size_t>((box.x1 - extent.left) / kBin) + 1)];
    }
  }
  std::size_t best = 0;
  std::size_t width = 0;
  long fewest = static_cast<long>(lines.size());
  long covered = 0;
  for (std::size_t bin = 0; bin < bins; ++bin) {
    covered += change[bin];
    if (bin < bins * 35 / 100 || bin > bins * 65 / 100) continue;
    if (covered < fewest) fewest = covered, best = bin, width = 0;
    if (covered == fewest && bin == best + width) ++width;
  }
  return extent.left + kBin * (static_cast<double>(best) + static_cast<double>(width) / 2);
}

bool crosses(const Pieces& line, double x) {
  return std::any_of(line.begin(), line.end(), [&](const Box& box) { return box.x0 < x && box.x1 > x; });
}

/// Whether at least half of the lines on each side reach over most of it, in one piece.
bool is_prose(const std::vector<Pieces>& lines, const ColumnPart& part) {
  Extent sides[2];
  std::size_t count[2] = {0, 0};
  std::size_t filled[2] = {0, 0};
  for (std::size_t i = part.begin; i < part.end; ++i)
    for (const Box& box : lines[i]) sides[box.center_x() > part.x].include(box);
  for (std::size_t i = part.begin; i < part.end; ++i) {
    double widest[2] = {0, 0};
    for (const Box& box : lines[i]) {
      double& width = widest[box.center_x() > part.x];
      width = std::max(width, box.width());
    }
    for (std::size_t side = 0; side < 2; ++side) {
      count[side] += widest[side] > 0;
      filled[side] += widest[side] > 0.7 * sides[side].width();
    }
  }
  return count[0] >= kFewestLines && count[1] >= kFewestLines && 2 * filled[0] >= count[0] &&
         2 * filled[1] >= count[1] && sides[1].left > sides[0].right;
}

}  // namespace

std::vector<ColumnPart> find_columns(const std::vector<SegmentLine>& segments) {
  std::vector<ColumnPart> parts;
  if (segments.size() < kFewestLines) return parts;
  std::vector<Pieces> lines;
  lines.reserve(segments.size());
  Extent extent;
  for (const SegmentLine& line : segments) {
    lines.push_back(cut(line));
    for (const Box& box : lines.back()) extent.include(box);
  }
  const double x = find_gutter(lines, extent);
  if (x == 0) return parts;
  for (std::size_t begin = 0; begin < lines.size();) {
    if (crosses(lines[begin], x)) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    while (end < lines.size() && !crosses(lines[end], x)) ++end;
    const ColumnPart part{begin, end, x};
    if (is_prose(lines, part)) parts.push_back(part);
    begin = end;
  }
  return parts;
}

}  // namespace libparse::input
