// SPDX-License-Identifier: MIT
#include "input/package.hpp"
#include "libparse/error.hpp"

#include <algorithm>

namespace libparse::input {

namespace {

/// Resolves a target against the folder of the part that names it. Leading `..` beyond the root are dropped.
std::string resolved(std::string_view part, std::string_view target) {
  std::vector<std::string_view> path;
  const auto walk = [&](std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('/', begin), text.size());
      const std::string_view step = text.substr(begin, end - begin);
      if (step == "..") {
        if (!path.empty()) path.pop_back();
      } else if (!step.empty() && step != ".") {
        path.push_back(step);
      }
      begin = end + 1;
    }
  };
  const std::size_t folder = part.rfind('/');
  if (!target.starts_with('/') && folder != std::string_view::npos) walk(part.substr(0, folder));
  walk(target);
  std::string out;
  for (const std::string_view step : path) out.append(out.empty() ? "" : "/").append(step);
  return out;
}

}  // namespace

std::vector<Relationship> Package::relationships(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  std::string where(part.substr(0, name));
  where.append("_rels/").append(part.substr(name)).append(".rels");
  std::vector<Relationship> found;
  if (!archive_.contains(where)) return found;
  const XmlTree tree = XmlTree::read(archive_, where);
  for (const XmlElement each : tree.root().children()) {
    if (each.local() != "Relationship") continue;
    const std::string_view type = each.attribute("Type");
    const bool outside = each.attribute("TargetMode") == "External";
    found.push_back({std::string(each.attribute("Id")), std::string(type.substr(type.rfind('/') + 1)),
                     outside ? std::string() : resolved(part, each.attribute("Target"))});
  }
  return found;
}

std::string Package::main_part(const std::string& usual) {
  for (const Relationship& each : relationships("")) {
    if (each.kind == "officeDocument" && archive_.contains(each.target)) return each.target;
  }
  if (archive_.contains(usual)) return usual;
  throw Error(ErrorCode::damaged, "the document has no part '" + usual + "'");
}

std::optional<XmlTree> Package::related(std::string_view part, std::string_view kind, Diagnostics& diagnostics) {
  for (const Relationship& each : relationships(part)) {
    if (each.kind != kind || each.target.empty()) continue;
    if (archive_.contains(each.target)) return XmlTree::read(archive_, each.target);
    diagnostics.push_back({"part-missing",
                           Severity::warning,
                           "the document points at a part '" + each.target.substr(0, 80) + "' that is not there",
                           {},
                           {}});
  }
  return std::nullopt;
}

}  // namespace libparse::input
