// SPDX-License-Identifier: MIT
#include "common/rules.hpp"

namespace tools {

void add_rules(CLI::App& app, std::vector<std::string>& folders) {
  app.add_option("--rules", folders, "Folder of own rules and words over the built-in ones; may be repeated")
      ->allow_extra_args(false)
      ->type_name("DIR");
}

libparse::RulePack load_rules(const std::vector<std::string>& folders) {
  if (folders.empty()) return libparse::RulePack::builtin();
  return libparse::RulePack::load({folders.begin(), folders.end()});
}

}  // namespace tools
