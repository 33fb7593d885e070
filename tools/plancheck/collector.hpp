// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "libparse/task_list.hpp"
#include "libparse/tree.hpp"
#include "plancheck/finding.hpp"
#include "plancheck/pointer.hpp"

namespace plancheck {

/// One document of an input: its tree, which knows places, and the task list that it holds.
struct CheckedList {
  const libparse::Node& tree;
  const libparse::TaskList& list;
  std::size_t number = 0;  ///< among all lists, from 0
};

/// Takes the findings about one task list and gives each its severity and its place.
class Collector {
 public:
  Collector(const CheckedList& checked, Findings& findings) : checked_(checked), findings_(findings) {}

  [[nodiscard]] const libparse::TaskList& list() const noexcept { return checked_.list; }
  /// \param code  one of kCodes
  void add(std::string_view code, const Pointer& where, std::string message, const libparse::Task* task = nullptr);
  /// \param code  any other
  void add(std::string code, libparse::Severity severity, const Pointer& where, std::string message,
           const libparse::Task* task = nullptr);

 private:
  const CheckedList& checked_;
  Findings& findings_;
};

}  // namespace plancheck
