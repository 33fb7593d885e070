// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frame/frame.hpp"
#include "libparse/rule_pack.hpp"

/// A notice read up to its frame.
struct FramedNotice {
  libparse::frame::Frame frame;
  std::vector<std::string> paragraphs;
  libparse::Diagnostics diagnostics;

  /// Zone of the first paragraph that starts with `start` (in narrowed characters).
  [[nodiscard]] libparse::frame::Zone zone_of(std::string_view start) const {
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      if (paragraphs[i].starts_with(start)) return frame.zones[i];
    }
    return static_cast<libparse::frame::Zone>(99);
  }
  [[nodiscard]] bool has_diagnostic(std::string_view code) const {
    for (const auto& d : diagnostics) {
      if (d.code == code) return true;
    }
    return false;
  }
};

inline FramedNotice read_notice(std::string_view bytes) {
  namespace lp = libparse;
  FramedNotice out;
  const auto source = lp::text::DocumentText::decode(bytes, out.diagnostics);
  const auto& pack = lp::RulePack::builtin().pack();
  const auto layout = lp::layout::lay_out(lp::text::WorkText::fold(source), pack, out.diagnostics);
  for (const auto r : layout.paragraphs) out.paragraphs.emplace_back(layout.text.view(r));
  out.frame = lp::frame::read_frame(layout, source, pack, out.diagnostics);
  return out;
}
