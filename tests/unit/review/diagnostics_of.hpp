// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libparse/parse.hpp"

namespace libparse::tests {

/// Diagnostics with this code, each as the quoted place, or its message where it has none.
inline std::vector<std::string> diagnostics_of(std::string_view code, const std::string& notice) {
  const ParseResult result = parse_notice(notice);
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < result.text.size(); ++at) {
    if ((static_cast<unsigned char>(result.text[at]) & 0xC0U) != 0x80U) starts.push_back(at);
  }
  starts.push_back(result.text.size());
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : result.list.diagnostics) {
    if (diagnostic.code != code) continue;
    out.push_back(diagnostic.span ? result.text.substr(starts[diagnostic.span->begin],
                                                       starts[diagnostic.span->end] - starts[diagnostic.span->begin])
                                  : diagnostic.message);
  }
  return out;
}

using Places = std::vector<std::string>;

/// A short notice of 临江县, issued on 2024-03-12, with this body.
inline std::string notice_with(const std::string& body) {
  return "临江县人民政府办公室关于印发《临江县供水改造实施方案》的通知\n临政办发〔2024〕7号\n\n各乡镇人民政府：\n"
         "现将《临江县供水改造实施方案》印发给你们，请认真贯彻执行。\n\n临江县人民政府办公室\n2024年3月12日\n\n"
         "临江县供水改造实施方案\n\n" +
         body;
}

}  // namespace libparse::tests
