// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libparse/rule_pack.hpp"
#include "libparse/task_list.hpp"
#include "normalize/organizations.hpp"

namespace tests {

/// Whose notice it is, and of which year.
struct Issuer {
  std::string place;
  libparse::Level level = libparse::Level::none;
  int year = 2021;
};

inline const Issuer kNation{"全国", libparse::Level::national};
inline const Issuer kProvince{"澜岭省", libparse::Level::province};
inline const Issuer kCity{"云岭市", libparse::Level::city};
inline const Issuer kCounty{"临江县", libparse::Level::county};
inline const Issuer kDistrict{"青渡区", libparse::Level::county};

/// A list with one task for each name; names that start with 各 or end with 部门 are collectives.
inline libparse::TaskList identified(const Issuer& issuer, const std::vector<std::string_view>& names,
                                     const libparse::RulePack& rules = libparse::RulePack::builtin()) {
  libparse::TaskList list;
  if (issuer.level != libparse::Level::none) {
    list.document.jurisdiction = libparse::Jurisdiction{issuer.place, issuer.level};
  }
  if (issuer.year != 0) list.document.issued_on = std::to_string(issuer.year) + "-06-01";
  for (const std::string_view name : names) {
    libparse::Task task;
    task.id = std::to_string(list.tasks.size() + 1);
    libparse::Responsibility unit;
    unit.organization = unit.name = name;
    unit.group = name.starts_with("各") || name.ends_with("部门");
    task.responsibilities.push_back(unit);
    list.tasks.push_back(task);
  }
  libparse::normalize::identify_organizations(rules.pack(), list);
  return list;
}

/// The bodies as text: `name = spelling, spelling; name`.
inline std::string shown(const libparse::TaskList& list) {
  std::string out;
  for (const auto& body : list.document.organizations) {
    out += (out.empty() ? "" : "; ") + body.name;
    for (std::size_t i = 0; i < body.names.size(); ++i) out += (i == 0 ? " = " : ", ") + body.names[i];
  }
  return out;
}

}  // namespace tests
