// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "libparse/diagnostic.hpp"
#include "libparse/task_list.hpp"

/// The words that the task list uses for enumerators: the only place where they are spelled.
namespace libparse {

/// The words of `Enum` in the order of its enumerators. An empty word is an enumerator that is left out of the output.
template <typename Enum>
inline constexpr std::array<std::string_view, 0> kNames{};

template <>
inline constexpr std::array kNames<Level> = std::to_array<std::string_view>({"", "national", "province", "city",
                                                                             "county", "town"});
template <>
inline constexpr std::array kNames<LabelForm> = std::to_array<std::string_view>({"", "attachment", "plan", "article",
                                                                                 "cn", "cn_paren", "ar", "ar_paren",
                                                                                 "circled"});
template <>
inline constexpr std::array kNames<TaskKind> = std::to_array<std::string_view>({"task", "goal", "phase", "safeguard"});
template <>
inline constexpr std::array kNames<Role> = std::to_array<std::string_view>({"lead", "responsible", "cooperate",
                                                                            "participate", "supervise", "implement"});
template <>
inline constexpr std::array kNames<OrganizationKind> = std::to_array<std::string_view>(
    {"", "department", "party", "government", "collective", "enterprise", "institution", "person"});
template <>
inline constexpr std::array kNames<TimeType> =
    std::to_array<std::string_view>({"deadline", "period", "start", "recurrence", "relative", "ongoing", "external"});
template <>
inline constexpr std::array kNames<Comparator> = std::to_array<std::string_view>({"ge", "le", "gt", "lt", "eq",
                                                                                  "range"});
template <>
inline constexpr std::array kNames<Direction> = std::to_array<std::string_view>({"", "up", "down"});
template <>
inline constexpr std::array kNames<ReferenceKind> = std::to_array<std::string_view>({"", "law", "regulation",
                                                                                     "standard", "policy"});
template <>
inline constexpr std::array kNames<Nature> = std::to_array<std::string_view>({"", "binding", "expected"});
template <>
inline constexpr std::array kNames<Severity> = std::to_array<std::string_view>({"info", "warning", "error"});

/// The word of an enumerator: `Role::lead` → `lead`.
template <typename Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) noexcept {
  constexpr const auto& names = kNames<Enum>;
  return names[static_cast<std::size_t>(value)];
}

/// The enumerator of a word; empty where no enumerator of `Enum` has it. The empty word finds nothing.
template <typename Enum>
[[nodiscard]] constexpr std::optional<Enum> find_named(std::string_view word) noexcept {
  constexpr const auto& names = kNames<Enum>;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!word.empty() && names[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace libparse
