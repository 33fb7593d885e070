// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/words.hpp"

namespace planconv {

/// Something known of a notice, as a page or sheet shows it.
struct Fact {
  std::string name;
  std::string value;
};

/// `name：value`, as the language writes it.
[[nodiscard]] std::string write_fact(const Fact& fact, const Words& words);

/// Document number, issuers, date of issue and period, as far as they are known.
[[nodiscard]] std::vector<Fact> find_facts(const libparse::Document& document, const Words& words);

}  // namespace planconv
