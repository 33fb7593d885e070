// SPDX-License-Identifier: MIT
#include "common/option_facts.hpp"

#include <sstream>

namespace tools {

std::vector<OptionFacts> find_options(const CLI::App& app) {
  std::vector<OptionFacts> found;
  for (CLI::Option* option : const_cast<CLI::App&>(app).get_options()) {  // validators can be read from no const option
    if (option->get_positional() || option->get_group().empty()) continue;
    OptionFacts facts;
    for (const std::string& name : option->get_snames()) facts.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) facts.names.push_back("--" + name);
    const bool takes_value = option->get_type_size_max() != 0;
    if (takes_value) facts.value = option->get_type_name();
    facts.description = option->get_description();
    facts.repeats = takes_value && option->get_items_expected_max() > 1;
    try {
      std::istringstream words(option->get_validator(0)->get_name());
      for (std::string word; words >> word;) facts.words.push_back(word);
    } catch (const CLI::OptionNotFound&) {  // no validator
    }
    found.push_back(std::move(facts));
  }
  return found;
}

std::string find_operands(const CLI::App& app) {
  std::string operands;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    const std::string name = option->get_name(true) + (option->get_items_expected_max() > 1 ? "..." : "");
    operands += (operands.empty() ? "" : " ") + (option->get_required() ? name : "[" + name + "]");
  }
  return operands;
}

}  // namespace tools
