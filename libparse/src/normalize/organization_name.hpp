// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/task_list.hpp"
#include "normalize/organization_words.hpp"

namespace libparse::normalize {

/// Whose body it is, where the name says so behind the level.
enum class Organ : std::uint8_t { none, party, government };

/// A name taken apart: 市|委|宣传部(市文明办).
struct OrganizationName {
  std::string plain;       ///< without brackets, spaces and quotation marks
  std::string scope;       ///< which place: `N` the nation, `J` and a number for the issuer's place and those above it,
                           ///< `L县` some county, `P韩城市`; empty where the name says nothing
  std::string prefix;      ///< the place as written: 县, 临江县, 国家
  std::string organ_word;  ///< 委, 政府
  Organ organ = Organ::none;
  Level level = Level::none;
  Words words;
  bool department = false;
  std::string nameplate;  ///< content of its brackets

  /// Kind of the closing word as far as two names may differ in it; empty where no list knows the word.
  [[nodiscard]] std::string form() const { return department ? "department" : words.head; }
  /// Equal for names that say the same in other words, whatever their `organ`.
  [[nodiscard]] std::string key() const;
};

/// Takes names apart as the issuer of one notice means them.
class OrganizationNameReader {
 public:
  OrganizationNameReader(const OrganizationWords& words, const std::optional<Jurisdiction>& jurisdiction);
  OrganizationNameReader(const OrganizationNameReader&) = delete;
  OrganizationNameReader& operator=(const OrganizationNameReader&) = delete;

  [[nodiscard]] OrganizationName read(std::string_view name) const;
  /// The same of a collective, whose brackets belong to the name: 各乡(镇).
  [[nodiscard]] OrganizationName read_group(std::string_view name) const;

  /// The scope of bodies without level in this notice; empty where no place is known.
  [[nodiscard]] std::string home() const;
  /// The home's level word: 县; empty for the nation and where none is known.
  [[nodiscard]] std::string_view home_word() const { return areas_.empty() ? std::string_view{} : areas_.back().word; }
  [[nodiscard]] Level home_level() const { return national_ ? Level::national : home_level_; }
  [[nodiscard]] bool national() const { return national_; }

 private:
  struct Area {
    std::string name;       ///< 临江县
    std::string whole;      ///< with what stands above it: 云岭市临江县
    std::string_view stem;  ///< 临江, of two characters at least; else empty
    std::string_view word;  ///< 县
    Level level = Level::none;
  };
  void add_areas(const Jurisdiction& jurisdiction);
  [[nodiscard]] std::string area_scope(std::size_t index) const { return "J" + std::to_string(index); }
  void read_rest(OrganizationName& name) const;
  void read_scope(std::string_view& rest, OrganizationName& name) const;
  bool read_area(std::string_view& rest, OrganizationName& name) const;
  bool read_level(std::string_view& rest, OrganizationName& name) const;
  bool read_place(std::string_view& rest, OrganizationName& name) const;
  void read_organ(std::string_view& rest, OrganizationName& name) const;
  void read_branch(std::string_view rest, OrganizationName& name) const;
  [[nodiscard]] Level level_of_word(std::string_view word) const;

  const OrganizationWords& words_;
  std::vector<Area> areas_;  ///< from the top; the last is the home
  Level home_level_ = Level::none;
  bool national_ = false;
};

}  // namespace libparse::normalize
